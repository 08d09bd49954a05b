laomoSearch("w62","设备 顾客 放松 找工作 松木 松柏 松树 松香\n\n巾帼\n\n\n\n");
