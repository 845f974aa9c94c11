# Tudalennau i achwynwyr: geiriau syml, dim byd i ddychryn.

complaint-title = Beth sy’n digwydd gyda’ch cwyn
complaint-stage-looking = Rydym yn edrych ar eich cwyn. Byddwn yn ysgrifennu atoch pan fyddwn yn gwybod mwy.
complaint-stage-agreeing = Rydym yn cytuno â’r sefydliad beth ddylai ddigwydd. Byddwn yn ysgrifennu atoch pan fydd hynny wedi’i gytuno.
complaint-stage-draft = Rydym wedi ysgrifennu drafft o’r hyn a ddylai ddigwydd i unioni pethau.
complaint-stage-considering = Rydym yn ystyried yr hyn a ddywedoch chi a’r sefydliad wrthym. Yna byddwn yn penderfynu, ac yn ysgrifennu atoch.
complaint-stage-promised = Mae wedi’i benderfynu beth ddylai ddigwydd i unioni pethau. Rydym yn gwirio ei fod yn digwydd.
complaint-stage-withdrawn = Dywedoch wrthym nad ydych am fynd ymlaen. Byddwn yn ysgrifennu atoch.
complaint-stage-ended = Nid ydym yn mynd â hyn ymhellach. Mae ein llythyr yn dweud pam.
complaint-nothing-to-do = Nid oes angen i chi wneud dim.
complaint-about = Mae hyn am { $bodies }. Ein cyfeirnod yw { $reference }.
complaint-draft-heading = Dywedwch wrthym beth yw eich barn am y drafft
complaint-draft-by = Os hoffech, dywedwch wrthym erbyn { $date }. Nid oes rhaid i chi.
complaint-draft-commented = Diolch, mae eich sylwadau gennym. Cewch ychwanegu atynt tra bydd y drafft allan.
complaint-draft-open = Darllen y drafft
complaint-draft-again = Darllen y drafft eto
complaint-promised-heading = Yr hyn a addawyd i chi
complaint-says-waiting = Mae’r sefydliad i wneud hyn a dangos i ni ei fod wedi’i wneud.
complaint-says-more = Anfonodd y sefydliad rywbeth atom, ond nid yw’n dangos eto fod hyn wedi’i wneud. Rydym wedi gofyn am ragor.
complaint-says-checking = Mae’r sefydliad wedi anfon prawf atom. Rydym yn ei wirio.
complaint-says-done = Mae hyn wedi’i wneud. Rydym wedi gweld y prawf.
complaint-says-closed = Rydym wedi cytuno bod rheswm da dros ddod â hyn i ben. Mae ein llythyr yn dweud pam.
complaint-says-not = Nid ydym yn dilyn hyn ymhellach. Mae ein llythyr yn dweud pam.
complaint-due = Rydym yn disgwyl y prawf erbyn { $date }.
complaint-due-new = Cytunwyd ar ddyddiad newydd: rydym yn disgwyl y prawf erbyn { $date }.
complaint-late-sorry = Mae hyn yn hwyr. Roeddem yn disgwyl prawf erbyn { $date }, ac mae’n ddrwg gennym fod yn rhaid i chi aros.
complaint-late-asked = { $count ->
    [one] Gofynnom i’r sefydliad amdano ar { $date }.
    [two] Rydym wedi gofyn i’r sefydliad amdano ddwywaith, y tro diwethaf ar { $date }.
    [few] Rydym wedi gofyn i’r sefydliad amdano deirgwaith, y tro diwethaf ar { $date }.
   *[other] Rydym wedi gofyn i’r sefydliad amdano { $count } gwaith, y tro diwethaf ar { $date }.
}
complaint-late-next = Os na ddaw, byddwn yn gofyn eto ar { $date }.
complaint-late-person = Mae person yn ein swyddfa yn delio â hyn yn awr.
complaint-improvements = { $count ->
    [one] A hefyd 1 newid fel na fydd hyn yn digwydd i eraill.
    [two] A hefyd 2 newid fel na fydd hyn yn digwydd i eraill.
   *[other] A hefyd { $count } newid fel na fydd hyn yn digwydd i eraill.
}
complaint-improvements-done = Nifer a wnaed hyd yma: { $done }.
complaint-tell-us = Dywedwch wrthym
complaint-ask-money = Ydych chi wedi cael y { $sum }?
complaint-ask-money-plain = Ydych chi wedi cael yr arian?
complaint-ask-apology = Ydych chi wedi cael yr ymddiheuriad?
complaint-ask-letter = Ydych chi wedi cael yr esboniad?
complaint-ask-done = A yw hyn wedi’i wneud?
complaint-yes-money = Ydw, rydw i wedi’i gael
complaint-yes-apology = Ydw, rydw i wedi’i gael
complaint-yes-letter = Ydw, rydw i wedi’i gael
complaint-yes-done = Ydy, mae wedi’i wneud
complaint-no-money = Nac ydw, nid wyf wedi’i gael
complaint-no-apology = Nac ydw, nid wyf wedi’i gael
complaint-no-letter = Nac ydw, nid wyf wedi’i gael
complaint-no-done = Nac ydy, nid yw wedi’i wneud
complaint-not-sure = Nid wyf yn siŵr
complaint-note-label = Unrhyw beth yr hoffech ei ddweud wrthym amdano
complaint-note-hint = Er enghraifft pryd y daeth, neu beth sydd ar goll
complaint-note-not-kept = Dim ond gydag ateb ydw, nac ydw, ydy neu nac ydy y gallwn gadw eich geiriau. Dewiswch un ohonynt, neu ffoniwch ni a dywedwch wrthym.
complaint-had-it-missing = Dewiswch un ateb
complaint-send = Anfon
complaint-you-had-it = Dywedoch wrthym eich bod wedi cael hyn.
complaint-you-had-it-not = Dywedoch wrthym nad ydych wedi cael hyn. Byddwn yn edrych ar hynny cyn dod â dim i ben.
complaint-done-comment = Diolch. Mae eich sylwadau gennym, a byddwn yn eu hystyried cyn penderfynu.
complaint-done-had-it = Diolch am ddweud wrthym.
complaint-done-had-it-not = Diolch am ddweud wrthym. Byddwn yn edrych i mewn i hyn.
complaint-done-not-sure = Mae hynny’n iawn. Rhaid i’r sefydliad ddangos prawf i ni. Os cewch wybod, gallwch ddweud wrthym yma.
complaint-comment-title = Y drafft o’r hyn a ddylai ddigwydd
complaint-comment-check-title = Gwiriwch yr hyn yr ydych yn ei anfon
complaint-comment-lead = Drafft yw hwn. Gall newid cyn i ni benderfynu. Cewch ddweud rhywbeth am un cam, am y cyfan, neu ddim byd o gwbl.
complaint-comment-label = Eich sylw ar gam { $number }
complaint-comment-missing = Ysgrifennwch sylw, neu ewch yn ôl os nad ydych am wneud hynny
complaint-comment-goes = Mae eich sylwadau’n mynd at { $name }, sy’n delio â’ch cwyn, ac nid anfonir dim nes i chi ddewis “Anfon”.
complaint-whole-label = Eich sylw ar y cyfan
complaint-whole-hint = Dywedwch wrthym os oes rhywbeth ar goll, yn anghywir neu na fyddai’n helpu.
complaint-draft-changed = Mae’r drafft wedi newid, neu mae’r amser ar gyfer sylwadau wedi dod i ben, ers i chi agor y dudalen hon. Mae eich geiriau wedi’u cadw isod. Os na allwch eu hanfon, ffoniwch ni.
complaint-contact-heading = Siarad â ni
complaint-contact = { $name } sy’n delio â’ch cwyn.
complaint-contact-how = Gallwch ffonio neu ysgrifennu, yn Gymraeg neu yn Saesneg, neu ofyn i ni eich ffonio chi. Ein cyfeirnod yw { $reference }.
complaint-adjustments = Gofynnoch i ni am hyn, ac rydym yn cadw ato: { $adjustments }
complaint-close = Cau’r dudalen hon
complaint-files = Dogfennau y cawn eu dangos i chi
complaint-file = Lawrlwytho { $name }
complaint-report-issued = Ar { $date } cyhoeddwyd hyn gennym ynghylch { $bodies }: { $name }.
