laomoSearch("w7","过来 过去 切割 摇号\n\n-巾帼 妇女\n\n-振动 震 摇\n标准化\n\n");
