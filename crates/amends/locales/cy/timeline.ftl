# Yr hyn a ddigwyddodd, llinell yr un. Mae { $reference } yn enwi’r argymhellion; { $body } y corff.

timeline-case-opened = Agorwyd yr achos
timeline-handler-assigned = Rhoddwyd yr achos i aelod arall o staff
timeline-body-added = Ychwanegwyd { $body } at yr achos
timeline-finding-recorded = Cofnodwyd bai gan { $body }
timeline-check-recorded = { $check }: edrychwyd arno
timeline-contact-recorded = Nodwyd cyswllt
timeline-recommendation-written = Ysgrifennwyd { $reference }
timeline-recommendation-revised = Newidiwyd { $reference }
timeline-recommendation-withdrawn = Tynnwyd { $reference } yn ôl
timeline-resolution-proposed = Cynigiwyd camau i’r corff, i’w hateb erbyn { $date }
timeline-body-answered = Atebodd { $body } ar { $reference }
timeline-settlement-recorded = Cytunodd y corff i’r camau
timeline-turned-into-investigation = Daeth yr achos yn ymchwiliad
timeline-draft-issued = Anfonwyd drafft { $draft } am sylwadau
timeline-complainant-commented = Gwnaeth yr achwynydd sylwadau ar y drafft
timeline-comments-extended = Rhoddwyd tan { $date } i { $body } wneud sylwadau
timeline-reminded-to-comment = Atgoffwyd { $body } i wneud sylwadau
timeline-comments-closed = Caewyd y sylwadau
timeline-comments-considered = Ystyriwyd y sylwadau ar { $reference }
timeline-further-draft-skipped = Nid anfonwyd drafft pellach
timeline-early-action-authorised = Ceir gweithredu ar { $reference } cyn y penderfyniad
timeline-public-report-considered = Ystyriwyd adroddiad cyhoeddus
timeline-decision-issued = Cyhoeddwyd y penderfyniad terfynol
timeline-discontinued = Daeth yr ymchwiliad i ben oherwydd camau y cytunwyd arnynt
timeline-case-closed = Caewyd yr achos; eir ar drywydd yr hyn a addawyd
timeline-complainant-withdrew = Tynnwyd y gŵyn yn ôl
timeline-complainant-died = Bu farw’r achwynydd
timeline-complainant-unreachable = Ni ellid cyrraedd yr achwynydd
timeline-complainant-active = Mae’r achwynydd yn cymryd rhan eto
timeline-case-goes-on = Penderfynwyd bod yr achos yn mynd yn ei flaen
timeline-case-ended = Penderfynwyd bod yr achos yn dod i ben
timeline-complainant-substituted = Mae rhywun arall yn gweithredu fel yr achwynydd yn awr
timeline-receipt-recorded = Derbyniodd { $body } ef ar { $date }
timeline-chases-stopped = Ataliwyd y nodiadau atgoffa ar yr achos hwn
timeline-chases-resumed = Mae’r nodiadau atgoffa ar yr achos hwn yn mynd eto
timeline-letter = Llythyr: { $letter }
timeline-compliance-complete = Mae popeth a argymhellwyd wedi’i wneud; mae’r mater wedi’i gau
timeline-compliance-closed-with-failures = Daeth y gwaith dilynol i ben, ac ni wnaed popeth
timeline-date-set = { $reference }: rhaid rhoi gwybod i’r swyddfa erbyn { $date }
timeline-date-extended = { $reference }: cytunwyd ar ddyddiad hwyrach, { $date }
timeline-date-moved = { $reference }: y dyddiad yn awr yw { $date }
timeline-awaited-event-happened = { $reference }: digwyddodd yr hyn yr oedd ei ddyddiad yn aros amdano ar { $date }
timeline-evidence-received = Anfonodd { $body } dystiolaeth ar gyfer { $reference }
timeline-review-started = Mae’r dystiolaeth ar gyfer { $reference } yn cael ei gwirio
timeline-item-assessed = Aseswyd eitem o dystiolaeth ar gyfer { $reference }
timeline-more-asked = { $reference }: gofynnwyd am ragor o dystiolaeth
timeline-met = Mae { $reference } wedi’i fodloni
timeline-met-late = { $days ->
        [one] Mae { $reference } wedi’i fodloni, 1 diwrnod yn hwyr
        [two] Mae { $reference } wedi’i fodloni, 2 ddiwrnod yn hwyr
       *[other] Mae { $reference } wedi’i fodloni, { $days } diwrnod yn hwyr
    }
