laomoSearch("o-strokes-2","#4#1#@#+");
