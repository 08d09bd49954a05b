laomoSearch("w27","进去 进来 痛点\n\n-港口 扛包\n\n\n\n");
