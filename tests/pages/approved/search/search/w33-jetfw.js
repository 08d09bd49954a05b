laomoSearch("w33","没人 没有 计划\n\n\n\n-振动 荡秋千 荡来荡去\n\n");
