laomoSearch("w29","\n\n\n\n\n\n-先进操作法 绝活 绝招");
