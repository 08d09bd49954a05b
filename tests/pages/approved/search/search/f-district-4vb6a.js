laomoSearch("f-district",["地区",["studio.region","studio.region (other)","北区","南区"],[[],[2],[3],[0],[1]],"$%&'$"]);
