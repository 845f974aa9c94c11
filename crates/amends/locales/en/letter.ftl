# Words of letters that do not come from a case’s rules.

letter-sender-office = The Ombudsman’s office
