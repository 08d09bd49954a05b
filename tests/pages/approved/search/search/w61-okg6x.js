laomoSearch("w61","好几 好多 好久 好几次 白天 能够 抽烟\n\n-焊接 施焊\n-护理 抽血\n\n\n\n");
