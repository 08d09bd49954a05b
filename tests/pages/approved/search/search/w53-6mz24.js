laomoSearch("w53","贵州 贵宾\n\n-焊接 电焊\n\n\n\n");
