laomoSearch("w43","别人 烫头 填充 填海 贫困\n\n\n\n\n\n");
