# Geiriau llythyrau nad ydynt yn dod o reolau achos.

letter-sender-office = Swyddfa’r Ombwdsmon
letter-passed-on-subject = Mae cam wedi’i drosglwyddo i chi
letter-passed-on-text =
    Helo,

    Mae cydweithiwr sy’n delio â’r Ombwdsmon ar ran eich sefydliad wedi rhoi rhywbeth i chi ei wneud. Mae’r dudalen hon yn dangos beth ydyw, pa brawf sydd ei angen ac erbyn pryd:

    { $page }

    Mae’r dudalen yn agor â botwm. Gallwch anfon y prawf yno; nid oes angen cyfrif arnoch.

    Neges eich cydweithiwr:
    { $note }

    Os nad oeddech yn disgwyl hyn, siaradwch â’ch cydweithiwr yn gyntaf, neu ffoniwch ni ar { $phone }.

    { $office }
letter-new-link-subject = Eich dolen newydd
letter-new-link-text =
    Helo,

    Gofynnodd rhywun â’ch dolen gynharach am un newydd. Dyma hi:

    { $page }

    Mae’r dudalen yn agor â botwm. Os nad chi a ofynnodd, nid oes angen i chi wneud dim: i’r cyfeiriad hwn yn unig yr anfonwn ddolenni.

    Os oes gennych gwestiynau, ffoniwch ni ar { $phone }.

    { $office }
