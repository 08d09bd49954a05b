laomoSearch("w58","机器 机子 人家 为什么 出来 基坑\n\n-起重 场桥\n\n\n\n");
