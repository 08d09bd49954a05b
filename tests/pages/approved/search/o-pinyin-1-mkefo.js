laomoSearch("o-pinyin-1","#####-#.#%#########/");
