laomoSearch("w60","楼上 楼下 疼爱\n\n\n\n\n\n");
