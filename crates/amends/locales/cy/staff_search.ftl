# Chwilio.

nav-search = Chwilio
search-title = Chwilio
search-words = Geiriau neu ymadrodd
search-hint = Rhowch ymadrodd mewn dyfynodau. Mae seren ar ôl dechrau gair yn canfod pob terfyniad: ymddih*. Mae cyfeirnod cyfan, fel 26-0193, yn mynd â chi’n syth yno.
search-do = Chwilio
search-in = Chwilio yn
search-in-all = Popeth
search-in-case = Achosion
search-in-recommendation = Argymhellion
search-in-decision = Canfyddiadau
search-in-evidence = Tystiolaeth
search-in-mail = Post
search-one-case = Achos
search-one-recommendation = Argymhelliad
search-one-decision = Canfyddiad
search-one-evidence = Tystiolaeth
search-one-mail = Post
search-bodies = Cyrff
search-found = Canfuwyd, y diweddaraf yn gyntaf
search-apart = wedi’i roi o’r neilltu
search-none = Ni chafwyd hyd i ddim ar gyfer “{ $words }”
search-none-hint = Chwiliwyd teitlau, argymhellion, canfyddiadau, tystiolaeth, post ac enwau cyrff, yn Gymraeg a Saesneg. Ni chwiliwyd: llythyrau a anfonwyd, yr hyn a roddwyd o’r neilltu, yr hyn a waredwyd, na ffeiliau heb destun. Rhowch gynnig ar lai o eiriau neu sillafiad arall.
search-what = Chwilir teitlau achosion, argymhellion, canfyddiadau, tystiolaeth, post ac enwau cyrff, yn Gymraeg a Saesneg.