timeline-treated-as-met = Mae { $reference } yn cael ei drin fel un a fodlonwyd, am reswm da
timeline-not-met = Nid yw { $reference } wedi’i fodloni
timeline-refused = Mae’r corff yn gwrthod { $reference }
timeline-ceased = Nid eir ar drywydd { $reference } bellach
timeline-superseded = Disodlwyd { $reference } gan rif { $by }
timeline-special-report-considered = Ystyriwyd adroddiad arbennig ar { $reference }
timeline-reopened = Ailagorwyd { $reference }
timeline-extension-requested = { $reference }: gofynnodd y corff am { $date }
timeline-extension-granted = { $reference }: cytunwyd ar y dyddiad hwyrach, { $date }
timeline-extension-refused = { $reference }: gwrthodwyd y dyddiad hwyrach
timeline-had-it = Mae’r achwynydd wedi cael { $reference }
timeline-had-it-not = Nid yw’r achwynydd wedi cael { $reference }
timeline-chased = { $reference }: atgoffwyd y corff ({ $step })
timeline-chase-undelivered = { $reference }: daeth nodyn atgoffa yn ôl heb ei ddosbarthu ({ $step })
timeline-profile-edition-fixed = Dilynir o hyn ymlaen o dan argraffiad { $edition } y proffil
timeline-period-agreed = Cytunodd yr achwynydd i’r cyfnod
timeline-period-specified = Pennwyd y cyfnod yn ysgrifenedig, gan nad oedd cytundeb yn bosibl
timeline-criterion-recorded = Cofnodwyd maen prawf dros adroddiad cyhoeddus
timeline-report-notice = Rhoddwyd rhybudd o adroddiad i { $body }
timeline-contracting-body = Enwyd { $body } fel y corff iechyd a gontractiodd â’r darparwr
timeline-instrument-prepared = Paratowyd adroddiad neu hysbysiad am { $body }
timeline-instrument-commented = Daeth sylwadau ar yr adroddiad drafft i mewn
timeline-instrument-issued = Cyhoeddwyd adroddiad neu hysbysiad am { $body }
timeline-instrument-told = Adroddiad neu hysbysiad am { $body }: { $what ->
    [notified] hysbysodd y corff am yr hyn a wnaeth neu y bydd yn ei wneud
    [considered-by-authority] fe’i hystyriwyd gan yr awdurdod ei hun
    [form-agreed] cytunwyd ar ffurf yr hyn a gyhoeddir
    [published] profwyd cam cyhoeddusrwydd
    [cost-paid] talwyd cost
   *[laid] fe’i gosodwyd
}
timeline-instrument-ruled = Adroddiad neu hysbysiad am { $body }: { $what ->
    [longer-period] cytunwyd ar gyfnod hwy
    [response-assessed] aseswyd yr hyn yr hysbysodd y corff amdano
    [no-action] mae’r swyddfa’n fodlon bod y corff wedi penderfynu gwneud dim
    [confirmation-assessed] aseswyd yr hyn sy’n cadarnhau’r camau
    [publicity-lifted] cyfarwyddwyd neu codwyd dyletswydd gyhoeddusrwydd
   *[cost-claimed] hawliwyd cost
}
timeline-escalation-step = { $reference }: { $taken ->
    [chief_executive] ysgrifennwyd at y prif weithredwr
    [meeting] cyfarfuwyd â’r corff
    [more_time] cytunwyd ar ragor o amser
    [tell_complainant] dywedwyd wrth yr achwynydd pam y mae’n cymryd cymaint o amser
    [case_conference] trafodwyd y mater gyda’r ymchwilydd
    [public_report] ystyriwyd adroddiad cyhoeddus
    [cease] nid yw’n cael ei ddilyn mwyach
   *[new_case] mae achos newydd yn ymwneud ag ef
}
timeline-case-linked = Cysylltwyd achos { $other }
timeline-earlier-judged = { $body }, { $earlier }: { $conclusion }
timeline-earlier-referred-to = Mae’r penderfyniad yn cyfeirio at { $earlier }
timeline-handling-recorded = Nodwyd sut yr ymwnaeth { $body } â ni: { $code }
timeline-evidence-quarantined = Mae’r hyn a anfonodd { $body } ar gyfer achos, corff neu achwynydd arall ac fe’i rhoddwyd o’r neilltu
timeline-evidence-moved-in = Cymerwyd drosodd dystiolaeth a ddaeth gyntaf i achos { $case }
timeline-evidence-moved-out = Aeth tystiolaeth a roddwyd o’r neilltu i achos { $case }
timeline-file-restricted = Cyfyngwyd ffeil i’r swyddfa
timeline-file-for-complainant = Agorwyd ffeil i’r achwynydd
timeline-file-for-publication = Agorwyd ffeil i’r cyhoedd
timeline-redacted-copy-added = Ychwanegwyd copi wedi’i olygu o ffeil
timeline-document-barred = Mae hysbysiad yn gwahardd dogfen
timeline-bar-lifted = Tynnwyd yn ôl yr hysbysiad a waharddai ddogfen
timeline-disclosed = Datgelwyd rhywbeth ar sail yn y gyfraith
timeline-translation-ordered = Archebwyd cyfieithiad
timeline-translation-done = Mae cyfieithiad yno
timeline-translation-not-needed = Nid oes angen cyfieithiad
timeline-successor-followed = { $reference }: { $body } sy’n cyflawni hyn o hyn ymlaen
timeline-ceased-on-closure = { $reference }: mae’r darparwr wedi cau ac ni chymerodd neb ei le
timeline-request-rests-on-freeze = { $reference }: mae’r cais am ddyddiad hwyrach yn dibynnu ar hysbysiad sy’n rhewi gwariant
timeline-marked-significant = Galwyd { $reference } yn welliant gwasanaeth arwyddocaol
timeline-hold-placed = { $hold ->
        [litigation] Daliwyd: camau cyfreithiol
        [information-request] Daliwyd: cais am wybodaeth
        [information-appeal] Daliwyd: apêl ynghylch gwybodaeth
       *[newer-complaint] Papurau wedi’u dal ar gyfer cwyn fwy newydd
    }
