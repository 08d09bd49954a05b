laomoSearch("w17","我家 我们 滑轮 滑道 滑块\n\n\n\n-振动 发飘\n-制动 滑行\n\n发明专利 发明");
