laomoSearch("w48","现场 地上 地面 到处 地方 现在 地震 冰箱 冰雪 灰色 灰度 困难\n\n\n\n\n\n");
