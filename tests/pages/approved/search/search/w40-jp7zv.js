laomoSearch("w40","部件 表面 全靠 动不动 雨天 用的 动摇\n\n-医师 门诊\n\n\n\n");
