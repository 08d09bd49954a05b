laomoSearch("o-strokes-2","#T#L#|#:");
