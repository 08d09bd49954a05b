laomoSearch("w54","零件 家里 时候\n\n\n\n制动\n\n");
