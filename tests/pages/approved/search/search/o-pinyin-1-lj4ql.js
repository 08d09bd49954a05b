laomoSearch("o-pinyin-1","#####.#/#%#########0");
