laomoSearch("w14","怎么 怎样 后面 碎石\n\n-护理 扎针\n-医师 郎中\n\n\n\n");
