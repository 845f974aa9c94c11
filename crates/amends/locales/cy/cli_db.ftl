# Cronfa ddata swyddfa: ei dwyn i le arall, a sut y mae’n sefyll.

cli-about-amends-db = Y gronfa ddata: ei chopïo i le arall, a dweud sut y mae’n sefyll.
cli-about-amends-db-copy = Copïo cronfa ddata gyfan swyddfa sydd wedi’i stopio i un wag, ar yr un peiriant neu’r llall, a chymharu’r ddwy; o’i ddechrau eto mae’n mynd ymlaen o’r lle y stopiodd. Copïir ffeiliau gan amends files copy.
cli-about-amends-db-check = Dweud ble mae’r gronfa ddata, ei fersiwn a’i maint, pa nodau sy’n gweithio arni, a pha un sy’n arwain ym mha beth.
cli-arg-amends-db-copy-from = Y gronfa ddata i’w chopïo: sqlite:FFEIL, neu postgres://DEFNYDDIWR:CYFRINAIR@GWESTEIWR/ENW
cli-arg-amends-db-copy-to = Y gronfa ddata wag i gopïo iddi, wedi’i hysgrifennu yn yr un modd
cli-arg-amends-demo-database = Cronfa ddata wag iddo heblaw ffeil yn ei ffolder, megis postgres://DEFNYDDIWR:CYFRINAIR@GWESTEIWR/ENW; mae’n aros pan fydd yr arddangosiad yn stopio
cli-db-demo-stays = Mae’r arddangosiad wedi stopio; mae’r hyn a roddodd yn y lleoedd a enwyd iddo’n aros yno.
cli-db-copying = Copïo rhesi
cli-db-comparing = Cymharu’r ddwy ochr
cli-db-auditing = Archwilio’r cofnod a gopïwyd
cli-db-copied = Mae { $rows } rhes yn { $place }, yr un fath ag yn eu ffynhonnell; { $entries } cofnodiad dan y gwreiddyn { $root }.
cli-db-resumed = Aethpwyd ymlaen â chopi cynharach a dorrodd. Copïir ffeiliau gan amends files copy.
cli-db-files = Copïir ffeiliau gan amends files copy. Yna gosodwch storage.database, rhowch amends rebuild unwaith, fel bod popeth i’w gael yno, a dechreuwch y swyddfa.
cli-db-same = { $place } yw’r ddau le.
cli-db-same-mend = Enwch y lle i gopïo iddo ar ôl --to.
cli-db-table = Tabl
cli-db-rows = Rhesi
cli-db-digest-from = Crynodeb y ffynhonnell
cli-db-digest-to = Crynodeb y copi
cli-db-not-made = Nid oes swyddfa yn { $place } eto.
cli-db-checked = { $place }: tablau fersiwn { $version }, { $mib } MiB, { $entries } cofnodiad.
cli-db-no-nodes = Ni chlywyd am unrhyw nod o fewn diwrnod.
cli-db-node = Nod
cli-db-program = Rhaglen
cli-db-seen = Clywyd ddiwethaf
cli-db-leads = Yn arwain yn

cli-store-not-empty = Nid yw { $place } yn wag. Ni ysgrifennwyd dim iddi.
cli-store-not-empty-mend = Enwch un newydd, wag. Dim ond o’r ffynhonnell y dechreuodd â hi, heb newid ers hynny, y mae copi a dorrodd yn mynd ymlaen.
cli-store-half-copied = Hanner copi a dorrodd yw { $place }.
cli-store-half-copied-mend = Rhowch yr un amends db copy eto: mae’n mynd ymlaen o’r lle y stopiodd.
cli-store-office-runs = Mae swyddfa’n gweithio ar { $place }: clywyd am ei nod { $node } o fewn y munud diwethaf. Ni newidiwyd dim.
cli-store-office-runs-mend = Stopiwch bob nod o’r swyddfa, arhoswch funud, a rhowch y gorchymyn eto.
cli-store-copy-differs = Mae’r copi yn { $place } yn wahanol i’w ffynhonnell yn y tabl { $table }, yn gyntaf yn { $key }.
cli-store-copy-differs-mend = Newidiodd rhywun un ohonynt yn y cyfamser. Copïwch eto i gronfa ddata newydd, wag, gyda’r swyddfa wedi’i stopio.
