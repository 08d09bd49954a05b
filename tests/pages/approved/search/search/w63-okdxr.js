laomoSearch("w63","使用 肿瘤 西装\n\n\n\n\n\n");
