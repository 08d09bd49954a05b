laomoSearch("o-pinyin-0","#2#O#q#r#Z");
