laomoSearch("o-pinyin-2","#y#0#k#|");
