laomoSearch("o-strokes-0","#)#0###$#,");
