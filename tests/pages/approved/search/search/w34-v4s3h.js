laomoSearch("w34","客户 垢病 溢价 丢人\n\n\n\n\n\n");
