laomoSearch("o-pinyin-0","#2#O#r#s#[");
