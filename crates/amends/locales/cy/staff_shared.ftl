# Geiriau a rennir gan lawer o dudalennau staff: dewisiadau, camau, cyflyrau, beth ddigwyddodd, pwy a’i gwnaeth.

staff-choose = Dewiswch un
staff-own-initiative = dim achwynydd: ar liwt y swyddfa ei hun
staff-body-unknown = corff nad yw yn y gofrestr
staff-member-unknown = rhywun nad yw yn y rhestr staff bellach
staff-due-today = heddiw
staff-days-late = { $days ->
    [one] 1 diwrnod yn hwyr
    [two] 2 ddiwrnod yn hwyr
   *[other] { $days } diwrnod yn hwyr
}
staff-days-left = { $days ->
    [one] ymhen 1 diwrnod
    [two] ymhen 2 ddiwrnod
   *[other] ymhen { $days } diwrnod
}

staff-changed-title = Newidiodd rhywun hyn tra oeddech chi’n ysgrifennu
staff-changed-nothing-lost = Ni chollwyd dim a deipiwyd gennych, ac ni throsysgrifwyd dim o’u gwaith nhw. Edrychwch ar yr hyn a wnaethant, yna dewiswch.
staff-changed-theirs = Beth a wnaed yn y cyfamser
staff-changed-yours = Beth a deipiwyd gennych chi
staff-changed-keep-mine = Cadw fy ngwaith i
staff-changed-take-theirs = Cymryd eu gwaith nhw a gadael yr hyn a deipiais

section-overview = Trosolwg
section-findings = Canfyddiadau a gwiriadau
section-recommendations = Argymhellion
section-draft = Y drafft
section-settlement = Datrys yn gynnar
section-decision = Penderfyniad
section-evidence = Tystiolaeth
section-people = Pobl
section-letters = Llythyrau
section-timeline = Llinell amser

stage-assessing = Yn cael ei asesu
stage-proposal_sent = Camau wedi’u cynnig
stage-negotiating = Yn cael ei drafod
stage-agreed = Cytunwyd
stage-closed_early_resolution = Caewyd gyda chamau y cytunwyd arnynt
stage-investigating = Yn cael ei ymchwilio
stage-draft_ready = Drafft yn barod
stage-out_for_comment = Allan am sylwadau
stage-considering_comments = Sylwadau’n cael eu hystyried
stage-final_ready = Yn barod i’w benderfynu
stage-consider_public_report = Adroddiad cyhoeddus yn cael ei ystyried
stage-final_issued = Penderfyniad wedi’i gyhoeddi
stage-discontinued_by_settlement = Daeth i ben drwy gamau y cytunwyd arnynt
stage-discontinued = Daeth i ben heb benderfyniad

compliance-not_started = Dim yn ddyledus eto
compliance-monitoring = Yn cael ei ddilyn
compliance-complete = Wedi’i gwblhau
compliance-closed_with_failures = Wedi’i gau, heb wneud y cyfan

state-draft = Drafft
state-proposed = Wedi’i anfon am sylwadau
state-due = Yn aros am y corff
state-evidence_received = Tystiolaeth wedi dod i law
state-under_review = Yn cael ei adolygu
state-further_evidence_requested = Angen rhagor o dystiolaeth
state-met_on_time = Cyflawnwyd mewn pryd
state-met_late = Cyflawnwyd yn hwyr
state-treated_as_met = Wedi’i drin fel pe bai wedi’i gyflawni
state-not_met = Heb ei gyflawni
state-refused = Gwrthodwyd gan y corff
state-ceased = Ddim yn cael ei ddilyn bellach
state-superseded = Disodlwyd gan un arall
state-withdrawn = Tynnwyd yn ôl

route-early_resolution = Datrys yn gynnar
route-investigation = Ymchwiliad

who-complainant = yr achwynydd
who-system = system y swyddfa
section-earlier = Gofynnwyd o’r blaen
section-handling = Ymwneud
