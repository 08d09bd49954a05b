laomoSearch("o-strokes-1","#####;#<#e#########v");
