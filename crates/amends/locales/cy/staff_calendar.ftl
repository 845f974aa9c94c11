# Gwyliau, dyddiau cau a’r hyn y byddent yn ei symud.

calendar-title = Dyddiau heb waith
calendar-holidays = Gwyliau banc i ddod
calendar-closures = Dyddiau y mae’r swyddfa ar gau
calendar-none = Nid yw’r swyddfa ar gau ar unrhyw ddiwrnod arall.
calendar-day = Diwrnod
calendar-why = Pam
calendar-add-title = Cau’r swyddfa ar ddiwrnod arall
calendar-add-hint = Gwelwch yn gyntaf pa ddyddiadau agored fyddai’n symud. Nid yw dyddiad statudol byth yn symud, na dyddiad y cytunodd rhywun arno.
calendar-why-en = Pam, yn Saesneg
calendar-why-cy = Pam, yn Gymraeg
calendar-look = Gweld beth fyddai’n symud
calendar-manager = Rheolwr sy’n cau’r swyddfa ar ddiwrnod.
calendar-check-title = { $count ->
    [one] Byddai 1 dyddiad yn symud
    [two] Byddai 2 ddyddiad yn symud
   *[other] Byddai { $count } dyddiad yn symud
}
calendar-check-day = Byddai’r swyddfa ar gau ar { $date }: { $why }
calendar-check-none = Ni fyddai unrhyw ddyddiad agored yn symud.
calendar-recommendation = Argymhelliad
calendar-now = Yn sefyll nawr
calendar-then = Byddai’n sefyll
calendar-confirm = Cau’r swyddfa ar y diwrnod hwn
calendar-day-missing = Nodwch y diwrnod
calendar-day-past = Nodwch ddiwrnod sydd eto i ddod
calendar-day-not-worked = Nid oes neb yn gweithio ar y diwrnod hwnnw eisoes
calendar-why-missing = Nodwch pam, yn y ddwy iaith: defnyddir hynny wrth egluro dyddiadau
calendar-reason = Mae’r swyddfa ar gau ar { $date } ({ $why })
done-calendar-closed = Mae’r diwrnod yn y calendr, ac mae’r dyddiadau a restrwyd wedi symud.
