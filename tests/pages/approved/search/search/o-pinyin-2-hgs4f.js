laomoSearch("o-pinyin-2","#x#0#j#{");
