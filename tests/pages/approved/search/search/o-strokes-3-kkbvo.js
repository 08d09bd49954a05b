laomoSearch("o-strokes-3","#+");
