laomoSearch("o-pinyin-2","#<###9#=");
