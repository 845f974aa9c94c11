# Yr arddangosiad: ei dudalennau ei hun a’r hyn a ddywed y llinell orchymyn amdano.

demo-title = Swyddfa ombwdsmon y gallwch ei rhoi ar brawf
demo-lead = Mae gennych swyddfa ddychmygol ar eich cyfrifiadur eich hun: tair blynedd o achosion, a diwrnod arferol o waith.
demo-about = Mewngofnodwch fel unrhyw un isod. Mae’r hyn a wnewch yn cyfrif ar unwaith, yn ôl y rheolau go iawn. Nid oes dim yn gadael y cyfrifiadur hwn, a chaiff popeth ei ddileu pan fydd y rhaglen yn stopio.
demo-about-outbox = pob llythyr ac e-bost a anfonodd y swyddfa. Mae’r dolenni ynddynt yn gweithio.
demo-about-day = symudwch y diwrnod ymlaen i weld beth sy’n ddyledus gan y swyddfa wrth i ddyddiau fynd heibio.
demo-roles = Pwy hoffech chi fod?
demo-sign-in-as = Mewngofnodi fel { $name }
demo-path = Pum munud fel { $name }
demo-nav-roles = Rolau
demo-nav-outbox = Blwch allan
demo-nav-mail = Cyflwyno e-bost
demo-nav-day = Diwrnod

demo-sian-name = Siân Parry
demo-sian-role = Gweithiwr achos yn swyddfa’r ombwdsmon
demo-sian-about = Mae Siân yn ysgrifennu argymhellion, yn anfon drafftiau ac yn edrych ar y dystiolaeth a ddaw i law.
demo-sian-worklist-go = Agor y rhestr waith
demo-sian-worklist = Yr hyn y mae angen i Siân ei wneud heddiw sydd gyntaf.
demo-sian-to-draft-go = Anfon drafft
demo-sian-to-draft = Mae’r canfyddiadau a’r argymhellion wedi’u hysgrifennu; nid yw’r cyngor na’r achwynydd wedi’u gweld eto.
demo-sian-comments-in-go = Pwyso a mesur sylwadau ar ddrafft
demo-sian-comments-in = Mae’r cyngor yn anghytuno ag un argymhelliad ac yn dweud pam.
demo-sian-final-ready-go = Cyhoeddi penderfyniad terfynol
demo-sian-final-ready = Mae pawb yn cytuno. O’r diwrnod hwn y mae’r dyddiadau’n cyfrif.
demo-sian-to-review-go = Edrych ar dystiolaeth
demo-sian-to-review = Anfonodd Cyngor Ynys ei drefn newydd, heb brawf bod neb wedi’i chymeradwyo.
demo-sian-later-date-go = Penderfynu ar ddyddiad diweddarach
demo-sian-later-date = Mae cyngor yn gofyn am bythefnos arall ac yn rhoi ei reswm.
demo-sian-overdue-go = Gweld beth sy’n hwyr
demo-sian-overdue = Cafodd Cyngor Ynys ei atgoffa, ac ni ddaeth dim.
demo-sian-to-close-go = Cau datrysiad cynnar
demo-sian-to-close = Cytunodd y corff i weithredu. Gellir cau’r achos; dilynir yr hyn y cytunwyd arno.

demo-gwen-name = Gwen Bowen
demo-gwen-role = Cydlynydd yn swyddfa’r ombwdsmon
demo-gwen-about = Mae Gwen yn sicrhau nad oes dim yn cael ei anghofio: pwy sy’n ymdrin â beth, a beth na allai neb ei ffeilio.
demo-gwen-worklist-go = Agor gwaith pawb
demo-gwen-worklist = Hidlwch yn ôl ymdriniwr neu gorff.
demo-gwen-inbox-go = Ffeilio negeseuon â llaw
demo-gwen-inbox = Daeth naw neges na allai’r rheolau fod yn siŵr o’u hachos. Mae pob un yn dweud pam.
demo-gwen-chases-go = Rhagolwg o’r nodiadau atgoffa
demo-gwen-chases = Gwelwch ar gyfer unrhyw ddiwrnod i ddod pwy gaiff ei atgoffa o beth.