timeline-hold-lifted = Codwyd daliad
timeline-retained = Cedwir yn hwy; i’w ailystyried ar { $date }
timeline-disposal-proposed = { $class ->
        [documents] Cynigiwyd dinistrio: dogfennau a llythyrau
        [significant-evidence] Cynigiwyd dinistrio: tystiolaeth o welliannau arwyddocaol
        [anonymise] Cynigiwyd dinistrio: enwau a thestun rhydd
       *[delete] Cynigiwyd dinistrio: gweddill y testunau
    }
timeline-disposal-approved = { $class ->
        [documents] Cymeradwywyd dinistrio: dogfennau a llythyrau
        [significant-evidence] Cymeradwywyd dinistrio: tystiolaeth o welliannau arwyddocaol
        [anonymise] Cymeradwywyd dinistrio: enwau a thestun rhydd
       *[delete] Cymeradwywyd dinistrio: gweddill y testunau
    }
timeline-disposed = { $class ->
        [documents] Dinistriwyd: dogfennau a llythyrau (tystysgrif { $certificate })
        [significant-evidence] Dinistriwyd: tystiolaeth o welliannau arwyddocaol (tystysgrif { $certificate })
        [anonymise] Dinistriwyd: enwau a thestun rhydd (tystysgrif { $certificate })
       *[delete] Dinistriwyd: gweddill y testunau (tystysgrif { $certificate })
    }
timeline-post-decision-reviewed = { $outcome ->
        [changed] Adolygwyd y penderfyniad ac mae’n newid
       *[stands] Adolygwyd y penderfyniad ac mae’n sefyll
    }
