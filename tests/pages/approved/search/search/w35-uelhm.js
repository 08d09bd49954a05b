laomoSearch("w35","那么 解决 锣鼓 解困\n\n\n\n\n\n");
