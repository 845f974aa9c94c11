# Dogfennau penderfyniad yn destun: pam na chafwyd testun, a beth i'w wybod am destun a gafwyd.

document-error-empty = Mae’r ffeil yn wag: nid oes geiriau ynddi.
document-error-empty-mend = Agorwch y ffeil i wirio mai hon yw’r un gywir, yna dewiswch hi eto.
document-error-too-large = { $size ->
        [0] Mae’r ffeil yn rhy fawr: mae’n fwy na’r terfyn o { $limit } MB.
       *[other] Mae’r ffeil yn rhy fawr: { $size } MB yw hi a’r terfyn yw { $limit } MB.
    }
document-error-too-large-mend = Cadwch y penderfyniad ar ei ben ei hun, heb atodiadau na lluniau, a dewiswch y ffeil honno. Gallwch hefyd ludo’r testun.
document-error-unreadable = Nid oedd modd darllen y ffeil: { $reason }.
document-error-unreadable-mend = Gwiriwch fod y ffeil yn dal i fod ac y cewch ei hagor, yna rhowch gynnig arall arni.
document-error-pdf-without-text = { $pages ->
        [one] Un dudalen sydd yn y PDF hwn, heb destun ynddi: llun yw’r dudalen, fel y mae sganiwr yn ei wneud.
       *[other] Mae { $pages } tudalen yn y PDF hwn, heb destun ynddynt: llun yw pob tudalen, fel y mae sganiwr yn ei wneud.
    }
document-error-pdf-without-text-mend = Defnyddiwch y ddogfen y gwnaed y PDF ohoni, neu trowch y sgan yn destun (“OCR”), neu gludwch y testun.
document-error-pdf-encrypted = Mae’r PDF hwn wedi’i ddiogelu: dim ond â chyfrinair y mae’n agor.
document-error-pdf-encrypted-mend = Agorwch ef â’i gyfrinair, cadwch neu argraffwch ef i PDF newydd heb gyfrinair, a dewiswch y ffeil honno.
document-error-docx-encrypted = Mae’r ddogfen Word hon wedi’i diogelu: dim ond â chyfrinair y mae’n agor.
document-error-docx-encrypted-mend = Agorwch hi yn Word, tynnwch y cyfrinair o dan File, Info, Protect Document, cadwch hi a’i dewis eto.
document-error-old-doc = Dogfen Word yn y fformat a ddefnyddid cyn 2007 (.doc) yw hon, ac ni ellir ei darllen yma.
document-error-old-doc-mend = Agorwch hi yn Word, cadwch hi fel “Word Document (.docx)” a dewiswch y ffeil newydd.
document-error-unsupported = { $found ->
        [rtf] Ffeil Rich Text (RTF) yw hon, ac ni ellir ei darllen yma.
        [opendocument] Ffeil OpenDocument yw hon, ac ni ellir ei darllen yma.
        [other-office] Llyfr gwaith, cyflwyniad neu ffeil Office arall yw hon, nid dogfen penderfyniad.
        [archive] Archif zip yw hon, nid dogfen.
        [picture] Llun yw hwn, ac nid oes testun ynddo.
       *[message] Neges e-bost yw hon, nid dogfen.
    }
document-error-unsupported-mend = Cadwch y penderfyniad fel dogfen Word (.docx), PDF â thestun, tudalen we neu destun plaen, a dewiswch y ffeil honno. Gallwch hefyd ludo’r testun.
document-error-wrong-encoding = Nid testun darllenadwy sydd yn y ffeil: mae’r nod ar feit { $byte }, ar linell { $line }, yn anghywir ym mhob amgodiad a ddarllenir yma (UTF-8, UTF-16 a Windows-1252).
document-error-wrong-encoding-mend = Agorwch hi yn y rhaglen a’i gwnaeth, cadwch hi fel testun plaen yn UTF-8 a’i dewis eto.
document-error-unknown-encoding = Mae’r dudalen we yn dweud ei bod yn yr amgodiad “{ $label }”, nad yw’n hysbys.
document-error-unknown-encoding-mend = Agorwch y dudalen mewn porwr, cadwch hi eto yn UTF-8 neu copïwch ei thestun a’i ludo.
document-error-damaged = { $format ->
        [pdf] Mae’r ffeil yn dechrau fel PDF ond mae wedi’i difrodi neu’n anghyflawn ({ $detail }).
        [docx] Mae’r ffeil yn dechrau fel dogfen Word ond mae wedi’i difrodi neu’n anghyflawn ({ $detail }).
        [html] Mae’r dudalen we wedi’i difrodi: nid yw ei nodau yn yr amgodiad y mae’n ei enwi ({ $detail }).
       *[text] Mae’r ffeil wedi’i difrodi neu’n anghyflawn ({ $detail }).
    }
