# Gwelliannau gwasanaeth cynharach: eu canfod, eu barnu, cyfeirio atynt.

recurrence-title = Gwelliannau gwasanaeth cynharach
recurrence-advice = Mae’r rhain yn hysbysu; nid ydynt yn penderfynu dim. Penderfynir pob achos ar ei dystiolaeth ei hun.
recurrence-rule = Penderfynir pob achos ar ei dystiolaeth ei hun: nid yw nifer y penderfyniadau blaenorol yn pennu dim. Lle nad yw argymhellion cynharach wedi cael digon o gyfle i ymwreiddio, mae’n annhebygol y bydd angen rhai newydd, ac mae’r penderfyniad yn cyfeirio at y rhai cynharach. Lle cawsant amser a lle mae’r un bai’n codi eto, mae argymhellion newydd yn adlewyrchu hynny, ac mae’n rheswm dros ystyried adroddiad cyhoeddus.
recurrence-more = A { $count } arall
recurrence-none = Ni ofynnwyd dim i’r corff hwn o’r blaen ar y pwnc hwn.
recurrence-judge-link = Edrych ar bob un, a barnu a gawsant amser
recurrence-theme = Pwnc
recurrence-any-theme = Unrhyw bwnc
recurrence-found = Yr hyn y gofynnwyd amdano o’r blaen
recurrence-judge = A gawsant amser i ymwreiddio?
recurrence-which = Pa argymhellion cynharach
recurrence-conclusion = Eich casgliad
recurrence-reasons = Eich rhesymau
recurrence-reasons-hint = Sut mae’r hyn a welsoch yn llywio’r hyn a argymhellwch yn awr. Caiff ei gadw yn y cofnod ac nid yw’n cael ei anfon at neb.
recurrence-judge-record = Cofnodi fy nghasgliad
recurrence-earlier-missing = Dewiswch yr argymhellion cynharach yr ydych wedi edrych arnynt
recurrence-conclusion-missing = Dewiswch eich casgliad
recurrence-reasons-missing = Rhowch eich rhesymau
recurrence-judged = Y casgliadau
recurrence-take-up = Mae’r un bai’n codi eto: gall argymhelliad newydd barhau â { $references }.
recurrence-write = Ysgrifennu argymhelliad
recurrence-consider = Mae bai sy’n codi eto’n rheswm dros ystyried adroddiad cyhoeddus. Nid yw’n penderfynu dim ohono’i hun.
recurrence-consider-link = Cofnodi’r hyn a ystyriwyd gennych
recurrence-refer = Mae’r penderfyniad yn cyfeirio atynt: { $body }
recurrence-inserted = Mae’r paragraff hwn yn llythyrau’r drafft a’r penderfyniad. Mae pob llythyr yn cymryd yr un yn ei iaith ei hun.
recurrence-not-inserted = Hyd nes i’r penderfyniad gyfeirio atynt, ni ellir anfon na drafft na phenderfyniad. Mae pob llythyr yn cymryd y paragraff yn ei iaith ei hun.
recurrence-refer-en = Y paragraff yn Saesneg
recurrence-refer-cy = Y paragraff yn Gymraeg
recurrence-insert = Mewnosod y paragraff
recurrence-reword = Newid y paragraff
recurrence-because-theme = Yr un pwnc: { $theme }
recurrence-because-words = Geiriau’n gyffredin: { $words }
recurrence-open = Yn agored o hyd.
recurrence-met = { $months ->
        [0] Cyflawnwyd ar { $date }, lai na mis yn ôl.
        [two] Cyflawnwyd ar { $date }, 2 fis yn ôl.
       *[other] Cyflawnwyd ar { $date }, { $months } mis yn ôl.
    }
recurrence-ended = Daeth i ben ar { $date }, heb ei gyflawni.
recurrence-said = { $met ->
        [no] Yn ein penderfyniad ar { $decided } ({ $reference }) gofynnwyd am hyn ({ $body }): “{ $wording }”. Rydym yn dal i fynd ar drywydd hynny.
       *[other] Yn ein penderfyniad ar { $decided } ({ $reference }) gofynnwyd am hyn ({ $body }): “{ $wording }”. Roeddem yn fodlon ar { $met } ei fod wedi’i wneud.
    }
recurrence-said-erased = { $met ->
        [no] Yn ein penderfyniad ar { $decided } ({ $reference }) gofynnwyd am newid ({ $body }). Rydym yn dal i fynd ar drywydd hynny.
       *[other] Yn ein penderfyniad ar { $decided } ({ $reference }) gofynnwyd am newid ({ $body }). Roeddem yn fodlon ar { $met } ei fod wedi’i wneud.
    }
recurrence-refers = Ni fu digon o amser eto i hyn gydio, felly nid ydym yn gofyn am ddim newydd yn ei gylch ac rydym yn cyfeirio at yr hyn y gofynnwyd amdano o’r blaen.
conclusion-not-yet-embedded = Nid ydynt wedi cael digon o gyfle i ymwreiddio
conclusion-not-yet-embedded-hint = Mae’n annhebygol y bydd angen rhai newydd, a rhaid i’r penderfyniad gyfeirio at y rhain.
conclusion-recurs = Cawsant amser, ac mae’r un bai’n codi eto
conclusion-recurs-hint = Mae argymhellion newydd yn adlewyrchu hynny. Mae hefyd yn rheswm dros ystyried adroddiad cyhoeddus.
conclusion-does-not-recur = Cawsant amser, a mater arall yw hwn
conclusion-does-not-recur-hint = Nid oes dim yn dilyn i’r achos hwn.
done-earlier-judged = Cofnodwyd eich casgliad.
done-earlier-referred-to = Mewnosodwyd y paragraff.
previous-link = Yr hyn y gofynnwyd i’r corff hwn amdano o’r blaen
previous-title = { $body }: yr hyn y gofynnwyd amdano o’r blaen
previous-none-title = Ni ofynnwyd dim o’r blaen
previous-none = Ni phenderfynwyd ar unrhyw welliant gwasanaeth i’r corff hwn ar y pwnc hwn.
previous-without-theme = Heb bwnc
