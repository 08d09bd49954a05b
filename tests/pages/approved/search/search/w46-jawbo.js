laomoSearch("w46","差点\n\n-起重 轮胎吊\n\n\n\n");
