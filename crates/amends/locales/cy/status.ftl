# Geiriau statws. "staff": y swyddfa a’r cyrff. "public": achwynwyr a’r gofrestr.

status-staff-draft = Drafft
status-staff-proposed = Anfonwyd am sylwadau
status-staff-agreed = Cytunwyd – nid yw’n ddyledus eto
status-staff-due_soon = { $days ->
    [0] Yn ddyledus heddiw
    [one] Yn ddyledus mewn 1 diwrnod
    [two] Yn ddyledus mewn 2 ddiwrnod
   *[other] Yn ddyledus mewn { $days } diwrnod
}
status-staff-overdue = { $days ->
    [one] 1 diwrnod yn hwyr
    [two] 2 ddiwrnod yn hwyr
   *[other] { $days } diwrnod yn hwyr
}
status-staff-evidence_in = Tystiolaeth i’w hadolygu
status-staff-more_needed = Angen rhagor o dystiolaeth
status-staff-met = Cyflawnwyd
status-staff-met_late = { $days ->
    [one] Cyflawnwyd, 1 diwrnod yn hwyr
    [two] Cyflawnwyd, 2 ddiwrnod yn hwyr
   *[other] Cyflawnwyd, { $days } diwrnod yn hwyr
}
status-staff-treated_met = Ystyrir ei fod wedi’i gyflawni
status-staff-not_met = Heb ei gyflawni
status-staff-withdrawn = Tynnwyd yn ôl
status-staff-extended = Estynnwyd i { $date }

status-public-draft = Yn cael ei baratoi
status-public-proposed = Yn cael ei gytuno
status-public-agreed = Addawyd
status-public-due_soon = Addawyd
status-public-overdue = Hwyr
status-public-evidence_in = Yn cael ei wirio
status-public-more_needed = Angen rhagor o brawf
status-public-met = Wedi’i wneud
status-public-met_late = Wedi’i wneud, yn hwyr
status-public-treated_met = Caewyd am reswm da
status-public-not_met = Heb ei wneud
status-public-withdrawn = Tynnwyd yn ôl
status-public-extended = Cytunwyd ar ddyddiad newydd
