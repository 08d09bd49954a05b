laomoSearch("o-strokes-0","#2#C#)#*#7");
