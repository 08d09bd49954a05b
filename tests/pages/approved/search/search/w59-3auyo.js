laomoSearch("w59","总是 治理 轻松 寻找 冻品 冻库\n\n医师 医生 医院\n\n\n\n");
