# Enwau’r pethau y mae’r rheolau’n sôn amdanynt: mathau o argymhelliad, profion, llythyrau, gwiriadau.

kind-apology = Ymddiheuriad
kind-payment = Taliad
kind-reimbursement = Ad-daliad
kind-service_provision = Gwasanaeth i’w roi
kind-inspection_repair = Arolygu neu atgyweirio
kind-explanation = Esboniad
kind-review = Adolygiad
kind-policy_procedure = Polisi neu weithdrefn
kind-training = Hyfforddiant
kind-staff_reminder = Nodyn atgoffa i staff
kind-share_learning = Rhannu’r dysgu
kind-monitoring = Monitro
kind-records = Cofnodion
kind-cease = Rhoi’r gorau i rywbeth
kind-contract = Contract
kind-resourcing = Staff a modd
kind-report_back = Adrodd yn ôl

proof-letter = Llythyr fel y’i hanfonwyd
proof-payment_record = Cofnod talu
proof-policy_text = Testun y polisi neu’r weithdrefn
proof-approval = Cymeradwyaeth swyddog neu bwyllgor
proof-training_record = Cofnod hyfforddi
proof-report = Adroddiad, archwiliad neu adolygiad
proof-other = Rhywbeth arall

letter-proposal = Cynnig datrys cynnar
letter-settlement_closed = Caewyd gyda’r camau y cytunwyd arnynt
letter-draft = Drafft ar gyfer sylwadau
letter-comment_reminder = Nodyn i’ch atgoffa i wneud sylwadau
letter-final_decision = Penderfyniad terfynol
letter-discontinuance = Daeth yr ymchwiliad i ben drwy gamau y cytunwyd arnynt
letter-evidence_receipt = Derbynneb am dystiolaeth
letter-further_evidence = Angen rhagor o dystiolaeth
letter-extension_decision = Penderfyniad ar ddyddiad hwyrach
letter-treated_as_met = Ei drin fel un a fodlonwyd
letter-completion = Popeth wedi’i wneud, y mater wedi’i gau
letter-closed_with_failures = Daeth i ben, heb wneud popeth
letter-chase = Nodyn ar ôl y dyddiad
letter-reminder = Nodyn atgoffa
letter-report_notice = Rhybudd o adroddiad
letter-instrument_draft = Adroddiad drafft
letter-instrument_issued = Adroddiad neu hysbysiad
letter-still_waiting = Pam y mae’n cymryd cymaint o amser
letter-wrong_evidence = Tystiolaeth ar gyfer mater arall
letter-successor_notice = Camau sydd bellach gyda chorff arall

check-guidance_on_remedies = Canllawiau ar rwymedïau
check-earlier_improvements = Gwelliannau gwasanaeth cynharach
check-public_interest = A yw budd y cyhoedd yn galw am adroddiad
check-spending_freeze = Canllawiau ar wariant wedi’i rewi
