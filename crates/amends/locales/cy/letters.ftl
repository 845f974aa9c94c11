# Mathau o lythyrau, fel y’u gelwir mewn rhestrau a rhagolygon.

letter-kind-proposal = Cynnig datrys yn gynnar
letter-kind-settlement_closed = Cau gyda chamau y cytunwyd arnynt
letter-kind-draft = Drafft i gael sylwadau
letter-kind-comment_reminder = Nodyn atgoffa am sylwadau ar ddrafft
letter-kind-final_decision = Penderfyniad terfynol
letter-kind-discontinuance = Ymchwiliad wedi dod i ben drwy gytundeb
letter-kind-evidence_receipt = Derbynneb am dystiolaeth
letter-kind-further_evidence = Angen rhagor o dystiolaeth
letter-kind-extension_decision = Penderfyniad ar ddyddiad diweddarach
letter-kind-treated_as_met = Wedi’i drin fel un a fodlonwyd
letter-kind-completion = Popeth wedi’i wneud
letter-kind-closed_with_failures = Wedi dod i ben, heb wneud popeth
letter-kind-chase = Nodyn ar ôl y dyddiad
letter-kind-reminder = Nodyn atgoffa
letter-template-wrong = Ni ellir defnyddio testun llythyr. Ffeil: { $file }, llinell { $line }. { $detail }
