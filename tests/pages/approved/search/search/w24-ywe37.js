laomoSearch("w24","乘客 还是 高等 折弯 尘封 忘我 粘土 粘接\n\n\n\n\n\n");
