laomoSearch("o-strokes-3","#5#D#/#9#.#<#3#>#;#B#0#8#E#?#F#A#(#'#$#6###&#%");
