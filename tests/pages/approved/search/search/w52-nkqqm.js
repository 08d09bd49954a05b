laomoSearch("w52","更换 滴灌 破土\n\n-医师 临床\n\n\n\n");
