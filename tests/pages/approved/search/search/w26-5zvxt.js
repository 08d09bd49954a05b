laomoSearch("w26","业主 多少 晚上 做的 多重 晚会 晚饭\n\n\n\n\n\n");
