laomoSearch("w2","厂房 烂漫\n\n-护理 挂水\n\n\n\n");
