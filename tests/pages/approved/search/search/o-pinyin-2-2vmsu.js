laomoSearch("o-pinyin-2","#,###)#-");
