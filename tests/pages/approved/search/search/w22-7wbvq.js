laomoSearch("w22","他们 外面 策划 拖车 拖船\n\n-医师 外科\n\n-振动 抖\n\n");
