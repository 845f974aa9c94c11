UPDATE stamp SET register = 3, staff = 2, mail = 5, erased = 1;
