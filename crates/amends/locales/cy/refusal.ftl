# Pam na chaiff y swyddfa wneud yr hyn y gofynnwyd amdano: beth sydd o’i le, pam, beth i’w wneud. Un ar gyfer pob gwrthodiad.

refusal-addressed-to-another = Mae argymhelliad { $number } wedi’i gyfeirio at gorff arall. Mae’r hyn y mae’r offeryn hwn yn ei argymell ar gyfer y corff y mae’n ymwneud ag ef.
refusal-agreed-already = Mae’r corff wedi cytuno i’r camau hyn, felly ni chânt eu newid bellach. Caewch yr achos gyda’r camau y cytunwyd arnynt, neu ei droi’n ymchwiliad.
refusal-amount-missing = Mae argymhelliad { $number } yn ymwneud ag arian ac nid yw’n enwi swm. Rhowch swm, neu fformiwla gyda’r mwyaf y gall ddod iddo.
refusal-amount-not-positive = Rhaid i’r swm fod yn fwy na £0. Rhowch yr hyn y dylai’r corff ei dalu.
refusal-answered-before-asked = Mae’r diwrnod cyn { $date }, pan anfonwyd ef. Nid oes neb yn ateb cyn i rywun ofyn: gwiriwch y diwrnod.
refusal-authority-missing = Nodwch beth sy’n dangos y caiff y person hwn weithredu ar ran yr achwynydd, megis grant profiant neu awdurdod wedi’i lofnodi.
refusal-before-it-was-issued = Cyhoeddwyd yr offeryn ar { $date }. Rhowch ddiwrnod o hynny ymlaen.
refusal-body-ended-already = Mae’r gofrestr eisoes yn dweud i’r corff hwn ddod i ben ar { $date }. Unwaith y daw corff i ben: ychwanegwch ei olynydd yn lle hynny.
refusal-body-has-ended = Nid yw { $body } yn bod ers { $date }. Dewiswch y corff sydd yn ei le.
refusal-body-has-not-agreed = Nid yw’r corff wedi cytuno i argymhelliad { $number }. Mae angen ei gytundeb ar gyfer penderfyniad drwy gytundeb: cofnodwch ef, tynnwch yr argymhelliad yn ôl, neu gofynnwch i reolwr ystyried adroddiad cyhoeddus.
refusal-body-merged = Mae { $body } wedi’i uno â { $successor }. Dewiswch { $successor } yn ei le.
refusal-body-missing = Enwch y corff y mae’r gŵyn yn ei gylch.
refusal-body-name-missing = Rhowch yr enw newydd yn y ddwy iaith. Os un enw yn unig sydd ganddo, rhowch hwnnw ddwywaith.
refusal-body-name-same = Dyma’r enw sydd ganddo eisoes. Rhowch yr un newydd.
refusal-body-not-in-case = Nid yw’r corff hwn yn yr achos. Ychwanegwch ef at yr achos yn gyntaf.
refusal-body-not-in-draft = Nid oes dim yn y drafft wedi’i gyfeirio at y corff hwn, felly nid oes ganddo amser i wneud sylwadau y gellid ei ymestyn.
refusal-link-officers-enough = Mae gan y corff hwn { $most } swyddog cyswllt eisoes. Tynnwch un i ffwrdd yn gyntaf, neu nodwch hwn mewn rôl arall.
refusal-chief-executive-there-already = Mae gan y corff hwn brif weithredwr eisoes. Tynnwch yr un hwnnw i ffwrdd yn gyntaf, neu nodwch hwn mewn rôl arall.
refusal-body-proof-missing = Nodwch beth sy’n dangos hyn: y gorchymyn, y contract, yr hysbysiad, gyda’i ddyddiad neu ei rif.
refusal-body-still-there = Nid yw’r gofrestr yn dweud nad yw { $body } yn bod mwyach. Cofnodwch yn gyntaf sut a phryd y daeth i ben.
refusal-body-succeeds-itself = Ni all corff sefyll yn ei le ei hun. Dewiswch un arall.
refusal-body-successor-missing = Nodwch i ba gorff y cafodd ei uno.
refusal-body-successor-there = Mae’r gofrestr eisoes yn dweud bod y corff hwn yn ei le ar gyfer hyn. Dewiswch un arall, neu rywbeth arall a gafodd.
refusal-body-there-already = Mae’r corff hwn yn yr achos eisoes.
refusal-body-unknown = Nid yw’r corff hwn yn y gofrestr. Dewiswch un sydd ynddi, neu gofynnwch am ei ychwanegu.
refusal-case-not-open = Nid yw’r achos hwn wedi’i agor eto. Agorwch ef yn gyntaf.
refusal-case-open-already = Mae’r achos hwn ar agor eisoes. Ewch ato yn lle ei agor eto.
refusal-change-missing = Nodwch beth ddylai newid: geiriau eraill, dyddiad arall, neu’r ddau.
refusal-changed-since-proposed = Newidiwyd argymhelliad { $number } ar ôl ei gynnig. Anfonwch y cynnig eto, er mwyn i’r corff gytuno i’r hyn y mae’n ei ddweud yn awr.
refusal-check-missing-earlier-improvements = Mae bai yn edrych yn systemig. Edrychwch ar welliannau gwasanaeth cynharach yn y corff hwn a chofnodwch yr hyn a welsoch, cyn anfon dim.
refusal-check-missing-guidance-on-remedies = Rhaid ystyried y canllawiau ar rwymedïau yn gyntaf. Cofnodwch eich bod wedi gwneud hynny, a pha fersiwn.
refusal-check-missing-public-interest = Mae bai yn edrych yn systemig. Cofnodwch a yw budd y cyhoedd yn galw am adroddiad, cyn anfon dim.
refusal-check-missing-spending-freeze = Mae’r corff hwn wedi rhewi ei wariant. Edrychwch ar y canllawiau ar hynny a chofnodwch eich casgliad, cyn anfon dim.
refusal-closed-already = Mae’r achos hwn wedi’i gau. Eir ar drywydd yr hyn y cytunwyd arno; i newid hynny, ailagorwch yr argymhelliad.
refusal-comment-date-missing = Rhowch ddyddiad i’r corff wneud sylwadau erbyn hynny: caiff yr hyn a argymhellir ei gynnig am sylwadau yn gyntaf.
refusal-comments-not-considered = Dywedwyd rhywbeth am argymhelliad { $numbers } nad oes neb wedi’i ystyried. Cofnodwch sut y gwnaethoch ei ystyried a pham y mae’n sefyll, yn newid neu’n mynd.
refusal-comments-open = Mae’r drafft yn dal allan am sylwadau. Caewch y sylwadau yn gyntaf.
refusal-complainant-date-missing = Nodwch erbyn pryd y gofynnir i’r achwynydd wneud sylwadau. Cynigir cyfle i’r ddau bob amser.
refusal-complainant-missing = Rhowch yr achwynydd, neu nodwch mai’r swyddfa ei hun a agorodd yr achos.
refusal-considered-before-received = Derbyniodd y corff ef ar { $date }. Ni all fod wedi’i ystyried cyn hynny: gwiriwch y diwrnod.
refusal-contract-there-already = Mae’r corff iechyd hwn wedi’i enwi eisoes.
refusal-contracts-with-itself = Enwch y corff iechyd a gontractiodd â’r darparwr; ni all fod y darparwr ei hun.
refusal-copies-too-short = Rhaid i’r copïau aros tan { $date } o leiaf. Rhowch y diwrnod olaf yr oeddent yno, ar ôl iddo ddod.
refusal-criterion-there-already = Mae’r maen prawf hwn wedi’i gofnodi eisoes.
refusal-copy-is-the-original = Y gwreiddiol ei hun yw’r ffeil hon. Uwchlwythwch y copi y tynnwyd ohono yr hyn na chaniateir ei weld.
refusal-date-before-decision = Nid yw dyddiad argymhelliad { $number } ar ôl diwrnod y penderfyniad. Rhowch amser i’r corff: nodwch ddyddiad hwyrach.
refusal-date-cannot-be-set = Ni ellir cyfrifo dyddiad argymhelliad { $number }. Gwiriwch y cyfnod a’r diwrnod y mae’n rhedeg ohono.
refusal-date-in-future = Nid yw { $date } wedi dod eto. Nodwch heddiw neu ddiwrnod cynharach.
refusal-date-missing = Nid oes dyddiad i argymhelliad { $number }. Nodwch erbyn pryd y mae’n rhaid rhoi gwybod i’r swyddfa, gyda thystiolaeth.
refusal-date-not-passed = Nid yw dyddiad argymhelliad { $number } wedi mynd heibio, felly mae gan y corff amser o hyd. Barnwch ar ôl y dyddiad hwnnw.
refusal-date-passed = Nid yw { $date } yn ddiwrnod sydd i ddod. Nodwch ddiwrnod hwyrach.
refusal-day-is-today = Mae’r hyn a anfonir o’r dudalen hon yn cyfrif fel pe bai wedi’i dderbyn heddiw, { $date }. Gadewch y diwrnod fel y mae, neu ffoniwch y swyddfa os daeth mewn ffordd arall.
refusal-decided-already = Mae’r achos hwn wedi’i benderfynu, felly ni ellir gwneud hyn bellach. Gellir rhoi’r gorau i argymhelliad nad yw’n gweithio, neu roi un arall yn ei le.
refusal-decision-before-draft = Anfonwyd y drafft diweddaraf ar { $date }. Ni ellir dyddio’r penderfyniad cyn hynny.
refusal-disclosure-needs-manager = Dim ond bygythiad i iechyd neu ddiogelwch y caniateir ei ddatgelu ar unwaith. Gofynnwch i reolwr benderfynu ar y sail hon.
refusal-document-barred = Mae hysbysiad yn gwahardd y ddogfen hon: nid yw’n mynd at neb y tu allan i’r swyddfa, ar unrhyw sail. Os tynnwyd yr hysbysiad yn ôl, gofynnwch i reolwr gofnodi hynny yn gyntaf.
refusal-disposal-held = Mae’r achos hwn wedi’i ddal: mae rhywbeth yn agored, neu mae gan rywun reswm dros ei gadw. Edrychwch beth sy’n ei ddal o dan Cadw.
refusal-disposal-not-approved = Nid yw dau berson wedi cytuno i ddinistrio hyn, neu mae rhywbeth wedi newid ers hynny. Cynigiwch ef eto a gofynnwch i rywun arall ei gymeradwyo.
refusal-disposal-not-due = Y diwrnod ar gyfer hyn yw { $date }, neu mae wedi mynd eisoes. Nid oes dim yn mynd cyn ei ddiwrnod.
refusal-disposal-not-proposed = Nid oes neb wedi cynnig dinistrio hyn. Cynigiwch ef yn gyntaf; rhywun arall sy’n ei gymeradwyo.
refusal-disposal-proposed-already = Mae rhywun wedi cynnig hyn eisoes. Cymeradwywch ef, neu cadwch yr achos yn hwy gyda rheswm.
refusal-disposal-second-person = Dau berson sy’n dinistrio. Chi a gynigiodd hyn, felly gofynnwch i rywun arall ei gymeradwyo.
refusal-done-in-future = Mae’r diwrnod y’i gwnaed ar ôl y diwrnod y cyrhaeddodd y swyddfa. Gwiriwch y diwrnod.
refusal-draft-out-already = Mae drafft allan am sylwadau eisoes. Caewch y sylwadau cyn anfon un arall.
refusal-earlier-does-not-recur = Dim ond lle barnwyd bod yr un bai’n codi eto y mae argymhelliad yn parhau ag un cynharach. Barnwch { $earlier } yn gyntaf, neu peidiwch â’i enwi yma.
refusal-earlier-missing = Dewiswch yr argymhellion cynharach y mae hyn yn ymwneud â nhw.
refusal-earlier-not-judged = Ni farnwyd bod { $earlier } wedi cael rhy ychydig o amser i ymwreiddio. Barnwch ef yn gyntaf, neu peidiwch â’i enwi yma.
refusal-earlier-not-referred-to = Nid yw’r penderfyniad yn cyfeirio at { $earlier }, nad yw wedi cael amser i ymwreiddio. Mewnosodwch y paragraff sy’n cyfeirio ato, yna anfonwch.
refusal-earlier-of-this-case = Argymhelliad yn yr achos hwn yw { $earlier }. Dewiswch argymhellion o achosion cynharach.
refusal-ended-already = Mae argymhelliad { $number } wedi dod i ben. Os oes rhywbeth newydd, gall rheolwr ei ailagor.
refusal-ended-without-decision = Daeth yr achos hwn i ben heb benderfyniad, felly ni ddisgwylir dim. Holwch y swyddfa os credwch fod hynny’n anghywir.
refusal-evidence-before-reopening = Roedd y dystiolaeth hon i law cyn i’r argymhelliad gael ei ailagor, felly ni all ei fodloni eto ar ei phen ei hun. Dewiswch rywbeth sydd wedi dod ers hynny.
refusal-evidence-item-blank = Mae eitem o’r rhestr dystiolaeth yn wag, neu mae gan ddwy yr un rhif. Nodwch beth yw pob eitem.
refusal-evidence-list-missing = Nid oes rhestr dystiolaeth i argymhelliad { $number }. Nodwch beth fydd yn ei brofi, er mwyn i’r corff wybod beth i’w anfon.
refusal-evidence-not-chosen = Dewiswch y dystiolaeth a’ch bodlonodd. Ni fodlonir dim hebddi.
refusal-extension-decided-already = Mae’r cais hwn wedi’i benderfynu. Caiff y corff ofyn eto os oes angen rhagor o amser arno.
refusal-extension-needs-manager = Mae hyn yn fwy nag y caiff gweithiwr achos ei roi: un estyniad, a dim mwy na { $days } diwrnod gwaith ar ôl y dyddiad cyntaf. Gofynnwch i reolwr benderfynu.
refusal-extension-open = Mae cais am ddyddiad hwyrach ar gyfer argymhelliad { $number } yn aros. Penderfynwch arno’n gyntaf.
refusal-fact-missing = Nid yw rhywbeth yn y cofnod eto: { $fact ->
    [instrument_issued] bod yr offeryn y mae hyn yn ei ddilyn wedi’i gyhoeddi i’r corff
    [receipt_recorded] pryd y derbyniodd y corff ef, gyda’r hyn sy’n dangos hynny
    [response_period_over] bod y cyfnod ar gyfer hysbysu’r swyddfa wedi dod i ben
    [no_notification] na hysbysodd y corff ddim o fewn y cyfnod
    [notification_received] yr hyn yr hysbysodd y corff amdano
    [action_not_satisfactory] nad yw’r swyddfa’n fodlon ar y camau yr hysbyswyd amdanynt
    [period_not_satisfactory] nad yw’r swyddfa’n fodlon ar y cyfnod yr hysbyswyd amdano
    [response_satisfactory] bod y swyddfa’n fodlon ar yr hyn yr hysbyswyd amdano
    [confirmation_period_over] bod y cyfnod ar gyfer ei wneud neu ei gadarnhau wedi dod i ben
    [no_confirmation] nad oes dim boddhaol yn cadarnhau ei fod wedi’i wneud
    [decided_no_action] bod y swyddfa’n fodlon bod y corff wedi penderfynu gwneud dim
    [agreed_by_body] bod pob corff wedi cytuno i bob argymhelliad
    [period_agreed] bod y cyfnod wedi’i gytuno, neu wedi’i bennu’n ysgrifenedig
    [complainant_agreed_period] bod yr achwynydd wedi cytuno i’r cyfnod, neu nad oedd cytundeb yn bosibl a pham
    [agreed_period_over] bod y cyfnod y cytunwyd arno wedi dod i ben ar gyfer rhywbeth
    [not_implemented] y barnwyd na wnaed rhywbeth o fewn ei gyfnod
    [injustice_concluded] bod y swyddfa wedi dod i’r casgliad bod anghyfiawnder, neu fod hynny’n debygol
    [no_injustice] na chanfuwyd anghyfiawnder
    [particular_action] bod camau penodol wedi’u cytuno
    [particular_period] y cytunwyd i’w wneud cyn diwedd cyfnod penodol
    [public_interest_not_required] bod budd y cyhoedd wedi’i ystyried ac nad yw’n galw am adroddiad cyhoeddus
    [criterion_recorded] maen prawf dros adroddiad cyhoeddus, gyda rhesymau
    [advance_notice_given] bod y corff wedi cael rhybudd o’r adroddiad, gyda rhesymau
    [satisfied_with_action] bod y corff wedi cytuno i’r hyn sy’n bodloni’r swyddfa
   *[judged_not_met] y barnwyd na chyflawnwyd argymhelliad neu iddo gael ei wrthod
}. Caiff ei gofnodi { $place ->
    [decision] gyda’r penderfyniad
    [draft] gyda’r drafft a’r atebion iddo
    [findings] gyda’r canfyddiadau a’r gwiriadau
    [receipts] gyda’r cofnodion derbyn
    [instrument] gyda’r offeryn
    [public_report] gyda’r meini prawf a’r rhybuddion o adroddiad
    [agreement] gyda’r cytundeb
    [judgement] gyda’r dyfarniad ar yr argymhelliad
   *[the_day] yn unman: daw gyda’r diwrnod
}.
refusal-finding-against-another-body = Mae argymhelliad { $number } yn seiliedig ar ganfyddiad yn erbyn corff arall. Dewiswch ganfyddiad yn erbyn y corff sydd i weithredu.
refusal-finding-missing = Nid yw argymhelliad { $number } yn seiliedig ar unrhyw ganfyddiad. Dewiswch y bai y mae’n ei ateb.
refusal-form-may-be-agreed = Gellir cytuno ar y ffurf tan { $date } o hyd. Dim ond ar ôl hynny, neu wedi i’r corff fethu â chyhoeddi’r hyn y cytunwyd arno, y mae’r swyddfa’n ei gyhoeddi.
refusal-form-not-agreed = Nid oes ffurf wedi’i chytuno eto, felly ni all y corff fod wedi cyhoeddi dim. Cofnodwch y ffurf y cytunwyd arni yn gyntaf.
refusal-form-too-late = Daeth yr amser ar gyfer cytuno ar y ffurf i ben ar { $date }. Rhaid i’r swyddfa ei gyhoeddi yn awr.
refusal-freeze-ends-before-it-begins = Mae’r diwrnod olaf cyn { $date }, y diwrnod cyntaf. Gwiriwch y ddau.
refusal-freeze-needs-manager = Mae hyn yn dibynnu ar hysbysiad sy’n rhewi gwariant y corff, ac nid yw hwnnw’n hepgor dim. Gofynnwch i reolwr benderfynu ar argymhelliad { $number }.
refusal-freeze-there-already = Mae hysbysiad o { $date } ymlaen eisoes yn cwmpasu’r dyddiau hyn. Rhowch ei ddiwrnod olaf yn gyntaf.
refusal-function-goes-elsewhere = Ni chafodd { $successor } ddim o swyddogaethau { $body }. Dewiswch y corff a’u cafodd, neu nodwch mai am eiddo yn unig y mae hyn.
refusal-further-draft-due = Newidiodd argymhelliad { $numbers } ar ôl y drafft. Anfonwch ddrafft pellach at y ddau barti, neu cofnodwch pam nad oes angen un.
refusal-further-draft-needs-manager = Drafft { $draft } fyddai hwn, mwy nag sy’n arfer mynd at y partïon. Gofynnwch i reolwr ei anfon.
refusal-ground-missing = Enwch y sail y mae’n gorffwys arni.
refusal-ground-not-open = Nid yw’r sail { $ground } yn dilyn o’r offeryn hwn yn yr achos hwn. Dewiswch un arall.
refusal-guidance-version-missing = Nodwch pa fersiwn o’r canllawiau ar rwymedïau a ystyriwyd gennych.
refusal-handling-code-unknown = Nid oes gan y swyddfa god { $code }. Dewiswch un o’r rhestr.
refusal-handling-noted-already = Mae hyn wedi’i nodi eisoes o dan y cod hwnnw.
refusal-handling-rests-on-nothing = Nid yw’r nodyn yn gorffwys ar ddim a wnaeth y corff hwn yn yr achos hwn. Dewiswch un o’r digwyddiadau a ddangosir, neu ddim un.
refusal-hold-lifted-already = Codwyd daliad { $hold } o’r blaen.
refusal-hold-needs-case = Nodwch gyfeirnod y gŵyn fwy newydd, nid cyfeirnod yr achos hwn.
refusal-hold-needs-end = Nodwch y diwrnod olaf: dim ond am gyfnod y mae cais am wybodaeth yn dal achos.
refusal-hold-needs-manager = Dim ond rheolwr sy’n dweud pa bapurau sy’n berthnasol i gŵyn fwy newydd. Gofynnwch i un wneud hynny.
refusal-hold-needs-papers = Dewiswch y papurau sy’n berthnasol i’r gŵyn fwy newydd. Ni chedwir y lleill ar ei chyfer.
refusal-hold-not-a-paper = Dim ond papurau a ddelir y gellir eu nodi fel rhai na ddylid eu datgelu. Dewiswch eu dal hefyd.
refusal-hold-of-papers-alone = Dim ond ar gyfer cwyn fwy newydd y delir rhai papurau ar eu pen eu hunain. Daliwch yr achos cyfan yn lle hynny.
refusal-hold-too-long = Mae cais am wybodaeth yn dal achos tan { $date } fan hwyraf. Nodwch y diwrnod hwnnw neu un cynharach.
refusal-instrument-not-lawful = Nid yw’r gyfraith y mae’r swyddfa hon yn gweithio oddi tani yn cydnabod y ffordd hon o ddod ag ymchwiliad i ben. Dewiswch un arall.
refusal-issued-already = Mae offeryn { $instrument } yn yr achos hwn eisoes wedi dilyn ar y sail hon.
refusal-item-not-shown = Ni chafwyd bod “{ $item }” wedi’i ddangos yn y dystiolaeth a ddewiswyd gennych. Aseswch hi, neu gofynnwch i’r corff am ragor.
refusal-link-the-new-case = Agorwch yr achos newydd a’i gysylltu yma yn gyntaf.
refusal-linked-already = Mae’r ddau achos hyn wedi’u cysylltu eisoes.
refusal-linked-to-itself = Ni ellir cysylltu achos ag ef ei hun. Rhowch yr achos arall.
refusal-more-than-claimed = Dim ond { $amount } sy’n ddyledus o hyd. Gwiriwch y swm, neu hawliwch ragor yn gyntaf.
refusal-more-time-wants-a-date = Dyddiad newydd yw rhagor o amser. Rhowch y dyddiad y mae’n rhaid rhoi gwybod i’r swyddfa erbyn hynny.
refusal-named-before-notice = Mae’r hysbysiad yn enwi diwrnod cyn iddo gael ei gyhoeddi. Gwiriwch y ddau ddiwrnod.
refusal-named-too-late = Rhaid i’r hysbysiad enwi diwrnod hyd at { $date }. Gofynnwch i’r corff am hysbysiad newydd.
refusal-judged-on-this-evidence = Barnwyd argymhelliad { $number } ar sail y dystiolaeth hon. Gofynnwch i reolwr ei ailagor yn gyntaf, yna rhowch y dystiolaeth o’r neilltu.
refusal-moved-to-itself = Yr un achos yw hwn. Nodwch yr achos y perthyn y dystiolaeth iddo.
refusal-no-agreement-recorded = Nid oes cytundeb wedi’i gofnodi. Cofnodwch yr hyn y cytunodd y corff iddo cyn cau’r achos.
refusal-no-answer-wanted = Nid oes rhaid ateb dim i’r offeryn hwn.
refusal-no-complainant = Nid oes achwynydd yn yr achos hwn: y swyddfa ei hun a’i hagorodd.
refusal-no-cost-repaid = Nid yw’r gyfraith yn gadael i’r swyddfa hawlio cost am yr offeryn hwn.
refusal-no-date-with-this-step = Nid yw’r cam hwn yn gosod dyddiad newydd. Dewiswch ragor o amser, neu gadewch y dyddiad allan.
refusal-no-date-yet = Nid oes dyddiad i argymhelliad { $number } eto, am ei fod yn rhedeg o’r derbyn. Cofnodwch pryd y derbyniodd y corff y penderfyniad.
refusal-no-disagreement = Nid yw’r corff wedi anghytuno, neu mae ei sylwadau’n dal i gael eu disgwyl. Dim ond pan fo’r swyddfa’n glynu wrth yr hyn nad yw’r corff yn cytuno ag ef yr ystyrir adroddiad cyhoeddus.
refusal-no-draft-offered = Ni anfonwyd drafft. Rhaid cynnig cyfle i’r achwynydd a’r corff wneud sylwadau bob amser cyn penderfyniad terfynol: anfonwch ddrafft at y ddau.
refusal-no-draft-to-complainant = Ni aeth y drafft at yr achwynydd. Anfonwch ef at y ddau cyn penderfynu.
refusal-no-evidence = Nid oes dim wedi dod ar gyfer argymhelliad { $number } y gellid edrych arno.
refusal-no-form-wanted = Nid oes rhaid cytuno ar ffurf ar gyfer yr offeryn hwn.
refusal-no-freeze-in-the-register = Ni ŵyr y gofrestr am unrhyw hysbysiad sy’n rhewi gwariant { $body } heddiw. Rhowch eich rhesymau hebddo, ac anfonwch yr hysbysiad atom.
refusal-no-injustice-found = Nid yw’r canfyddiad yn enwi anghyfiawnder, felly ni all argymhelliad fod yn seiliedig arno. Dewiswch ganfyddiad sy’n gwneud hynny, neu cofnodwch yr anghyfiawnder.
refusal-no-period-wanted = Nid oes rhaid hysbysu am gyfnod ar gyfer yr offeryn hwn. Gadewch ef allan.
refusal-no-referral-wanted = Nid yw’r gyfraith yn gofyn pwy yn y corff a ystyriodd yr offeryn hwn.
refusal-no-such-criterion = Nid yw { $criterion } yn un o feini prawf y swyddfa hon. Dewiswch un o’i rhestr.
refusal-no-succession-recorded = Nid yw’r gofrestr yn dweud bod { $successor } yn lle { $body }. Cofnodwch hynny yn gyntaf, gyda’r gorchymyn neu’r contract.
refusal-no-such-evidence = Nid ar gyfer yr argymhelliad hwn yr anfonwyd y dystiolaeth hon. Dewiswch o’r hyn a ddaeth ar ei gyfer.
refusal-no-such-extension = Nid oes cais o’r fath am ddyddiad hwyrach yn yr achos hwn.
refusal-no-such-file = Ni ddaeth ffeil o’r fath yn yr achos hwn. Dewiswch un a ddaeth.
refusal-no-such-finding = Nid oes canfyddiad o’r fath yn yr achos hwn. Dewiswch un o’r rhestr.
refusal-no-such-instrument = Nid oes offeryn o’r fath yn yr achos hwn. Dewiswch un a gyhoeddwyd.
refusal-no-such-ground = Nid oes gan y swyddfa hon sail o’r fath dros ddatgelu dim. Dewiswch un o’r rhai ar y rhestr.
refusal-no-such-hold = Nid oes daliad { $hold } ar yr achos hwn. Edrychwch ar y daliadau o dan Cadw.
refusal-no-such-item = Nid yw’r eitem hon ar y rhestr dystiolaeth. Dewiswch un sydd arni.
refusal-no-such-period = Nid yw’r cyfnod hwn yn rhedeg ar gyfer yr offeryn hwn. Dewiswch un arall.
refusal-no-such-publicity = Nid oes cam cyhoeddusrwydd o’r fath ar gyfer yr offeryn hwn. Dewiswch un o’i restr.
refusal-no-such-recommendation = Nid oes argymhelliad { $number } yn yr achos hwn.
refusal-no-such-step = Nid yw’r swyddfa hon yn cymryd y cam hwnnw. Dewiswch un o’i rhestr.
refusal-nobody-withdrew = Nid oes neb wedi tynnu’n ôl na marw, felly nid oes dim i’w benderfynu am hynny.
refusal-not-a-draft = Nid argymhelliad sy’n cael ei ysgrifennu yw hwn. Ewch yn ôl at yr achos.
refusal-not-agreed = Nid yw’r corff wedi cytuno i argymhelliad { $number }. Cofnodwch ei gytundeb yn gyntaf, neu cynigiwch rywbeth arall.
refusal-not-an-improvement = I’r person y mae argymhelliad { $number }, nid i’r gwasanaeth. Dim ond gwelliant gwasanaeth all fod yn arwyddocaol.
refusal-not-an-investigation = Ymdrinnir â’r achos hwn drwy ddatrys cynnar, lle cynigir camau ac ni anfonir drafft. Trowch ef yn ymchwiliad yn gyntaf.
refusal-not-by-the-authority = Dim ond yr awdurdod ei hun a gaiff wrthod hyn, nid pwyllgor na swyddog. Cofnodwch yn gyntaf ei fod wedi’i ystyried.
refusal-not-barred = Nid oes hysbysiad yn gwahardd y ddogfen hon.
refusal-not-decided-yet = Nid yw argymhelliad { $number } yn rhan o benderfyniad eto.
refusal-not-early-resolution = Ymchwilir i’r achos hwn, felly rhoddir camau gerbron y partïon mewn drafft.
refusal-not-ended = Nid yw argymhelliad { $number } wedi dod i ben, felly nid oes dim i’w ailagor.
refusal-not-frozen = Ni chofnodwyd hysbysiad o rewi gwariant ar gyfer y corff hwn.
refusal-not-in-draft = Nid anfonwyd argymhelliad { $number } at y partïon. Rhaid cynnig cyfle i wneud sylwadau yn gyntaf: anfonwch ddrafft pellach, neu gynnig newydd.
refusal-not-issued-yet = Nid oes dim wedi’i benderfynu y gallai’r corff fod wedi’i dderbyn. Cofnodwch y derbyn ar ôl y penderfyniad.
refusal-not-laid = Nid yw’r offeryn hwn yn cael ei osod gerbron neb.
refusal-not-later = Y dyddiad yn awr yw { $date }. Nodwch un hwyrach.
refusal-not-notified = Nid yw’r corff wedi hysbysu am bob rhan y mae’n rhaid iddo. Cofnodwch yr hyn yr hysbysodd amdano yn gyntaf.
refusal-not-out-for-comment = Nid oes drafft allan am sylwadau, felly ni ellir cofnodi hyn yn awr.
refusal-not-owed = Nid yw hyn yn ddyledus heddiw: mae wedi mynd eisoes, daeth rhywbeth i law, neu mae wedi’i atal.
refusal-not-promised-to-you = Nid yw argymhelliad { $number } yn rhywbeth a addawyd i’r achwynydd.
refusal-not-the-offices-duty = Dyletswydd y corff yw’r cyhoeddusrwydd; nid yw’r swyddfa’n ei wneud yn ei le.
refusal-not-set-apart = Mae’r dystiolaeth hon yn cyfrif yn yr achos hwn. Rhowch hi o’r neilltu yn gyntaf, gyda’r rheswm.
refusal-not-this-body = Mae argymhelliad { $number } wedi’i gyfeirio at gorff arall. Gwiriwch yr argymhelliad a’r corff.
refusal-nothing-agreed-yet = Nid oes dim wedi’i gytuno na’i benderfynu yn yr achos hwn eto y gallai achos arall ymwneud ag ef.
refusal-nothing-changed = Nid oes dim wedi newid ers y drafft, felly nid oes drafft pellach i’w hepgor.
refusal-nothing-claimed = Ni hawliwyd cost, felly ni all fod wedi’i thalu. Cofnodwch yr hawliad yn gyntaf.
refusal-nothing-failed = Ni farnwyd bod argymhelliad { $number } heb ei fodloni nac wedi’i wrthod, felly nid oes adroddiad arbennig i’w ystyried.
refusal-nothing-new = Gofynnwyd am ragor ar gyfer argymhelliad { $number } ac nid oes dim newydd wedi dod. Arhoswch amdano, neu barnwch yr hyn sydd yno.
refusal-nothing-prepared = Nid oes dim wedi’i baratoi. Paratowch yr adroddiad neu’r hysbysiad yn gyntaf.
refusal-nothing-open-with-body = Nid oes dim a wnaed i’r corff hwn yn agored yma o dan rif { $number }. Mae’r hyn sydd wedi dod i ben yn aros gydag ef.
refusal-nothing-proposed = Nid oes dim wedi’i gynnig i’r corff y gallai ei ateb.
refusal-nothing-recommended = Nid oes argymhelliad i’w anfon. Ysgrifennwch un yn gyntaf.
refusal-nothing-sent = Dewiswch o leiaf un ffeil, neu nodwch beth a wnaed.
refusal-nothing-shown = Ni chafwyd dim yn y dystiolaeth sy’n dangos iddo gael ei wneud. Aseswch yr eitemau yn gyntaf.
refusal-nothing-to-decline = Nid ar gyfer achwynydd y mae argymhelliad { $number }, felly ni all achwynydd ei wrthod na bod allan o gyrraedd ar ei gyfer. Dewiswch reswm arall.
refusal-notice-given-already = Mae’r corff hwn wedi cael rhybudd eisoes.
refusal-notification-empty = Rhowch yr hyn yr hysbysodd y corff amdano: y camau, neu’r cyfnod.
refusal-office-did-not-publish = Ni chaiff y swyddfa hawlio ond yr hyn a wariodd ar gyhoeddi yn lle’r corff. Cofnodwch y cyhoeddiad hwnnw yn gyntaf.
refusal-original-stays-restricted = Mae copi o’r ffeil hon ac ynddo’r hyn na chaniateir ei weld wedi’i dynnu allan. Dangoswch y copi: mae’r gwreiddiol yn aros gyda’r swyddfa.
refusal-nothing-to-review = Nid oes penderfyniad i’w adolygu. Daw adolygiad ar ôl penderfyniad.
refusal-own-initiative-with-complainant = Nid oes achwynydd mewn achos y mae’r swyddfa’n ei agor ei hun. Tynnwch un o’r ddau allan.
refusal-paid-less = Talwyd { $paid } ac argymhellwyd { $amount }: mae { $missing } ar goll. Gofynnwch i’r corff am y gweddill.
refusal-period-not-assessed = Nodwch a yw’r swyddfa’n fodlon ar y cyfnod hefyd.
refusal-period-over = Daeth y cyfnod i ben ar { $date }. Cytunir ar gyfnod hwy cyn iddo ddod i ben.
refusal-period-still-runs = Mae’r cyfnod yn rhedeg tan { $date }, ac mae’r swyddfa’n aros am ei ddiwedd. Caiff yr ombwdsmon roi hynny o’r neilltu, gyda rhesymau.
refusal-policy-wants-text-and-approval = Mae argymhelliad { $number } yn newid polisi. Mae angen dau beth ar gyfer hynny: y polisi fel y’i diwygiwyd, a’i gymeradwyo gan y swyddog neu’r pwyllgor.
refusal-proof-of-offer-missing = Dewiswch y ddogfen sy’n profi’r cynnig neu’r ymdrechion. Nid yw datganiad yn ddigon.
refusal-property-goes-elsewhere = Ni chafodd { $successor } ddim o eiddo { $body }, ac at bwy bynnag a’i cafodd yr â’r hyn sydd am eiddo yn unig. Dewiswch y corff hwnnw.
refusal-public-report-needs-manager = Mater i reolwr neu’r ombwdsmon yw cyhoeddi adroddiad yn erbyn anghytundeb y corff.
refusal-publicity-cannot-be-lifted = Nid yw’r gyfraith yn gadael i’r swyddfa godi’r cam hwn.
refusal-reason-missing = Nodwch pam. Fe’i cedwir gyda’r cofnod.
refusal-receipt-first = Cofnodwch yn gyntaf pryd y derbyniodd y corff offeryn { $instrument }, a’r hyn sy’n dangos hynny.
refusal-receipt-ruling-needs-manager = Mae’r corff yn dadlau ynghylch pryd y derbyniodd hwn. Rhaid i reolwr benderfynu pa ddiwrnod sy’n cyfrif.
refusal-received-before-decision = Mae diwrnod y derbyn cyn y penderfyniad. Gwiriwch y diwrnod.
refusal-recommendation-missing = Nodwch ar gyfer pa argymhelliad y mae hwn. Rhoddir tystiolaeth ar gyfer pob cam ar wahân.
refusal-recommendations-survive = Mae’r achos wedi’i benderfynu, felly nid yw tynnu’n ôl na marwolaeth yn dod ag ef i ben. Penderfynwch ar bob argymhelliad yn unigol.
refusal-recommends-nothing = Nid yw’r offeryn hwn yn gwneud argymhellion. Gadewch hwy allan.
refusal-response-not-satisfactory = Nid yw’r swyddfa wedi dweud ei bod yn fodlon ar yr hyn yr hysbyswyd amdano, felly nid oes dim yn aros am gadarnhad.
refusal-role-too-low = Mater ar gyfer { $role ->
    [caseworker] gweithiwr achos
    [manager] rheolwr
   *[ombudsman] yr ombwdsmon
} yw hwn. Gofynnwch iddynt ei wneud.
refusal-satisfied-already = Mae’r swyddfa eisoes yn fodlon ar yr hyn a wnaed.
refusal-second-edition-missing = Rhowch ddiwrnod yr ail rifyn: ar ôl y cyntaf, erbyn { $date } fan bellaf, ac wedi mynd heibio.
refusal-reference-missing = Mae angen y paragraff yn y ddwy iaith: mae pob llythyr yn cymryd un ei ddarllenydd.
refusal-set-apart = Rhoddwyd y ffeil hon o’r neilltu, am ei bod ar gyfer achos, corff neu achwynydd arall. Ni ddangosir hi i neb yma.
refusal-review-before-decision = Ni all yr adolygiad fod yn gynharach na’r penderfyniad ar { $date }. Nodwch ddiwrnod yr adolygiad.
refusal-review-changes-nothing = Nid yw penderfyniad sy’n sefyll yn newid unrhyw argymhelliad. Dywedwch fod y penderfyniad yn newid, neu peidiwch â newid dim.
refusal-set-off-not-allowed = Nid yw’r argymhelliad hwn yn caniatáu gosod y swm yn erbyn dyled. Rhaid ei dalu.
refusal-sooner-than-least-time = Byddai argymhelliad { $number } yn ddyledus cyn { $date }, yn gynt nag sydd gan gorff ar ôl adroddiad. Rhowch tan hynny iddo, neu cofnodwch ei fod yn cytuno i weithredu’n gynt.
refusal-significant-needs-role = { $role ->
        [manager] Dim ond rheolwr neu’r ombwdsmon sy’n galw gwelliant gwasanaeth yn arwyddocaol. Gofynnwch i un ohonynt.
        [ombudsman] Dim ond yr ombwdsmon sy’n galw gwelliant gwasanaeth yn arwyddocaol. Gofynnwch i’r ombwdsmon.
       *[other] Nid yw’ch rôl chi’n galw gwelliannau gwasanaeth yn arwyddocaol. Gofynnwch i swyddog achos.
    }
