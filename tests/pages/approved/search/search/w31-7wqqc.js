laomoSearch("w31","生产 迟早\n\n\n\n-标准化 统一做法 统一标准\n\n");
