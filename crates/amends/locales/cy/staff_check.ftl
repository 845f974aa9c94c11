# Y dudalen cyn gweithred sy’n mynd allan, a geiriau sawl tudalen o achos.

check-letters = Pwy sy’n cael beth
check-how = Sut mae’n mynd
check-address = Cyfeiriad
check-no-address = Nid oes cyfeiriad hysbys: cedwir y llythyr nes bod rhywun yn nodi un
check-language = Iaith
check-language-en = Saesneg
check-language-cy = Cymraeg
check-subject = Pwnc
check-read = Darllen y llythyr at { $to }
check-no-letters = Nid oes llythyr yn mynd allan.
check-dates = Y dyddiadau sy’n dilyn
check-first-chase = Os na ddaw dim, bydd y neges gyntaf ar ôl y dyddiad yn mynd ar { $date }.
check-waits = Mae dyddiad { $numbers } yn rhedeg o’r diwrnod y mae’r corff yn derbyn y penderfyniad. Cofnodwch y diwrnod hwnnw pan fydd prawf ohono.
check-by-email = Drwy e-bost
check-by-post = Wedi’i argraffu a’i bostio
check-back = Mynd yn ôl a newid
matter-due-after = { $length } ar ôl { $anchor }
matter-due-on-event = { $length } ar ôl y digwyddiad hwn: { $event }; erbyn { $backstop } fan bellaf
matter-amount-formula = { $formula }, { $ceiling } ar y mwyaf
date-because-decision = Gosodwyd gan y penderfyniad neu’r cytundeb
date-because-extension = Rhoddwyd dyddiad hwyrach
date-because-further-evidence = Cytunwyd pan ofynnwyd am ragor o dystiolaeth
date-because-more-time = Cytunwyd ar ragor o amser ar ôl i’r dyddiad fynd heibio
date-because-event = Digwyddodd yr hyn yr oedd yn aros amdano, neu derbyniwyd y penderfyniad
date-because-reopened = Gosodwyd wrth ailagor
date-because-correction = Cywirwyd
