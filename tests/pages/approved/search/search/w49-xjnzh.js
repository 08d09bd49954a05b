laomoSearch("w49","影响 花卉 花费 脱贫 脱脂\n\n\n\n\n\n");
