laomoSearch("w57","特别 根本 容易 方法 改善 改进 改造 点滴 夹具 凹版\n\n\n\n-制动 刹\n\n");
