laomoSearch("w50","已经 干啥 干活 防爆 割草 蹲点\n\n\n\n-制动 防溜\n\n");
