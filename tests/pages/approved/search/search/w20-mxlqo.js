laomoSearch("w20","隔三岔五 隔三差五 应该\n\n-焊接 气焊\n-起重 塔吊\n\n\n\n五小成果 五小");
