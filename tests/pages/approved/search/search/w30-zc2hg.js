laomoSearch("w30","非常 实在 回来 办法\n\n\n\n\n\n");
