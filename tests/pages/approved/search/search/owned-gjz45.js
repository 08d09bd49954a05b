laomoSearch("owned",[0,0,1,1,2]);
