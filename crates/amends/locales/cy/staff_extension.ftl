# Dyddiadau hwyrach.

extension-title = Dyddiadau { $reference }
extension-open = Gofynnir am ddyddiad hwyrach
extension-late = Gofynnwyd amdano ar ôl i’r dyddiad fynd heibio.
extension-asked-on = Gofynnwyd ar
extension-until = Tan
extension-further = { $days ->
    [one] 1 diwrnod yn hwyrach
    [two] 2 ddiwrnod yn hwyrach
   *[other] { $days } diwrnod yn hwyrach
}
extension-body-reason = Rheswm y corff
extension-done-so-far = Wedi’i wneud hyd yma
extension-nothing-said = Dim wedi’i ddweud
extension-so-far = { $count ->
    [one] Rhoddwyd 1 dyddiad hwyrach hyd yma.
    [two] Rhoddwyd 2 ddyddiad hwyrach hyd yma.
   *[other] Rhoddwyd { $count } dyddiad hwyrach hyd yma.
}
extension-limit = Caiff gweithiwr achos roi { $count } at ei gilydd, hyd at { $days } diwrnod gwaith o’r dyddiad cyntaf.
extension-needs-manager = Rheolwr sydd i benderfynu ar y dyddiad y gofynnwyd amdano.
extension-decide = Penderfyniad
extension-agree = Cytuno i { $date }
extension-other = Cytuno i ddyddiad arall
extension-refuse-option = Gwrthod
extension-refuse-hint = Mae’r dyddiad presennol yn dal i sefyll.
extension-other-date = Dyddiad arall
extension-reason = Pam
extension-reason-hint = Bydd y corff yn darllen hyn.
extension-form = Ffurf
extension-in-writing = Rhoddwyd yn ysgrifenedig
extension-in-writing-hint = Rhaid rhoi mwy o amser yn ysgrifenedig ar ôl adroddiad, neu ar addewid y gallai adroddiad arbennig ddibynnu arno.
extension-continue = Parhau
extension-not-yours = Rhaid i rywun a gaiff benderfynu ar ddyddiadau hwyrach benderfynu ar hyn.
extension-why = Pam y mae’n sefyll
extension-set-on = Ers
extension-no-date = Nid oes dyddiad yn rhedeg eto.
extension-earlier = Ceisiadau cynharach
extension-granted = Rhoddwyd tan { $date }
extension-refused = Gwrthodwyd
extension-decided-because = Penderfynwyd ar { $date }: { $reason }
extension-was-in-writing = Rhoddwyd yn ysgrifenedig.
extension-by-hand = Nodi cais a ddaeth dros y ffôn neu drwy lythyr
extension-record = Cofnodi’r cais
extension-check = Cedwir y dyddiad cynharach yn y cofnod; mae’r negeseuon atgoffa’n dilyn y dyddiad sy’n sefyll.
extension-grant-title = Gwirio’r dyddiad hwyrach
extension-grant = Rhoi’r dyddiad hwyrach
extension-refuse-title = Gwirio’r gwrthodiad
extension-refuse = Gwrthod y dyddiad hwyrach
extension-how-missing = Dewiswch eich penderfyniad
extension-date-missing = Nodwch y dyddiad arall
extension-reason-missing = Nodwch pam
extension-gone = Nid yw’r cais hwn yno bellach
extension-asked-on-missing = Nodwch pryd y gofynnwyd
extension-until-missing = Nodwch y dyddiad y gofynnwyd amdano
extension-body-reason-missing = Nodwch reswm y corff
done-extension-decided = Cofnodwyd y penderfyniad ar y dyddiad hwyrach a rhoddir gwybod i’r corff.
done-extension-requested = Cofnodwyd y cais.
