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
