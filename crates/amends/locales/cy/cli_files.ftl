# Ble y cedwir ffeiliau: y gorchmynion am hynny, a’r hyn a ddywedir pan fydd y lle hwnnw’n methu.

cli-about-amends-files = Ble y cedwir ffeiliau: eu copïo i le arall, a chael gwared ar yr hyn nad oes dim yn ei enwi.
cli-about-amends-files-copy = Copïo pob ffeil i le arall, gan wirio pob un; o’i ddechrau eto mae’n mynd ymlaen o’r lle y stopiodd.
cli-about-amends-files-sweep = Cael gwared ar ffeiliau a adawyd gan fethiant ac nad oes dim yn eu henwi.
cli-arg-amends-files-copy-from = Y lle i gopïo ohono: ffolder, neu s3://BWCED/RHAGDDODIAD?endpoint=URL&region=RHANBARTH
cli-arg-amends-files-copy-to = Y lle i gopïo iddo, wedi’i ysgrifennu yn yr un modd
cli-arg-older_than = Dim ond ffeiliau hŷn na hyn o oriau
cli-arg-amends-demo-files = Lle i’w ffeiliau heblaw ei ffolder, megis s3://BWCED/RHAGDDODIAD?endpoint=URL; maent yn aros pan fydd yn stopio
cli-key-storage-files = Ble y cedwir ffeiliau: ffolder, neu s3://BWCED/RHAGDDODIAD?endpoint=URL&region=RHANBARTH; yn y ffolder data lle mae hwn yn wag. Mae’r allweddi yn AMENDS_S3_KEY_ID ac AMENDS_S3_SECRET, neu mewn ffeiliau a enwir gan yr un enwau gyda _FILE
cli-files-copying = Copïo ffeiliau
cli-files-copied = { $copied ->
        [one] Copïwyd un ffeil ({ $mib } MiB) i { $place }, { $there } yno eisoes.
       *[other] Copïwyd { $copied } ffeil ({ $mib } MiB) i { $place }, { $there } yno eisoes.
    }
cli-files-damaged = { $count ->
        [one] Mae un ffeil wedi’i difrodi lle’r oedd, ac ni chafodd ei chopïo.
       *[other] Mae { $count } ffeil wedi’u difrodi lle’r oeddent, ac ni chawsant eu copïo.
    }
cli-files-damaged-mend = Adferwch hwy o gopi wrth gefn, a rhowch y gorchymyn eto: mae’n copïo’r hyn sydd ar goll.
cli-files-same = { $place } yw’r ddau le.
cli-files-same-mend = Enwch y lle i gopïo iddo ar ôl --to.
cli-files-no-folder = Nid oes ffolder { $folder }.
cli-files-no-folder-mend = Mae ffeiliau swyddfa yn y ffolder “files” yn ei ffolder data, oni bai bod storage.files yn enwi lle arall.
cli-files-swept = { $count ->
        [0] Nid oedd dim ffeil dros ben.
        [one] Roedd un ffeil dros ben, ac mae wedi mynd.
       *[other] Roedd { $count } ffeil dros ben, ac maent wedi mynd.
    }

