# Beth fydd yn cael ei atgoffa, beth sydd wedi mynd, a’i atal.

chases-title = Yr atgoffa a fydd yn mynd ar { $date }
chases-all-stopped = Mae pob neges atgoffa wedi’i hatal: { $reason }
chases-no-reason = ni chofnodwyd rheswm
chases-day = Edrych ar ddiwrnod arall
chases-day-hint = Unrhyw ddiwrnod o heddiw ymlaen, gan dybio na ddaw dim tan hynny.
chases-day-past = Dewiswch ddiwrnod o heddiw ymlaen
chases-look = Edrych
chases-coming = { $count ->
    [one] Byddai 1 neges yn mynd
    [two] Byddai 2 neges yn mynd
   *[other] Byddai { $count } neges yn mynd
}
chases-not-worked = Nid oes neb yn gweithio ar y diwrnod hwn: ni fydd dim atgoffa bryd hynny.
chases-none-title = Ni fyddai dim yn mynd
chases-none = Nid oes dyddiad wedi mynd mor bell heibio ar y diwrnod hwnnw fel bod neges yn ddyledus.
chases-to = At
chases-to-body = Swyddog cyswllt y corff
chases-to-manager = Y rheolwr yn y swyddfa
chases-to-chief-executive = Prif weithredwr y corff
chases-pay = Anfon yr hyn sy’n ddyledus heddiw nawr
chases-gone = Beth sydd wedi mynd
chases-none-gone = Nid oes dim wedi mynd eto.
chases-when = Pryd
chases-about = Ynghylch
chases-delivery = Danfon
chases-kind-chase = Ar ôl y dyddiad
chases-kind-reminder = Cyn y dyddiad
delivery-on-its-way = Ar ei ffordd
delivery-accepted = Danfonwyd
delivery-deferred = Nid yw’r blwch derbyn yn derbyn negeseuon ar hyn o bryd
delivery-refused = Ni chymerwyd gan y blwch derbyn
delivery-held = Wedi’i dal: rhaid i rywun benderfynu
delivery-bounced = Daeth yn ôl: nid yw hyn yn cyfrif
chases-stop-title = Atal yr atgoffa, neu adael iddo fynd eto
chases-bodies-stopped = Cyrff nad ydynt yn cael eu hatgoffa
chases-resume = Atgoffa eto
chases-stop-body-title = Ar gyfer un corff
chases-stop-body = Peidio ag atgoffa’r corff hwn
chases-stop-case-title = Ar gyfer un achos
chases-case = Cyfeirnod yr achos
chases-stop-case = Peidio ag atgoffa ar yr achos hwn
chases-resume-case = Atgoffa ar yr achos hwn eto
chases-stop-all-title = Ar gyfer y swyddfa gyfan
chases-stop-all = Atal pob neges atgoffa
chases-resume-all = Gadael i’r atgoffa fynd eto
chases-reason = Pam
chases-reason-missing = Nodwch pam
chases-case-missing = Nodwch gyfeirnod yr achos
chases-case-unknown = Nid oes achos { $reference }
done-chases-paid = Mae’r hyn oedd yn ddyledus ar ei ffordd.
done-chases-none-owed = Nid oes dim yn ddyledus heddiw.
done-chases-stopped = Ataliwyd yr atgoffa.
done-chases-resumed = Mae’r atgoffa’n mynd eto.
