laomoSearch("g0",[["about/","关于","关于小馆 工作室 首页",""]]);
