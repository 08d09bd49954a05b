laomoSearch("w20","应该\n\n-焊接 气焊\n-起重 塔吊\n\n\n\n五小成果 五小");
