laomoSearch("w25","这么 错峰 香烟\n\n-起重 龙门吊\n-护理 静脉治疗\n\n-振动 站不稳\n\n");
