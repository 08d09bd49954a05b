laomoSearch("o-strokes-2","#*#(#/#%");
