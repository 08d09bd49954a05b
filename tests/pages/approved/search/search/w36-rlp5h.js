laomoSearch("w36","判断\n\n护理 护士\n\n-振动 颤\n\n");
