laomoSearch("w23","渗透\n\n\n\n\n\n");
