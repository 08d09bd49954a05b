laomoSearch("w31","生产 迟早\n\n\n\n\n\n");
