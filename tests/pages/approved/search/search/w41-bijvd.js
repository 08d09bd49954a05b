laomoSearch("w41","天天 早上\n\n-焊接 氩弧焊\n-起重 天车 天吊\n\n\n\n-吊具 钩子");
