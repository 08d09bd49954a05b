laomoSearch("w12","同事 里面 里头 希望 背景 背后\n\n-焊接 二保焊\n-起重 行车\n\n\n\n");
