laomoSearch("o-strokes-1","#####;#<#d#########u");
