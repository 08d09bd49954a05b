laomoSearch("w1","流程 谁会 老是 旁边 突破 企划\n\n-港口 码头\n\n-标准化 谁都会做\n\n");
