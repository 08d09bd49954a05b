laomoSearch("u0",[["city","示例市总工会","市总工会",0,"3",""],["north","北区工会","区总工会",3,"2",""],["south","南区工会","区总工会",2,"",""],["street","union.name","省总工会",0,"","union.landline"]]);
