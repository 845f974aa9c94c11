# Mathau o lythyrau, fel y’u gelwir mewn rhestrau a rhagolygon.

letter-kind-proposal = Cynnig datrys yn gynnar
letter-kind-settlement-closed = Cau gyda chamau y cytunwyd arnynt
letter-kind-draft = Drafft i gael sylwadau
letter-kind-comment-reminder = Nodyn atgoffa am sylwadau ar ddrafft
letter-kind-final-decision = Penderfyniad terfynol
letter-kind-discontinuance = Ymchwiliad wedi dod i ben drwy gytundeb
letter-kind-evidence-receipt = Derbynneb am dystiolaeth
letter-kind-further-evidence = Angen rhagor o dystiolaeth
letter-kind-extension-decision = Penderfyniad ar ddyddiad diweddarach
letter-kind-treated-as-met = Wedi’i drin fel un a fodlonwyd
letter-kind-completion = Popeth wedi’i wneud
letter-kind-closed-with-failures = Wedi dod i ben, heb wneud popeth
letter-kind-chase = Nodyn ar ôl y dyddiad
letter-kind-reminder = Nodyn atgoffa
letter-kind-report-notice = Rhybudd o adroddiad
letter-kind-instrument-draft = Adroddiad drafft
letter-kind-instrument-issued = Adroddiad neu hysbysiad
letter-kind-still-waiting = Pam y mae’n cymryd cymaint o amser
letter-kind-wrong-evidence = Tystiolaeth ar gyfer mater arall
letter-kind-successor-notice = Camau sydd bellach gyda chorff arall