demo-marc-name = Marc Tudor
demo-marc-role = Rheolwr yn swyddfa’r ombwdsmon
demo-marc-about = Mae Marc yn penderfynu beth a ddaw o argymhellion nad yw atgoffa wedi’u symud.
demo-marc-never-came-go = Penderfynu ar yr hyn na ddaeth byth
demo-marc-never-came = Atgoffwyd y corff hyd ben yr ysgol. A gaiff ei drin fel pe bai wedi’i gyflawni, neu fel heb ei gyflawni?
demo-marc-bodies-go = Edrych ar y cyrff
demo-marc-bodies = Mae un wedi rhewi ei wariant, unwyd un arall, a daw llythyrau at ddau yn ôl.
demo-marc-chases-go = Rhagolwg o’r nodiadau atgoffa
demo-marc-chases = Gellir atal yr atgoffa, i un corff neu i bawb.

demo-non-name = Non Hughes
demo-non-role = Ombwdsmon
demo-non-about = Mae Non yn ystyried beth sy’n dilyn pan nad yw corff wedi gwneud yr hyn a argymhellwyd.
demo-non-not-met-go = Ystyried adroddiad arbennig
demo-non-not-met = Barnwyd na wnaed taliad. Mae’r gyfraith yn gofyn y cwestiwn hwn.
demo-non-worklist-go = Agor y rhestr waith
demo-non-worklist = Popeth sydd ar y gweill.

demo-nia-name = Nia
demo-nia-role = Swyddog cyswllt yng Nghyngor Ynys
demo-nia-about = Nid oes gan Nia gyfrif. Daw drwy’r ddolen mewn llythyr, ychydig o weithiau’r flwyddyn.
demo-nia-to-send-go = Anfon tystiolaeth
demo-nia-to-send = Addawyd llythyr ymddiheuro. Mae’r dyddiad yn agos.
demo-nia-to-answer-go = Ateb drafft
demo-nia-to-answer = Ar gyfer pob argymhelliad: cytuno, cytuno gyda newid, neu ddweud pam ddim.
demo-nia-overdue-go = Gofyn am ddyddiad diweddarach
demo-nia-overdue = Mae asesiad yn hwyr. Gellir gofyn yn hwyr, a nodir bod y cais yn hwyr.
demo-nia-to-review-go = Gweld beth a ddaeth i law
demo-nia-to-review = Daeth tystiolaeth Nia i law ac mae’n aros am y swyddfa.

demo-tomos-name = Tomos
demo-tomos-role = Cydweithiwr i Nia, y trosglwyddodd un cam iddo
demo-tomos-about = Mae Tomos yn gweld yr un cam y gofynnwyd iddo amdano, a dim byd arall o’r achos.
demo-tomos-to-send-go = Anfon tystiolaeth dros Nia
demo-tomos-to-send = Dim cyfrif a dim cyfrinair.

demo-mr-k-name = Mr K
demo-mr-k-role = Achwynydd, sy’n darllen Cymraeg
demo-mr-k-about = Addawyd ymddiheuriad a thaliad i Mr K. Daeth yr ymddiheuriad; mae’r taliad yn hwyr.
demo-mr-k-mr-k-go = Gweld beth a addawyd
demo-mr-k-mr-k = Mae ei dudalen yn dweud beth a wnaed, beth sy’n hwyr, a beth mae’r swyddfa’n ei wneud am hynny.

demo-outbox-title = Blwch allan
demo-outbox-about = { $count ->
    [one] Un llythyr, fel y mae gan ei ddarllenydd.
   *[other] { $count } o lythyrau, y diweddaraf yn gyntaf, fel y mae gan eu darllenwyr.
} Ni adawodd yr un ohonynt y cyfrifiadur hwn.
demo-outbox-empty = Dim llythyrau eto
demo-outbox-empty-text = Anfonwch ddrafft, neu symudwch y diwrnod ymlaen.
demo-outbox-older = Llythyrau hŷn
demo-outbox-newest = Y llythyrau diweddaraf
demo-letter-subject = Pwnc
demo-letter-to = At
demo-letter-by = Anfonwyd
demo-letter-reply = Mae atebion yn mynd i
demo-letter-on = Ar
demo-letter-state = Cyflwr
demo-letter-reason = Rheswm
demo-letter-words = Beth mae’n ei ddweud
demo-letter-page = Ei weld fel y mae rhaglen e-bost yn ei ddangos
demo-letters = { $count ->
    [0] Nid aeth yr un llythyr allan.
    [one] Aeth un llythyr allan.
    [two] Aeth dau lythyr allan.
   *[other] Aeth { $count } o lythyrau allan.
}
demo-by-email = Drwy e-bost
demo-by-post = Ar bapur, drwy’r post
demo-post-queued = Yn aros i fynd
demo-post-claimed = Yn mynd allan nawr
demo-post-accepted = Anfonwyd
demo-post-deferred = Gohiriwyd gan y gweinydd e-bost
demo-post-refused = Gwrthodwyd gan y gweinydd e-bost
demo-post-held = Yn aros am rywun i edrych arno
demo-post-bounced = Daeth yn ôl

