laomoSearch("w4","处理 垄断 规划 抄送 抄表 组装 黄油\n\n\n\n\n\n");
