laomoSearch("w4","处理 垄断 规划 抄送 抄表 组装 黄油\n\n\n\n-标准化 规范化 规矩\n\n");
