laomoSearch("w21","单位\n\n\n\n\n\n");
