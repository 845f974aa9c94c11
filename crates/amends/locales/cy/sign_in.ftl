# Mewngofnodi, a llywio’r staff.

sign-in-title = Mewngofnodi
sign-in-lead = Ar gyfer staff y swyddfa. Nid oes angen cyfrif ar gyrff nac ar achwynwyr: maent yn defnyddio’r ddolen yn ein llythyr neu ein e-bost.
sign-in-email = Cyfeiriad e-bost
sign-in-password = Cyfrinair
sign-in-button = Mewngofnodi
sign-in-forgotten = Os ydych wedi anghofio eich cyfrinair, gofynnwch i un o weinyddwyr y swyddfa osod un newydd.
sign-in-email-missing = Rhowch eich cyfeiriad e-bost
sign-in-password-missing = Rhowch eich cyfrinair
sign-in-wrong = Mae’r cyfeiriad e-bost neu’r cyfrinair yn anghywir. Gwiriwch y ddau, a rhowch gynnig arall arni.
sign-in-resting = Bu gormod o gynigion anghywir. Arhoswch 15 munud, yna rhowch gynnig arall arni.

nav-worklist = Rhestr waith
nav-cases = Achosion
nav-inbox = Blwch derbyn
nav-chases = Atgoffa
nav-bodies = Cyrff
nav-calendar = Calendr
sign-in-parked = Cawsoch eich allgofnodi cyn i’r hyn a ysgrifennoch gael ei dderbyn. Mae wedi’i gadw: mewngofnodwch, a gallwch ei anfon.
sign-in-resume-title = Anfon yr hyn a ysgrifennoch
sign-in-resume = Rydych wedi mewngofnodi eto. Nid yw’r hyn a ysgrifennoch wedi’i anfon eto.
sign-in-resume-send = Ei anfon nawr
sign-in-resume-leave = Ei adael, a mynd i’r rhestr waith
