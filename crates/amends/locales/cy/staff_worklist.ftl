# Y rhestr waith.

worklist-view-needs-me = Angen fy sylw heddiw
worklist-view-due-in-14 = Yn ddyledus ymhen 14 diwrnod
worklist-view-evidence = Tystiolaeth i’w hadolygu
worklist-view-extensions = Ceisiadau am ddyddiad hwyrach
worklist-view-all = Y cyfan

worklist-group-review = Yn aros amdanom ni
worklist-group-very-overdue = Hwyr iawn: mwy nag 20 diwrnod gwaith
worklist-group-overdue = Hwyr
worklist-group-due-soon = Yn ddyledus cyn hir
worklist-group-not-due-yet = Ddim yn ddyledus eto
worklist-group-waiting = Yn aros am eraill
worklist-group-ended = Wedi dod i ben

worklist-column-recommendation = Argymhelliad
worklist-column-body = Corff
worklist-column-status = Statws
worklist-column-date = Dyddiad
worklist-column-next = Y cam nesaf
worklist-column-handler = Yn gyfrifol

worklist-filter-words = Geiriau yn yr achos
worklist-filter-handler = Yn gyfrifol
worklist-filter-handler-name = Neu restr un aelod o staff
worklist-filter-body = Corff
worklist-filter-state = Statws
worklist-mine = Fy rhai i
worklist-everybody = Rhai pawb
worklist-any = Unrhyw un

worklist-next-review = Adolygu’r dystiolaeth
worklist-next-extension = Penderfynu ar y dyddiad hwyrach
worklist-next-address = Daeth llythyr yn ôl: cywiro’r cyfeiriad
worklist-next-draft = Gorffen y drafft
worklist-next-proposed = Gweld yr atebion
worklist-next-chase = Nodyn atgoffa nesaf ar { $date }
worklist-or-more = { $count } neu fwy
worklist-next-page = Tudalen nesaf

worklist-empty-title = Dim byd yma
worklist-empty = { $count ->
    [0] Nid oes argymhelliad sy’n cyfateb i’r hidlyddion hyn.
    [one] Mae 1 argymhelliad yn cyfateb i’r hidlyddion hyn, ac nid oes angen dim arno heddiw.
   *[other] Mae { $count } argymhelliad yn cyfateb i’r hidlyddion hyn, ac nid oes angen dim ar yr un heddiw.
}
worklist-empty-until = { $count ->
    [one] Mae 1 argymhelliad yn cael ei ddilyn. Y dyddiad nesaf: { $date }.
   *[other] Mae { $count } argymhelliad yn cael eu dilyn. Y dyddiad nesaf: { $date }.
}
worklist-empty-link = Gweld y cyfan

worklist-view-mine = Fy argymhellion
worklist-view-delivery = Problemau danfon
worklist-pick = Ticio
worklist-pick-one = Ticio { $reference }
worklist-assign-to = Rhoi’r achosion sydd wedi’u ticio i
worklist-assign = Edrych ar yr hyn sy’n newid
worklist-assign-title = Rhoi achosion i rywun
worklist-assigned-title = Rhoddwyd yr achosion
worklist-assign-whole = Rhoddir achos yn ei gyfanrwydd, gyda’i holl argymhellion. Ni ddywedir wrth neb y tu allan i’r swyddfa.
worklist-assign-from = Yn gyfrifol nawr
worklist-assign-confirm = Eu rhoi
worklist-would-give = { $count ->
    [one] Mae 1 achos yn mynd i { $name }
   *[other] Mae { $count } achos yn mynd i { $name }
}
worklist-given = { $count ->
    [one] Rhoddwyd 1 achos i { $name }
   *[other] Rhoddwyd { $count } achos i { $name }
}
worklist-picked = { $count ->
    [one] Mae 1 achos wedi’i dicio
   *[other] Mae { $count } achos wedi’u ticio
}
worklist-left = { $count ->
    [one] Mae 1 achos yn aros fel y mae
   *[other] Mae { $count } achos yn aros fel y maent
}
worklist-left-gone = Nid oes achos o’r fath.
worklist-left-theirs = { $name } sy’n ei drin eisoes.
worklist-left-changed = Fe’i rhoddwyd i { $name } ers llunio’r rhestr.
worklist-left-busy = Roedd rhywun yn ei newid ar yr un eiliad. Rhowch gynnig arall arni.
worklist-none-picked = Ewch yn ôl i’r rhestr a thiciwch o leiaf un argymhelliad
worklist-back = Yn ôl i’r rhestr
done-cases-assigned = Rhoddwyd yr achosion.

worklist-csv = Cadw’r rhestr hon fel tabl (CSV)
worklist-csv-reference = Cyfeirnod
worklist-csv-recommendation = Argymhelliad
worklist-csv-body = Corff
worklist-csv-status = Statws
worklist-csv-date = Tystiolaeth yn ddyledus ar
worklist-csv-days-late = Diwrnodau’n hwyr
worklist-csv-handler = Yn gyfrifol
worklist-csv-title = Achos
