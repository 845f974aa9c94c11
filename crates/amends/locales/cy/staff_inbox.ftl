# Post y mae’n rhaid i rywun edrych arno.

inbox-to-file = I’w ffeilio
inbox-set-aside = Wedi’i roi o’r neilltu
inbox-subject = Pwnc
inbox-no-subject = Dim pwnc
inbox-from = Oddi wrth
inbox-received = Derbyniwyd
inbox-why = Pam mae yma
inbox-reason-other = Edrychodd rhywun arno
inbox-empty-title = Mae’r holl bost wedi’i ffeilio
inbox-empty = Caiff post sy’n ateb llythyr gennym ei ffeilio ohono’i hun. Mae’r hyn na ellir ei osod yn sicr yn aros yma.
inbox-says = Beth mae’n ei ddweud
inbox-no-words = Ni ellid darllen geiriau. Cedwir y neges fel y daeth.
inbox-files = Ffeiliau
inbox-size = { $kilobytes } KB
inbox-file = Ei ffeilio
inbox-filed-already = Mae’r neges hon wedi’i ffeilio.
inbox-guesses = Gall berthyn i un o’r achosion hyn:
inbox-look = Edrych ar yr achos hwn
inbox-no-such-case = Nid oes achos â’r cyfeirnod hwn. Gwiriwch ef, er enghraifft 26-0193.
inbox-for = A yw’n dystiolaeth ar gyfer un o’r rhain?
inbox-for-hint = Peidiwch â thicio’r un os yw i’w gadw ar yr achos yn unig.
inbox-none-open = Nid oes dim yn yr achos hwn yn aros am dystiolaeth. Cedwir y neges ar yr achos.
inbox-file-do = Ei ffeilio ar yr achos hwn
inbox-aside-do = Ddim yn eiddo i ni: ei roi o’r neilltu
done-mail-filed = Ffeiliwyd y neges.
done-mail-set-aside = Rhoddwyd y neges o’r neilltu. Fe’i cedwir.
