laomoSearch("w47","可以 积累 弯头\n\n港口 港\n\n振动\n\n");
