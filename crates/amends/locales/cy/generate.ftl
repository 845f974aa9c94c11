# Creu swyddfa ddychmygol o unrhyw faint ar y llinell orchymyn.

cli-about-amends-generate = Creu swyddfa ddychmygol o unrhyw faint mewn cronfa ddata wag, i roi cynnig ar bethau ar raddfa fawr.
cli-arg-amends-generate-size = S (20,000 o argymhellion), M (100,000), L (300,000) neu W (3,000,000), dros ddeng mlynedd
cli-arg-amends-generate-recommendations = Cynifer o argymhellion dros ddeng mlynedd
cli-arg-amends-generate-live = Cynifer o argymhellion, pob un ohonynt yn fyw
cli-arg-amends-generate-owed = I gynifer o’r rhai byw mae nodyn atgoffa’n ddyledus heddiw
cli-arg-amends-generate-bodies = Cynifer o gyrff, lle dylai fod yn rhif gwahanol i rif y maint
cli-arg-amends-generate-letters = Cedwir llythyrau a negeseuon air am air am gynifer o fisoedd yn ôl
cli-arg-amends-generate-into = Ffolder y swyddfa newydd; fel arall yr un y mae’r ffurfweddiad yn ei henwi
generate-making = Yn creu swyddfa ddychmygol
generate-made = Crëwyd { $recommendations } o argymhellion mewn { $cases } o achosion mewn { $bodies } o gyrff: { $entries } o gofnodion yn y cofnod parhaol, yn { $folder }.
generate-not-empty = Mae swyddfa yn { $folder } eisoes, ac nid yw achosion dychmygol byth yn sefyll wrth ymyl rhai eraill.
generate-not-empty-mend = Enwch ffolder wag gyda --into, neu dilëwch y swyddfa yno os un ddychmygol oedd hi.
generate-stopped = Stopiwyd creu’r swyddfa ddychmygol; mae’r hyn a grëwyd tan hynny yn aros.
generate-stopped-mend = Dilëwch ei ffolder cyn i chi ddechrau eto.
