laomoSearch("o-pinyin-0","#$#0#:#;#4");
