laomoSearch("w8","师傅 很久 又是 消毒\n\n\n\n\n\n先进操作法");
