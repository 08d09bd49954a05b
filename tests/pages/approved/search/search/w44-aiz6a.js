laomoSearch("w44","公司 马上 冬天 搬家\n\n-港口 搬运工\n\n\n\n");
