laomoSearch("o-strokes-1","#####,#-#:#########=");