refusal-statement-is-not-evidence = Datganiad heb ddogfen yw hwn. Nid yw datganiad yn unig byth yn dangos bod rhywbeth wedi’i wneud: gofynnwch am y ddogfen.
refusal-succession-to-come = Mae { $successor } yn lle { $body } o { $date } ymlaen, ac nid cyn hynny. Dewch yn ôl ar y diwrnod hwnnw.
refusal-successor-is-there = Mae { $successor } yn lle { $body }. Gadewch i’r hyn sy’n agored ei ddilyn yn lle hynny.
refusal-sum-paid-missing = Nodwch y swm y mae’r cofnod yn dangos iddo gael ei dalu. Argymhellwyd { $amount }.
refusal-theme-unknown = Nid yw { $theme } yn un o bynciau’r swyddfa. Dewiswch o’r rhestr.
refusal-time-to-comment-left = Mae amser i wneud sylwadau tan { $date }. Caewch y sylwadau ar ôl y diwrnod hwnnw, neu unwaith y bydd pawb wedi ateb.
refusal-translation-ended = Mae’r cyfieithiad o hyn yno eisoes, neu nid oes ei angen.
refusal-waits-for-no-event = Nid yw dyddiad argymhelliad { $number } yn aros am unrhyw ddigwyddiad.
refusal-withdrawal-decided-already = Mae’r hyn a ddaw o’r achos wedi’i benderfynu eisoes.
refusal-withdrawal-undecided = Mae’r achwynydd wedi tynnu’n ôl neu wedi marw, ac nid oes neb wedi penderfynu beth a ddaw o’r achos. Gofynnwch i reolwr benderfynu yn gyntaf.
refusal-withdrawn-already = Tynnwyd argymhelliad { $number } yn ôl. Ysgrifennwch un newydd os oes ei angen wedi’r cyfan.
refusal-wording-missing = Nodwch mewn un frawddeg pwy sydd i wneud beth.
refusal-writing-needed = Mae’r amser hwn i weithredu yn deillio o’r gyfraith, felly dim ond yn ysgrifenedig y rhoddir rhagor ohono. Rhowch y penderfyniad yn ysgrifenedig.

denial-role = Nid yw eich rôl yn gwneud hyn. Gofynnwch i rywun y mae ei rôl yn ei wneud.
denial-not-your-case = Nid eich achos chi yw hwn i weithredu arno. Gwiriwch y ddolen a anfonwyd atoch, neu cysylltwch â’r swyddfa.
denial-not-your-recommendation = Nid i chi y gwnaed yr argymhelliad hwn. Gwiriwch y ddolen a anfonwyd atoch, neu cysylltwch â’r swyddfa.
denial-machinery-only = Mae hwn yn mynd allan ohono’i hun pan fydd yn ddyledus; nid oes neb yn ei anfon â llaw.
