laomoSearch("o-strokes-0","#N##6#7#Y");
