# Cylch y drafft.

draft-guard = Peidiwch â dechrau’r camau hyn eto. Ni wneir dim cyn y penderfyniad terfynol oni bai bod y swyddfa’n cytuno ymlaen llaw.
draft-title-none = Nid oes drafft wedi’i anfon
draft-title-out = Mae drafft { $draft } allan am sylwadau
draft-title = Drafft { $draft }: sylwadau a’r hyn a ddaeth ohonynt
draft-sent-on = Anfonwyd drafft { $draft } ar { $date }.
draft-none-title = Nid oes dim wedi mynd allan eto
draft-none = Rhaid cynnig cyfle i’r corff ac i’r achwynydd wneud sylwadau cyn penderfyniad. Ysgrifennwch yr argymhellion, yna paratowch y drafft.
draft-set-up = Paratoi drafft { $draft }
draft-set-up-title = Anfon drafft { $draft } am sylwadau
draft-again-title = Cyhoeddi drafft { $draft } er mwyn i’r ddau gael gwneud sylwadau?
draft-again = Newidiwyd o ran sylwedd ers y drafft diwethaf: { $numbers }. Nid yw’r naill barti na’r llall wedi gweld y geiriau hyn. Fel arfer aiff drafft pellach at y ddau.
draft-skip-summary = Peidio ag anfon drafft pellach
draft-skip-reason = Pam nad oes angen drafft pellach
draft-skip-hint = Rhaid i’r corff gytuno i’r geiriau newydd o hyd cyn penderfyniad drwy gytundeb.
draft-skip = Cofnodi na anfonir yr un
draft-skipped = Ni anfonwyd drafft pellach oherwydd: { $reason }
draft-report-considered = Mae adroddiad cyhoeddus yn cael ei ystyried oherwydd: { $reason }
draft-who = Pwy sydd wedi ateb
draft-party = Parti
draft-by = Gofynnwyd erbyn
draft-answers = Atebion
draft-silence = Yn dal yn ddistaw
draft-complete = Popeth i mewn
draft-nothing-in = Dim sylwadau eto.
draft-answered-of = Atebwyd { $answered } o { $of }
draft-comments-count = { $count ->
    [one] 1 sylw
    [two] 2 sylw
   *[other] { $count } sylw
}
draft-silent-left = { $days ->
    [one] Dim ateb – 1 diwrnod ar ôl.
    [two] Dim ateb – 2 ddiwrnod ar ôl.
   *[other] Dim ateb – { $days } diwrnod ar ôl.
}
draft-silent-since = { $days ->
    [one] Dim ateb – aeth y dyddiad heibio 1 diwrnod yn ôl.
    [two] Dim ateb – aeth y dyddiad heibio 2 ddiwrnod yn ôl.
   *[other] Dim ateb – aeth y dyddiad heibio { $days } diwrnod yn ôl.
}
draft-silence-body = Ystyrir distawrwydd fel peidio â chytuno, a gall arwain at adroddiad cyhoeddus.
draft-silence-complainant = Nid oes rhaid i’r achwynydd wneud sylwadau; gellir penderfynu hebddynt.
draft-complainant = Achwynydd: { $who }
draft-closed-silent = Caewyd y sylwadau heb ateb gan: { $bodies }. Nid cytundeb yw hynny.
draft-compare = Cymharu drafft { $from } â drafft { $to }
draft-compare-now = Cymharu drafft { $from } â’r geiriau fel y maent nawr
draft-each = Pob argymhelliad
draft-comments-whole = Yr achwynydd am y drafft cyfan
draft-comments = Dywed yr achwynydd
draft-action = Cam
draft-body = Corff
draft-due = Erbyn pryd
draft-due-none = Dim dyddiad eto
draft-proof = Beth fydd yn ei brofi
draft-edit = Newid
draft-withdrawn = Tynnwyd yn ôl cyn y penderfyniad.
draft-early-agreed = Cytunodd y swyddfa y caiff y corff weithredu cyn y penderfyniad.
draft-answer = Ateb y corff: { $word }
draft-answer-agree = Yn cytuno
draft-answer-change = Yn cytuno gyda newid
draft-answer-already = Wedi gwneud hyn, neu wrthi’n ei wneud
draft-answer-disagree = Ddim yn cytuno
draft-answer-question = Yn gofyn rhywbeth yn gyntaf
draft-no-answer = Nid yw’r corff wedi ateb ar hwn.
draft-received-on = Derbyniwyd ar { $date }.
draft-received-late = Roedd hynny ar ôl y dyddiad.
draft-checked-with = Gwiriwyd gyda: { $who }.
draft-suggested = Y geiriad y mae’r corff yn ei awgrymu ar gyfer { $reference }
draft-suggested-date = Mae’n awgrymu { $date }.
draft-accept-why = Pam y derbynnir yr awgrym
draft-accept = Derbyn yr awgrym
draft-edit-first = Golygu’r geiriad yn gyntaf
draft-new-wording = Geiriad
draft-accept-edited = Derbyn gyda’r geiriau hyn
draft-considered = Ar ôl drafft { $draft }, ar { $date }: { $outcome }.
draft-considered-stands = Mae’n sefyll
draft-considered-changed = Fe’i newidir
draft-considered-changed-hint = Newidiwch y geiriau ar dudalen yr argymhelliad hefyd.
draft-considered-withdrawn = Fe’i tynnir yn ôl
draft-considered-withdrawn-hint = Tynnwch ef yn ôl ar dudalen yr argymhelliad hefyd.
draft-consider-title = Beth ddaeth o’r sylwadau?
draft-consider-why = Pam
draft-consider = Cofnodi sut y’u hystyriwyd
draft-early-summary = Gadael i’r corff weithredu ar { $reference } cyn y penderfyniad
draft-early-reason = Pam y caiff weithredu’n gynnar
draft-early = Cytuno i weithredu cynnar
draft-by-hand = Nodi’r hyn a ddaeth dros y ffôn neu drwy lythyr
draft-answer-title = Ateb corff
draft-answer-number = Argymhelliad
draft-answer-kind = Beth ddywed y corff?
draft-answer-text = Ei resymau, ei adroddiad neu ei gwestiwn
draft-answer-text-hint = Mae angen rhesymau lle nad yw’r corff yn cytuno neu lle mae am gael newid.
draft-answer-wording = Y geiriad yr hoffai ei gael
draft-answer-due-on = Y dyddiad yr hoffai ei gael
draft-answer-received-on = Pryd y cafodd y swyddfa ef?
draft-answer-checked-with = Gyda pha dimau y’i gwiriwyd
draft-answer-record = Cofnodi’r ateb
draft-comment-title = Sylw’r achwynydd
draft-comment-number = Ar ba argymhelliad
draft-comment-whole = Y drafft cyfan
draft-comment = Sylw
draft-comment-record = Cofnodi’r sylw
draft-extend-title = Rhoi mwy o amser i gorff wneud sylwadau
draft-extend-until = Tan pryd
draft-extend-reason = Pam
draft-extend = Rhoi mwy o amser
draft-close-title = Cau’r sylwadau
draft-close-hint = Gellir cau’r sylwadau pan fydd pawb wedi ateb neu pan fydd yr amser ar ben. Nid yw’r sawl na ddywedodd ddim wedi cytuno.
draft-close = Cau’r sylwadau
draft-report-title = Nid yw’r corff yn cytuno ac mae’r swyddfa’n glynu wrtho
draft-report-hint = Nid yw penderfyniad drwy gytundeb yn bosibl wedyn. Ystyriwch a yw’r mater yn galw am adroddiad cyhoeddus.
draft-report-reason = Pam yr ystyrir adroddiad cyhoeddus
draft-report = Ystyried adroddiad cyhoeddus
draft-recipients = Pwy sy’n ei gael
draft-no-address = Nid oes cyfeiriad hysbys
draft-no-complainant = Nid oes achwynydd i’w holi.
draft-default-by = Daw amser y swyddfa ar gyfer sylwadau i ben ar { $date }.
draft-early-listed = Cytunwyd ar weithredu cynnar ar gyfer { $numbers }.
draft-bodies-by = Erbyn pryd y gofynnir i’r corff wneud sylwadau?
draft-complainant-by = Erbyn pryd y gofynnir i’r achwynydd wneud sylwadau?
draft-continue = Parhau
draft-check-title = Gwirio pwy sy’n cael y drafft
draft-check-button = Anfon y drafft
draft-check-both = Aiff y drafft at bob parti ar unwaith ac ni ellir ei alw’n ôl.
draft-bodies-by-missing = Nodwch y dyddiad y gofynnir i’r corff wneud sylwadau erbyn hynny
draft-received-on-missing = Nodwch y diwrnod y cafodd y swyddfa ef
draft-comment-missing = Nodwch beth ddywed yr achwynydd
draft-body-missing = Dewiswch y corff
draft-until-missing = Nodwch y dyddiad newydd
draft-reason-missing = Nodwch y rheswm
draft-reasoning-missing = Nodwch pam
draft-outcome-missing = Dewiswch beth ddaeth o’r sylwadau
draft-number-missing = Dewiswch yr argymhelliad
draft-kind-missing = Dewiswch beth ddywed y corff
draft-wording-missing = Nodwch y geiriad
done-draft-sent = Mae’r drafft ar ei ffordd at bob parti.
done-draft-answer = Cofnodwyd yr ateb.
done-draft-comment = Cofnodwyd y sylw.
done-draft-extend = Mae gan y corff fwy o amser i wneud sylwadau.
done-draft-close = Mae’r sylwadau wedi’u cau.
done-draft-consider = Cofnodwyd sut yr ystyriwyd y sylwadau.
done-draft-accept = Derbyniwyd yr awgrym.
done-draft-skip = Cofnodwyd na anfonir drafft pellach.
done-draft-public-report = Mae adroddiad cyhoeddus yn cael ei ystyried.
done-draft-early = Cytunwyd ar weithredu cynnar.
