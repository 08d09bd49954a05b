laomoSearch("w45","班组 中间 中等 热力 热线 热水 热处理 热情 热爱\n\n\n\n\n\n");
