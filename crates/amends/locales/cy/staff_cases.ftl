# Y rhestr achosion.

cases-title = Achosion
cases-new = Agor achos
cases-import = Derbyn penderfyniad
cases-search = Chwilio
cases-search-words = Cyfeirnod, enw neu eiriau
cases-search-hint = Mae cyfeirnod cyfan, fel 26-0193 neu 26-0193-2, yn mynd â chi’n syth yno.
cases-filter-stage = Cam
cases-column-case = Achos
cases-column-compliance = Dilyn
cases-column-received = Derbyniwyd
cases-none-found-title = Ni chafwyd hyd i achos
cases-none-found = Chwiliwyd teitlau, argymhellion, cyfeirnodau ac enw’r achwynydd. Rhowch gynnig ar lai o eiriau neu sillafiad arall.
cases-see-all = Gweld pob achos
cases-none-title = Dim achosion eto
cases-none = Agorwch un, neu dderbyn penderfyniad a wnaed mewn man arall.
