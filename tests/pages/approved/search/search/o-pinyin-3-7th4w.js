laomoSearch("o-pinyin-3","#'");
