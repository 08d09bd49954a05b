laomoSearch("w51","想要 音响 平等 石灰 跳舞 跳槽\n\n\n\n-振动 平稳性 跳动大\n\n");
