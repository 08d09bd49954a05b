laomoSearch("w3","心脏\n\n\n\n-振动 晃\n\n");
