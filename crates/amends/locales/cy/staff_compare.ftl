# Dau fersiwn o’r argymhellion ochr yn ochr.

compare-title = Beth newidiodd rhwng { $from } a { $to }
compare-draft = drafft { $draft }
compare-now = y geiriau fel y maent nawr
compare-none = dim
compare-nothing-title = Ni newidiodd dim
compare-nothing = Mae’r ddau fersiwn yn dweud yr un peth.
compare-tally-wording = { $count ->
    [one] 1 geiriad wedi newid
    [two] 2 eiriad wedi newid
   *[other] { $count } geiriad wedi newid
}
compare-tally-date = { $count ->
    [one] 1 dyddiad wedi newid
    [two] 2 ddyddiad wedi newid
   *[other] { $count } dyddiad wedi newid
}
compare-tally-amount = { $count ->
    [one] 1 swm wedi newid
    [two] 2 swm wedi newid
   *[other] { $count } swm wedi newid
}
compare-tally-evidence = { $count ->
    [one] 1 rhestr dystiolaeth wedi newid
    [two] 2 restr dystiolaeth wedi newid
   *[other] { $count } rhestr dystiolaeth wedi newid
}
compare-tally-other = { $count ->
    [one] 1 newid arall
    [two] 2 newid arall
   *[other] { $count } newid arall
}
compare-tally-added = { $count ->
    [one] Ychwanegwyd 1 argymhelliad
    [two] Ychwanegwyd 2 argymhelliad
   *[other] Ychwanegwyd { $count } argymhelliad
}
compare-tally-withdrawn = { $count ->
    [one] Tynnwyd 1 argymhelliad yn ôl
    [two] Tynnwyd 2 argymhelliad yn ôl
   *[other] Tynnwyd { $count } argymhelliad yn ôl
}
compare-tally-same = { $count ->
    [one] Mae 1 argymhelliad yr un fath
    [two] Mae 2 argymhelliad yr un fath
   *[other] Mae { $count } argymhelliad yr un fath
}
compare-added = Ychwanegwyd
compare-withdrawn = Tynnwyd yn ôl
compare-same = Heb newid
compare-diff = Newidiadau yn { $reference }
compare-before = Cynt:
compare-after = Nawr:
compare-wording = Geiriad
compare-amount = Swm
compare-date = Dyddiad
compare-evidence = Beth fydd yn ei brofi
compare-addressee = Pwy sy’n gorfod ei wneud
compare-kind = Math
compare-scope = Ar gyfer pwy
compare-set-off-changed = Gosod yn erbyn dyled
compare-set-off = caniateir
compare-no-set-off = ni chaniateir
compare-later = { $days ->
    [one] 1 diwrnod yn hwyrach
    [two] 2 ddiwrnod yn hwyrach
   *[other] { $days } diwrnod yn hwyrach
}
compare-earlier = { $days ->
    [one] 1 diwrnod yn gynharach
    [two] 2 ddiwrnod yn gynharach
   *[other] { $days } diwrnod yn gynharach
}
compare-others = Fersiynau eraill i’w cymharu
compare-back = Yn ôl at y drafft
