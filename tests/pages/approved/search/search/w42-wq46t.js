laomoSearch("w42","自己 哪里 哪家 哪个 只能 只好 歪理\n\n\n\n\n\n");