document-error-damaged-mend = Gofynnwch am y ffeil eto, neu agorwch hi yn y rhaglen a’i gwnaeth, cadwch gopi newydd a dewiswch hwnnw.
document-error-unpacks-too-large = { $format ->
        [pdf] Mae’r PDF hwn yn dadbacio i fwy na { $limit } MB, peth nad yw’r un penderfyniad yn ei wneud.
       *[docx] Mae’r ddogfen Word hon yn dadbacio i fwy na { $limit } MB, peth nad yw’r un penderfyniad yn ei wneud.
    }
document-error-unpacks-too-large-mend = Peidiwch â defnyddio’r ffeil hon. Gofynnwch i’r anfonwr am y testun, a rhowch wybod i’r sawl sy’n gofalu am eich cyfrifiaduron.
document-error-took-too-long = { $seconds ->
        [one] Cymerodd darllen y PDF hwn fwy nag un eiliad, a rhoddwyd y gorau iddi.
       *[other] Cymerodd darllen y PDF hwn fwy na { $seconds } eiliad, a rhoddwyd y gorau iddi.
    }
document-error-took-too-long-mend = Defnyddiwch y ddogfen y gwnaed y PDF ohoni, neu cadwch dudalennau’r penderfyniad fel PDF llai, neu gludwch y testun.
document-error-nested-too-deeply = Mae rhannau’r dudalen we hon yn sefyll o fewn ei gilydd fwy na { $limit } o lefelau, peth nad yw’r un penderfyniad yn ei wneud.
document-error-nested-too-deeply-mend = Agorwch y dudalen mewn porwr, copïwch destun y penderfyniad a’i ludo.
document-error-no-words = { $format ->
        [docx] Nid oes geiriau yn y ddogfen Word hon. Efallai fod penderfyniad ynddi fel llun.
       *[html] Nid oes geiriau yn y dudalen we hon.
    }
document-error-no-words-mend = Agorwch y ffeil i wirio mai hon yw’r un gywir, yna dewiswch un arall neu gludwch y testun.

document-warning-name-says-otherwise = { $format ->
        [pdf] Mae’r enw’n gorffen â “.{ $ending }”, ond PDF yw’r ffeil ac felly y’i darllenwyd.
        [docx] Mae’r enw’n gorffen â “.{ $ending }”, ond dogfen Word yw’r ffeil ac felly y’i darllenwyd.
        [html] Mae’r enw’n gorffen â “.{ $ending }”, ond tudalen we yw’r ffeil ac felly y’i darllenwyd.
       *[text] Mae’r enw’n gorffen â “.{ $ending }”, ond testun plaen yw’r ffeil ac felly y’i darllenwyd.
    }
document-warning-read-as-windows-1252 = Nid yw’r testun yn UTF-8, ac fe’i darllenwyd fel Windows-1252. Gwiriwch arwyddion punt, llinellau toriad a llythrennau ag acenion.
document-warning-deletions-left-out = { $count ->
        [one] Mae un dilead wedi’i nodi yn y ddogfen. Gadawyd y geiriau a ddilëwyd allan.
       *[other] Mae { $count } dilead wedi’u nodi yn y ddogfen. Gadawyd y geiriau a ddilëwyd allan.
    }
document-warning-notes-left-out = { $count ->
        [one] Gadawyd un troednodyn neu ôl-nodyn allan.
       *[other] Gadawyd { $count } troednodyn neu ôl-nodyn allan.
    }
document-warning-pages-without-text = { $count ->
        [one] Nid oes testun ar dudalen { $pages }: efallai mai llun yw hi. Gwiriwch nad oes argymhelliad arni.
       *[other] Nid oes testun ar dudalennau { $pages }: efallai mai lluniau ydynt. Gwiriwch nad oes argymhelliad arnynt.
    }
document-warning-characters-unknown = { $count ->
        [one] Nid yw’r PDF yn dweud beth yw ystyr un o’i nodau. Gwiriwch y testun yn erbyn y PDF.
       *[other] Nid yw’r PDF yn dweud beth yw ystyr { $count } o’i nodau. Gwiriwch y testun yn erbyn y PDF.
    }
document-warning-hyphens-joined = { $count ->
        [one] Cydiwyd un gair a dorrwyd ar ddiwedd llinell.
       *[other] Cydiwyd { $count } gair a dorrwyd ar ddiwedd llinell.
    }
