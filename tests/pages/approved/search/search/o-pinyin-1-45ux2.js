laomoSearch("o-pinyin-1","#######A#########");