demo-mail-title = Cyflwyno e-bost
demo-mail-about = Cadwch ateb i un o’r llythyrau fel ffeil, a’i gyflwyno yma. Mae’r swyddfa’n ei dderbyn fel petai ei gweinydd e-bost wedi dod ag ef.
demo-mail-file = Y neges
demo-mail-hint = Ffeil sy’n gorffen â .eml. Mae wedi’i chyfeirio i’r man y mae tudalen y llythyr yn y blwch allan yn dweud bod atebion yn mynd iddo.
demo-mail-hand-in = Ei chyflwyno
demo-mail-missing = Dewiswch y neges i’w chyflwyno
demo-mail-new = Cadwyd y neges ac mae’n aros i rywun edrych arni.
demo-mail-filed = Ffeiliwyd ar { $case }, cam { $numbers }.
demo-mail-held = Yn aros i rywun ei ffeilio. { $reason }
demo-mail-set_aside = Rhoddwyd o’r neilltu. { $reason }
demo-mail-again = Roedd yr un neges wedi dod o’r blaen. Ni wnaed dim nawr.

demo-day-title = Pa ddiwrnod yw hi?
demo-day-today = { $date } yw hi.
demo-day-about = Wrth i ddyddiau fynd heibio, mae’r swyddfa’n atgoffa cyrff o’r hyn sy’n ddyledus ac yn mynd ar ôl yr hyn sy’n hwyr. Nid anfonir dim ddwywaith.
demo-day-one = Symud ymlaen un diwrnod gwaith
demo-day-five = Symud ymlaen bum diwrnod gwaith
demo-day-back = Yn ôl i { $date }
demo-day-on = Symud i ddiwrnod arall
demo-day-hint = Er enghraifft, 2 11 2026. Hyd at flwyddyn ymlaen. Wrth fynd yn ôl, dim ond y diwrnod sy’n newid: mae’r hyn a anfonwyd wedi’i anfon.
demo-day-move = Symud i’r diwrnod hwn
demo-day-missing = Rhowch y diwrnod i symud iddo
demo-day-too-far = Rhowch ddiwrnod o fewn y flwyddyn nesaf
demo-day-moved = Symudwyd y diwrnod.
demo-day-journey = O { $from } i { $to }
demo-day-letters = Llythyrau a aeth allan ar y ffordd

cli-about-amends-demo = Cynnig swyddfa ddychmygol i’r cyfrifiadur hwn yn unig, i roi cynnig ar bethau.
cli-arg-port = Y porth ar y cyfrifiadur hwn; 0 am unrhyw un sy’n rhydd
cli-arg-seed = Y rhif y mae’r hanes yn tyfu ohono; mae’r un rhif yn rhoi’r un hanes
cli-arg-size = Faint o hanes: full (tair blynedd) neu small
cli-arg-keep = Cadw’r ffolder pan fydd yr arddangosiad’n stopio
demo-cli-making = Yn creu tair blynedd o swyddfa ddychmygol
demo-cli-open =
    Mae amends demo yn rhedeg. Mae ei ddata mewn ffolder dros dro; nid oes dim yn gadael y cyfrifiadur hwn.

      Dechreuwch yma  { $url }/cy/demo
      Staff           { $url }/demo/as/sian   (gweithiwr achos)
      Porth y corff   { $url }/demo/as/nia    (swyddog cyswllt, Cyngor Ynys)
      Achwynydd       { $url }/demo/as/mr-k
      Blwch allan     { $url }/demo/outbox
      Ffolder         { $folder }

    Rhowch gynnig arni: anfonwch dystiolaeth fel Nia, wedyn adolygwch hi fel Siân.   Mae Ctrl-C yn stopio ac yn dileu popeth.
demo-cli-deleted = Mae’r arddangosiad wedi stopio ac mae popeth ynddo wedi’i ddileu.
demo-cli-kept = Mae’r arddangosiad wedi stopio; cadwyd ei ffolder.
demo-cli-port = Ni ellir cynnig yr arddangosiad yn { $address }: { $reason }.
demo-cli-port-mend = Stopiwch y rhaglen sydd â’r porth, neu enwch un arall: amends demo --port 8090
demo-cli-failed = Ni ddechreuodd yr arddangosiad: { $reason }.
