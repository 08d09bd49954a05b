laomoSearch("w38","车间 擦拭\n\n\n\n\n\n");
