# amends profile: y gyfraith a'r arfer y mae swyddfa'n gweithio oddi tanynt.

cli-about-amends-profile = Y gyfraith a'r arfer y mae swyddfa'n gweithio oddi tanynt.
cli-about-amends-profile-list = Yn rhestru'r proffiliau sy'n dod gyda'r rhaglen.
cli-about-amends-profile-show = Yn dangos proffil fel y mae wedi'i ysgrifennu.
cli-about-amends-profile-validate = Yn gwirio eich proffiliau eich hun; nid oes dim yn cychwyn gydag un sy'n anghywir.
cli-about-amends-profile-diff = Yn dangos yr hyn y mae dau broffil yn ei ddweud yn wahanol, fesul allwedd.
cli-about-amends-profile-simulate = Yn rhoi cynnig ar broffil newydd ar hen achosion: beth fyddai wedi mynd yn wahanol. Nid oes dim yn newid.
cli-arg-amends-profile-show-profile = Proffil sy'n dod gyda'r rhaglen, neu ffeil
cli-arg-amends-profile-validate-files = Proffiliau i'w gwirio
cli-arg-amends-profile-diff-first = Proffil sy'n dod gyda'r rhaglen, neu ffeil
cli-arg-amends-profile-diff-second = Yr un i'w gymharu ag ef
cli-arg-amends-profile-simulate-profile = Y proffil newydd
cli-arg-amends-profile-simulate-cases = Dim ond hyn a hyn o'r achosion diweddaraf
cli-head-profile = Proffil
cli-head-edition = Argraffiad
cli-head-use = Defnydd
cli-profile-to-run = i weithio oddi tano
cli-profile-to-read = i'w ddarllen ac i adeiladu arno
cli-profile-not-there = Nid oes proffil “{ $typed }”, ac ni ellir darllen ffeil o'r enw hwnnw: { $reason }.
cli-profile-not-there-mend = Enwch ffeil, neu un o { $known }.
cli-profile-invalid = Ni ellir defnyddio'r proffil: { $reason }
cli-profile-some-invalid = { $count ->
    [one] Mae proffil yn anghywir.
   *[other] Mae { $count } o broffiliau'n anghywir.
}
cli-profile-some-invalid-mend = Trwsiwch yr hyn sydd wedi'i restru uchod, a gwiriwch eto.
cli-profile-valid = { $file }: { $id }, argraffiad { $version }. Clociau: { $clocks }. Offerynnau: { $instruments }. Seiliau: { $grounds }.
cli-profile-same = Mae'r ddau broffil yn dweud yr un peth.
cli-profile-simulated = { $cases ->
    [one] Edrychwyd ar un achos.
   *[other] Edrychwyd ar { $cases } o achosion.
} { $differ ->
    [0] Ni fyddai dim wedi mynd yn wahanol.
    [one] Byddai un wedi mynd yn wahanol.
   *[other] Byddai { $differ } wedi mynd yn wahanol.
}
cli-profile-sum-chase-more = Rhagor o nodiadau atgoffa: { $count }
cli-profile-sum-chase-fewer = Llai o nodiadau atgoffa: { $count }
cli-profile-sum-chase-moved = Nodiadau atgoffa ar ddiwrnod arall: { $count }
cli-profile-sum-escalation = Materion sy'n dod at reolwr ar ddiwrnod arall, neu ddim o gwbl: { $count }
cli-profile-sum-lateness = Argymhellion sy'n cyfrif fel rhai hwyr o nifer arall o ddyddiau: { $count }
cli-profile-sum-extension = Estyniadau i rywun arall eu rhoi: { $count }
cli-profile-sum-instrument = Penderfyniadau drwy offeryn na fyddai'n gyfreithlon: { $count }
cli-profile-would-chase-more = { $about }: byddai { $step } wedi mynd ar { $then }
cli-profile-would-chase-fewer = { $about }: ni fyddai { $step } ar { $now } wedi mynd
cli-profile-would-chase-moved = { $about }: byddai { $step } wedi mynd ar { $then } yn lle { $now }
cli-profile-would-escalation = { $which ->
    [more] { $about }: byddai wedi dod at reolwr ar { $then }
    [fewer] { $about }: ni fyddai wedi dod at reolwr ar { $now }
   *[moved] { $about }: byddai wedi dod at reolwr ar { $then } yn lle { $now }
}
cli-profile-would-lateness = { $about }: byddai'n cyfrif fel { $then } o ddyddiau'n hwyr yn lle { $now }
cli-profile-would-extension = { $who ->
    [manager] { $about }: mater i reolwr fyddai'r estyniad ar { $date }
   *[caseworker] { $about }: mater i weithiwr achos fyddai'r estyniad ar { $date }
}
cli-profile-would-instrument = { $about }: ni fyddai'r gyfraith yn adnabod ei offeryn, { $instrument }