cli-store-files-unreachable = Nid oes cysylltiad â { $place } ({ $said }); ni chofnodwyd dim.
cli-store-files-unreachable-mend = Gwiriwch y cyfeiriad, y rhwydwaith, tystysgrif y storfa a’i bod yn rhedeg, a rhowch y gorchymyn eto.
cli-store-files-slow = Nid yw storfa’r ffeiliau, { $place }, yn ateb mewn pryd ({ $said }); ni chofnodwyd dim.
cli-store-files-slow-mend = Gwiriwch hi a’r rhwydwaith, a rhowch y gorchymyn eto. Mae patience= yn y cyfeiriad yn gosod sawl eiliad a gaiff.
cli-store-files-busy = Ni all storfa’r ffeiliau, { $place }, ateb ar hyn o bryd ({ $said }); ni chofnodwyd dim.
cli-store-files-busy-mend = Rhowch y gorchymyn eto ymhen tipyn.
cli-store-files-full = Nid oes lle ar ôl yn storfa’r ffeiliau, { $place } ({ $said }); ni chofnodwyd dim.
cli-store-files-full-mend = Gwnewch le yno, a rhowch y gorchymyn eto.
cli-store-files-denied = Nid yw storfa’r ffeiliau, { $place }, yn ei ganiatáu ({ $said }); ni chofnodwyd dim.
cli-store-files-denied-mend = Gadewch i’r allweddi hyn restru, darllen, ysgrifennu a dileu yn y bwced, a gwiriwch ag: amends doctor --only files
cli-store-files-keys = Nid yw storfa’r ffeiliau, { $place }, yn derbyn yr allweddi ({ $said }); ni chofnodwyd dim.
cli-store-files-keys-mend = Gosodwch AMENDS_S3_KEY_ID ac AMENDS_S3_SECRET i rai dilys, a gwiriwch ag: amends doctor --only files
cli-store-files-clock = Mae cloc storfa’r ffeiliau, { $place }, a chloc y cyfrifiadur hwn yn wahanol ({ $said }); ni chofnodwyd dim.
cli-store-files-clock-mend = Gosodwch gloc y cyfrifiadur hwn, a chadwch ef yn gywir â gwasanaeth amser.
cli-store-files-no-bucket = Nid oes bwced { $place } ({ $said }); ni chofnodwyd dim.
cli-store-files-no-bucket-mend = Gwnewch ef, neu cywirwch storage.files.
cli-store-files-region = Mae’r bwced { $place } mewn rhanbarth arall neu dan gyfeiriad arall ({ $said }); ni chofnodwyd dim.
cli-store-files-region-mend = Cywirwch region= ac endpoint= yn storage.files.
cli-store-files-not-s3 = Nid storfa S3 sy’n ateb yn { $place } ({ $said }); ni chofnodwyd dim.
cli-store-files-not-s3-mend = Cywirwch endpoint= yn storage.files.
cli-store-files-refused = Gwrthododd storfa’r ffeiliau, { $place } ({ $said }); ni chofnodwyd dim.
cli-store-files-refused-mend = Edrychwch yn ei log, a gwiriwch ag: amends doctor --only files
cli-store-bad-place = { $detail }.
cli-store-file-damaged = { $detail }.
cli-store-file-damaged-mend = Mae amends audit verify yn enwi pob ffeil sydd wedi’i difrodi.

cli-doctor-files = Ffeiliau
cli-doctor-files-kept = mae { $place } yn derbyn, yn rhoi’n ôl, yn rhestru ac yn dileu
cli-doctor-files-none = nid oes ffeiliau eto; fe’u cedwir yn { $place }
cli-doctor-files-trouble = { $detail }
cli-doctor-files-trouble-fix = Trwsio: gweler uchod; tan hynny ni ellir derbyn na rhoi ffeil, ac ni chollir dim a gydnabuwyd
cli-doctor-files-versions = mae { $place } yn cadw hen fersiynau: byddai’r hyn a ddinistrir yn aros yno
cli-doctor-files-versions-fix = Trwsio: diffoddwch fersiynau ar gyfer y bwced hwn, neu gadewch i reol yn y bwced ddileu hen fersiynau ar ôl rhai dyddiau
cli-doctor-files-plain = cyrhaeddir { $place } heb amgryptio
cli-doctor-files-plain-fix = Trwsio: ysgrifennwch endpoint=https://… yn storage.files
cli-doctor-audit-files = ni ellir edrych ar y ffeiliau: { $detail }
cli-doctor-audit-files-fix = Trwsio: gweler Ffeiliau; gellir gwirio gweddill y cofnod ag amends audit verify --without-files
