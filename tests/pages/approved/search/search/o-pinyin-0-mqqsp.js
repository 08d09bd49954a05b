laomoSearch("o-pinyin-0","#$#&#*#+#(");
