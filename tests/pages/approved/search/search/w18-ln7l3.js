laomoSearch("w18","青年 划线 划算 洒水 洒水车 撒种 毒品\n\n\n\n\n\n");
