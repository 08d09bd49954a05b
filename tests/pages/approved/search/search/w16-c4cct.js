laomoSearch("w16","材料 提高 运行\n\n\n\n\n\n");
