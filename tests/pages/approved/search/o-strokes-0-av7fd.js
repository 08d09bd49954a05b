laomoSearch("o-strokes-0","#(#/###$#+");
