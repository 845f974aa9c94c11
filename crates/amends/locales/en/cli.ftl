# The command line: help, answers, and what is said when something is wrong. A key's "-mend" says what to do.

## Help

cli-help-usage = Usage
cli-help-examples = Examples
cli-help-commands = Commands
cli-help-command = COMMAND
cli-help-options = Options
cli-help-arguments = Arguments
cli-next-without-config =
    What to do next
      amends demo      try a fictional office on this computer; nothing leaves it
      amends doctor    see what an office of your own still needs
cli-next-with-config =
    The configuration is { $path }. What to do next
      amends doctor    check that everything works
      amends serve     open the office

cli-about-amends = Gets what an ombudsman recommended actually done.
cli-about-amends-extract = Finds the recommendations in a decision, and says which words made each.
cli-about-amends-clock = Says when a period ends, and why.
cli-about-amends-version = Says which version this is.
cli-about-amends-completions = Writes the script with which a shell completes amends commands.
cli-about-amends-man = Writes the manual pages.
cli-arg-out = The folder into which a page for every command is written; without it the page of amends is printed
cli-man-written = { $count } manual pages are in { $folder }.
cli-man-unwritable = { $path } cannot be written: { $reason }.
cli-man-unwritable-mend = Name a folder that you may write to with --out.
cli-man-exit = Exit codes
cli-man-exit-0 = done
cli-man-exit-1 = failed
cli-man-exit-2 = not understood
cli-man-exit-3 = the configuration is invalid
cli-man-exit-4 = something that was checked is not as it should be
cli-man-exit-5 = not permitted, or held by somebody else
cli-man-exit-75 = for a while only: try again later

cli-arg-config = Configuration file; otherwise amends.toml here or in /etc/amends
cli-arg-quiet = Say only what went wrong
cli-arg-verbose = Say more about what is going on; twice for still more
cli-arg-json = Answer in JSON
cli-arg-plain = Tables as bare lines with tabs, without colour
cli-arg-no_color = No colour
cli-arg-yes = Agree beforehand to what would be asked
cli-arg-lang = Language: en or cy; for extract, the decision’s as well
cli-arg-today = Act as on this day (tours and tests alone)
cli-arg-help = Show this help
cli-arg-profile = The office’s law and practice: psow, lgsco, lgsco-part3a or generic
cli-arg-decided = The date of the decision, such as 2026-10-05
cli-arg-amends-extract-file = The decision: Word, PDF with text, web page or plain text; - for plain text from standard input
cli-arg-rule = A clock of the law or of an office, such as W-26
cli-arg-add = A length, such as "20 working days", "1 month" or "pythefnos"
cli-arg-from = The day the period is counted from, such as 2026-04-14
cli-arg-calendar = Whose bank holidays: england-and-wales, scotland or northern-ireland
cli-arg-shell = bash, zsh, fish, powershell or elvish

## What was not understood

cli-usage-unknown-command = There is no command “{ $command }”.
cli-usage-unknown-argument = There is no option { $argument } here.
cli-usage-missing = Something is missing: { $arguments }
cli-usage-value-missing = { $argument } needs a value.
cli-usage-value-unknown = { $argument } cannot be “{ $value }”. Use one of: { $known }.
cli-usage-value-wrong = { $argument } cannot be “{ $value }”.
cli-usage-conflict = { $argument } and { $other } cannot stand together.
cli-usage-command-missing = A command is missing after this one.
cli-usage-not-utf8 = A word of the command line is not readable text (UTF-8).
cli-usage-number-of-values = { $argument } has too many or too few values.
cli-usage-not-understood = The command line was not understood.
cli-usage-did-you-mean = Did you mean { $meant }?
cli-usage-see-help = Add --help to the command to see how it is used.
cli-today-barred = --today moves the day, and an office’s day cannot be moved.
cli-today-barred-mend = For a tour or a test, set AMENDS_ALLOW_SET_DAY=1.

## What was typed

cli-date-unreadable = { $argument }: “{ $typed }” is not a date.
cli-date-unreadable-mend = Write year, month and day with hyphens, such as 2026-10-05.
cli-date-none-such = { $argument }: there is no { $typed }: { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } has { $days } days in that year.
cli-date-none-such-mend = Check the day and the month, and type the date again.
cli-amount-unreadable = { $argument }: “{ $typed }” is not an amount: { $problem ->
        [empty] nothing was typed
        [comma] the comma does not stand before three figures, so it could mean two amounts
        [pence] after the point there must be two figures
        [size] it must be more than nothing and less than a thousand million pounds
       *[not-a-number] it is not made of figures
    }.
cli-amount-unreadable-mend = Write pounds and pence like 250, 1,250 or 1250.50.
cli-file-missing = There is no file { $path }.
cli-file-missing-mend = Check its name and folder, and try again.
cli-file-barred = You may not read { $path }: { $reason }.
cli-file-barred-mend = Ask whoever owns the file, or copy it to a folder of your own.
cli-file-unreadable = { $path } could not be read: { $reason }.
cli-file-unreadable-mend = Check the disk or the connection to it, and try again.
cli-file-is-folder = { $path } is a folder, not a file.
cli-file-is-folder-mend = Name one file in it.
cli-profile-unknown = There is no profile “{ $typed }”.
cli-profile-unknown-mend = Use one of: { $known }.
cli-clock-unknown = There is no clock “{ $typed }”.
cli-clock-unknown-mend = Use one of: { $known }.
cli-calendar-unknown = There is no calendar “{ $typed }”.
cli-calendar-unknown-mend = Use england-and-wales, scotland or northern-ireland.

## What went wrong

cli-output-failed = The answer could not be written: { $reason }.
cli-disk-full = The disk is full: the answer could not be written whole.
cli-disk-full-mend = Make room on the disk, and give the command again.
cli-no-time-zone = This computer does not know the time zone Europe/London: { $reason }.
cli-no-time-zone-mend = Install the time zone data (tzdata) and try again.
cli-config-invalid = The configuration cannot be used. { $detail }
cli-config-invalid-mend = See what may stand there with: amends config template
cli-calendar-broken = The bank holidays that ship with the program cannot be read: { $detail }
cli-calendar-broken-mend = Install the program again.

## Extraction

cli-extract-none = No recommendation was found.
cli-extract-personal = for the person
cli-extract-service = for the service
cli-extract-deadline = By when: { $date ->
        [none] “{ $phrase }”
       *[other] “{ $phrase }” -> { $date }
    }
cli-extract-evidence = Evidence asked for: “{ $words }”
cli-extract-field-recommendation = a recommendation, for
cli-extract-field-kind = its kind, for
cli-extract-field-addressee = who acts, for
cli-extract-field-deadline = by when, for
cli-extract-field-amount = how much, for
cli-extract-field-evidence = evidence, for
cli-extract-stated-date-differs = The stated date { $stated } is not the one the period gives ({ $computed }). The stated date holds.
cli-extract-year-assumed = The year is not stated; { $date } was taken.
cli-extract-weekday-differs = The weekday named is not that of { $date }.
cli-extract-before-decision = { $date } lies before the decision.
cli-extract-no-such-date = The date stated is in no calendar.
cli-extract-parts-do-not-add-up = The parts make { $parts }, but the sum stated is { $total }.
cli-extract-sum-from-before = The sum stands in a sentence before.

cli-kind-apology = Apology
cli-kind-payment = Payment
cli-kind-reimbursement = Reimbursement
cli-kind-service_provision = Service to be given
cli-kind-inspection_repair = Inspection or repair
cli-kind-explanation = Explanation
cli-kind-review = Review
cli-kind-policy_procedure = Policy or procedure
cli-kind-training = Training
cli-kind-staff_reminder = Reminder to staff
cli-kind-share_learning = Learning shared
cli-kind-monitoring = Monitoring
cli-kind-records = Records
cli-kind-cease = Stopping something
cli-kind-contract = Contracts
cli-kind-resourcing = Staff and means
cli-kind-report_back = Report to the office

## Configuration

cli-about-amends-config = Shows and checks what is set.
cli-about-amends-config-show = Shows every setting, and where it comes from.
cli-about-amends-config-check = Says whether the configuration can be used.
cli-about-amends-config-template = Prints a whole configuration file, every key explained.
cli-about-amends-config-explain = Explains one key.
cli-arg-key = A key, such as mail.smtp
cli-config-key = Key
cli-config-value = Value
cli-config-origin = From
cli-config-origin-default = default
cli-config-origin-file = file
cli-config-origin-environment = environment
cli-config-valid = { $path } is valid.
cli-config-defaults = There is no configuration file; the defaults are used.
cli-config-template = The configuration of Amends. Take the # away from a line to set its key.
cli-config-unknown-key = There is no key “{ $typed }”.
cli-config-unknown-key-mend = It may be one of: { $known }.
cli-config-explained =
    Now: { $value } ({ $origin }). Default: { $default }.
    The environment can set it with { $variable }.

cli-key-site-public_url = The address people see, without a slash at its end
cli-key-site-office_name_en = The office’s name in English
cli-key-site-office_name_cy = The office’s name in Welsh
cli-key-site-telephone = The telephone number in letters and on pages
cli-key-server-listen = The address and port the program listens on
cli-key-server-round_seconds = Seconds between two looks at what is owed, mail that came and letters that wait
cli-key-server-trusted_proxies = Proxies before the office, whose word is taken for the id of a request: addresses or networks, as 127.0.0.1, 10.0.0.0/8
cli-key-server-metrics = Address and port where figures about the running office can be fetched; nowhere if left out
cli-key-server-metrics_for_others = Whether that may be an address others than this computer can reach: true or false
cli-key-server-lease_seconds = Seconds for which one of several nodes leads without being heard of, before another goes on
cli-key-server-machinery = Whether this node pays what is owed, takes mail in and hands letters over beside its pages
cli-key-storage-data_dir = The folder for the database and the files
cli-key-storage-database = Where the database is, if not in that folder: postgres://USER:PASSWORD@HOST/DATABASE, or another file (AMENDS_DATABASE for short)
cli-key-storage-accept_unsafe_server = Whether to work with a server that can lose what it acknowledges: for trials alone
cli-key-storage-max_upload_mib = The largest file taken, in MiB
cli-key-storage-least_room_mib = With less room than this on the disk, in MiB, the office says that it is not ready
cli-key-storage-override_dir = A folder whose templates and letters are used instead of those that ship
cli-key-mail-smtp = Where letters are handed over (smtp:// or smtps://); none holds them
cli-key-mail-address = The address letters come from and replies go to; otherwise the profile’s
cli-key-mail-inbound_dir = A folder from which messages are taken in as .eml files
cli-key-profile-name = The law and practice: psow, lgsco, lgsco-part3a or generic
cli-key-profile-file = A profile file of the office’s own, instead
cli-key-auth-idle_minutes = Minutes without a request after which a sign-in ends
cli-key-auth-absolute_hours = Hours after which a sign-in ends in any case
cli-key-auth-link_days = Days for which a link to a body or complainant works
cli-key-log-format = How log lines look: pretty or json
cli-key-log-level = What is logged: error, warn, info or debug

## Health

cli-about-amends-healthcheck = Asks a running office whether it is well.
cli-arg-url = Its address, such as http://127.0.0.1:8080; otherwise the one in the configuration
cli-health-well = The office at { $address } is well.
cli-health-ill = The office at { $address } is not well: it answered { $status }.
cli-health-ill-mend = Look at its log, or run: amends doctor
cli-health-silent = Nothing answers at { $address }: { $reason }.
cli-health-silent-mend = Check that the office is running: amends serve
cli-health-address = “{ $typed }” is not an address that can be asked.
cli-health-address-mend = Write it like http://127.0.0.1:8080.

## The office

cli-about-amends-serve = Opens the office to the network.
cli-about-amends-case = Cases, from opening to decision.
cli-about-amends-case-list = Lists cases.
cli-about-amends-case-show = Shows a case with its recommendations and its history.
cli-about-amends-case-open = Opens a case.
cli-about-amends-case-finding = Records what was found.
cli-about-amends-case-check = Records that something was looked at, such as the guidance on remedies.
cli-about-amends-case-draft = Sends the draft to the parties for comment.
cli-about-amends-case-answer = Records what a body answers on one recommendation.
cli-about-amends-case-comment = Records what the complainant says of the draft.
cli-about-amends-case-close-comments = Closes the comments; who said nothing has not agreed.
cli-about-amends-case-consider = Records how comments on one recommendation were considered.
cli-about-amends-case-period = Records the period agreed for a report by the alternative route.
cli-about-amends-case-decide = Issues the final decision.
cli-about-amends-case-receipt = Records when a body received the decision.
cli-about-amends-rec = Recommendations, from their wording to the office’s judgement.
cli-about-amends-rec-list = Lists recommendations by the date the office must be told.
cli-about-amends-rec-show = Shows one recommendation, and why its date is what it is.
cli-about-amends-rec-write = Writes a recommendation, or revises one.
cli-about-amends-rec-evidence = Enters evidence that came by post, by hand or by telephone.
cli-about-amends-rec-review = Takes evidence up for review.
cli-about-amends-rec-assess = Records what one item of evidence shows.
cli-about-amends-rec-met = Judges a recommendation met.
cli-about-amends-rec-more = Says that the evidence is not enough, and what is needed.
cli-about-amends-rec-treat-as-met = Treats a recommendation as met, for a good reason.
cli-about-amends-rec-not-met = Judges a recommendation not met.
cli-about-amends-rec-extension = Requests for more time.
cli-about-amends-rec-extension-ask = Records that a body asks for more time.
cli-about-amends-rec-extension-decide = Gives more time, or refuses it.
cli-about-amends-act = Does any act on a case, from a JSON file; free text is a plain string there.
cli-about-amends-import = Takes in decisions and bodies.
cli-about-amends-import-decision = Makes recommendations of a decision, once they are confirmed.
cli-about-amends-import-from-csv = Takes in bodies, and who is written to there, from a table.
cli-about-amends-chase = Chases: what would go, what goes, where none goes.
cli-about-amends-chase-preview = Shows what would be chased on a day, if nothing came until then.
cli-about-amends-chase-run = Sends the reminders and chases that are owed today.
cli-about-amends-chase-pause = Stops chases to one body, or to all.
cli-about-amends-chase-resume = Lets chases go again.
cli-about-amends-mail = Letters out and messages in.
cli-about-amends-mail-outbox = Lists the letters in the outbox.
cli-about-amends-mail-show = Shows one letter.
cli-about-amends-mail-held = Lists messages that a person must file.
cli-about-amends-body = The register of bodies.
cli-about-amends-body-list = Lists bodies.
cli-about-amends-body-show = Shows a body and who is written to there.
cli-about-amends-body-contact = Who is written to at a body.
cli-about-amends-body-contact-add = Enters somebody at a body, or changes who they are there.
cli-about-amends-body-contact-remove = Takes somebody away from a body.
cli-arg-amends-body-contact-add-role = link_officer (two at most; both get every letter), chief_executive (one) or other
cli-arg-amends-body-contact-add-language = The language they speak: en or cy; otherwise the body’s
cli-arg-amends-body-contact-add-body = The body, by its short name
cli-arg-amends-body-contact-remove-body = The body, by its short name
cli-contact-kept = { $email } is entered at { $body }: { $role }.
cli-contact-removed = { $email } is taken away from { $body }.
cli-contact-unknown = Nobody at { $body } has the address { $email }.
cli-contact-unknown-mend = See who is entered with: amends body show { $body }
cli-about-amends-user = Who may sign in.
cli-about-amends-user-add = Makes an account; the password comes from a file or standard input.
cli-about-amends-user-list = Lists accounts.
cli-about-amends-user-disable = Shuts an account and signs it out everywhere.
cli-about-amends-user-password = Sets a password; the account is signed out everywhere.
cli-about-amends-audit = Whether the record is whole.
cli-about-amends-audit-verify = Checks every entry, text, file and checkpoint.
cli-about-amends-audit-head = Shows the end of the record: its length and its root.
cli-about-amends-rebuild = Makes the lists anew from the record.
cli-about-amends-doctor = Checks that everything works, and says what to do where it does not.

cli-arg-case = The case, such as 26-0001
cli-arg-amends-import-decision-case = An open case to add to; otherwise one is opened
cli-arg-rec = The recommendation, such as 26-0001-2
cli-arg-who = Who acts: the e-mail address of a member of staff (or AMENDS_AS)
cli-arg-text = Only those in which these words occur
cli-arg-body = The body, by its short name; may be left out where there is only one
cli-arg-bodies = The body complained of, by its short name; may be given several times
cli-arg-handler = The member of staff who handles the case, by e-mail address
cli-arg-title = A short title for staff
cli-arg-route = investigation or early_resolution
cli-arg-received = The day it was received; otherwise today
cli-arg-own_initiative = Opened by the office itself, without a complainant
cli-arg-complainant = The complainant’s name
cli-arg-email = E-mail address
cli-arg-postal_address = Postal address, where letters go by post
cli-arg-complainant_lang = The complainant’s language: en or cy
cli-arg-fault = What went wrong
cli-arg-injustice = What it caused
cli-arg-systemic = It looks systemic
cli-arg-check = guidance_on_remedies, earlier_improvements, public_interest or spending_freeze
cli-arg-edition = The edition of the guidance
cli-arg-note = What was concluded, or why
cli-arg-shown_by = What shows it
cli-arg-bodies_by = By when bodies are asked to comment
cli-arg-complainant_by = By when the complainant is asked to comment
cli-arg-agree = The body agrees
cli-arg-agree_with_change = The body would agree to a change, for this reason
cli-arg-wording = The wording: one sentence, who will do what
cli-arg-until = The date
cli-arg-already_done = The body says it has done this; what and when
cli-arg-disagree = The body does not agree, for these reasons
cli-arg-question = The body asks this first
cli-arg-checked_with = The teams with which the body checked it
cli-arg-comment = What is said
cli-arg-number = The number of one recommendation; otherwise the whole draft
cli-arg-outcome = stands, changed or withdrawn
cli-arg-agreed = What shows that the complainant agreed to the period
cli-arg-not_possible = Why no agreement on the period is possible
cli-arg-amends-case-receipt-instrument = For which instrument, by its number; otherwise for the decision
cli-arg-reasoning = Why
cli-arg-instrument = report_without_publicity, report, statement_of_reasons or decision_letter
cli-arg-on = The day; otherwise today
cli-arg-history = Show what happened, in order
cli-arg-view = needs_me, due_in_14, evidence, extensions or all
cli-arg-state = Only those in this state, such as evidence_received
cli-arg-kind = The kind, such as apology, payment or training
cli-arg-scope = personal or service
cli-arg-finding = The number of the finding it answers
cli-arg-amount = The sum, such as 250 or 1,250.50
cli-arg-within = The time after the final decision, such as "20 working days"
cli-arg-due = The date by which the office must be told
cli-arg-proofs = An item of evidence, such as "letter:A copy of the apology"; otherwise what is usual for the kind
cli-arg-set_off_allowed = The body may set the sum off against a debt
cli-arg-public_summary = What the public may read
cli-arg-private_notes = Notes for the office alone
cli-arg-revise = The number of the recommendation that this replaces
cli-arg-files = The files
cli-arg-items = The numbers of the items they are said to show
cli-arg-statement = What the body says; never enough by itself
cli-arg-dated = The date the evidence bears
cli-arg-done = The day the act was done
cli-arg-paid = The sum that was paid
cli-arg-item = The number of the item
cli-arg-shown = shown, partly, not_shown or not_applicable
cli-arg-evidence = The evidence, by its id; otherwise the latest
cli-arg-needed = What is needed
cli-arg-reason = Why
cli-arg-amends-rec-treat-as-met-reason = circumstances_changed, complainant_declined, offer_open or set_off
cli-arg-reasons = Why
cli-arg-grant = The new date
cli-arg-refuse = Give no more time
cli-arg-in_writing = It was given in writing
cli-arg-done_so_far = What has been done so far
cli-arg-asked = The day it was asked; otherwise today
cli-arg-file = The file
cli-arg-amends-act-file = The act, or several in a list, in JSON; - for standard input
cli-arg-amends-import-from-csv-file = The table, with the columns slug, name_en, name_cy, kind, language, contact_name, contact_email, contact_language, contact_role, merged_into
cli-arg-seen = How many entries the case had when you looked; a change made since is shown, not overwritten
cli-arg-happened = The day it happened; otherwise today
cli-arg-accept = The numbers of those to take, such as 1,2,3, or all
cli-arg-dry_run = Show what would be done, and do nothing
cli-arg-to = Only letters to addresses with this in them
cli-arg-post = The letter, by its id
cli-arg-name = The name
cli-arg-role = caseworker, coordinator, manager, ombudsman or administrator
cli-arg-language = The language of their pages: en or cy
cli-arg-password_file = A file with the password on its first line; otherwise standard input
cli-arg-without_files = Leave out the files of evidence
cli-arg-amends-rebuild-check = Say what differs, and change nothing
cli-arg-amends-rebuild-rows = Only what lists show: numbers are not counted again, and nothing is read anew for the search
cli-arg-only = Only these: config, clock, mail, disk, files, database, audit, calendar, templates, staff
cli-arg-listen = The address and port; otherwise those of the configuration

cli-yes = yes
cli-head-case = Case
cli-head-rec = Recommendation
cli-head-stage = Stage
cli-head-compliance = Follow-up
cli-head-received = Received
cli-head-title = Title
cli-head-state = State
cli-head-due = Evidence due
cli-head-kind = Kind
cli-head-wording = Wording
cli-head-body = Body
cli-head-step = Step
cli-head-made = Made
cli-head-to = To
cli-head-from = From
cli-head-subject = Subject
cli-head-post = Letter
cli-head-mail = Message
cli-head-reason = Reason
cli-head-email = E-mail
cli-head-name = Name
cli-head-role = Role
cli-head-disabled = Shut
cli-head-slug = Short name
cli-head-merged = Merged into

cli-case-opened = Case { $reference } is open.
cli-nothing-changed = There was nothing to change.
cli-letter-to-complainant = To the complainant: { $letter } (in the outbox)
cli-letter-to-body = To the body: { $letter } (in the outbox)
cli-rec-due = The office must be told by { $date }.
cli-import-question = Which of these are recommendations? (1,2,3, all or none)
cli-bodies-kept = { $new } new and { $changed } known bodies were taken in.
cli-bodies-would = { $new } new and { $changed } known bodies would be taken in. Nothing was changed.
cli-chase-none = Nothing would be chased on { $date }.
cli-chase-paid = Chases sent to the outbox: { $chases }. Reminders: { $reminders }.
cli-chase-stopped-body = No chases go to { $body } until they are resumed.
cli-chase-resumed-body = Chases go to { $body } again.
cli-chase-stopped-office = No chases go to anybody until they are resumed.
cli-chase-resumed-office = Chases go again.
cli-audit-looked-at = Entries: { $entries }. Cases: { $cases }. Texts: { $texts } whole, { $erased } erased. Files: { $files }. Checkpoints: { $checkpoints }.
cli-audit-no-checkpoint = No checkpoint has been signed yet.
cli-rebuild-checked = Cases looked at: { $cases }. Different: { $count }. Nothing was changed.
cli-rebuild-done = Cases looked at: { $cases }. Made anew: { $count }.
cli-user-added = { $email } may sign in.
cli-user-disabled = { $email } may not sign in any more.
cli-user-password-set = The password of { $email } is set.
cli-password-question = Password (at least 15 characters):
cli-serve-open = The office is open at http://{ $address }. Ctrl-C closes it.
cli-serve-closed = The office is closed.

## What went wrong in the office

cli-no-office = There is no office in { $folder } yet.
cli-no-office-mend = Make the first account with amends user add, or name another configuration with --config.
cli-staff-unknown = Nobody on the staff has the address { $email }.
cli-staff-unknown-mend = See who there is with: amends user list
cli-staff-disabled = The account { $email } is shut.
cli-staff-disabled-mend = Act as somebody else, or ask an administrator.
cli-case-unknown = There is no case { $reference }.
cli-case-unknown-mend = Look for it with: amends case list --text WORDS
cli-rec-unknown = There is no recommendation { $reference }.
cli-rec-unknown-mend = Write the case and the number, such as 26-0001-2. See them with: amends case show CASE
cli-body-unknown = There is no body “{ $typed }”.
cli-body-unknown-mend = See which there are with: amends body list
cli-body-unknown-near = There is no body “{ $typed }”.
cli-body-unknown-near-mend = It may be one of: { $known }.
cli-body-which = The case has several bodies, and none was named.
cli-body-which-mend = Name one with --body.
cli-code-unknown = { $argument }: “{ $typed }” is not known ({ $detail }).
cli-code-unknown-mend = Add --help to the command to see which words it knows.
cli-id-unreadable = { $argument }: “{ $typed }” is not an id.
cli-id-unreadable-mend = Copy the id as it is shown with --json.
cli-kind-unknown = There is no kind of recommendation “{ $typed }”.
cli-kind-unknown-mend = Use one of: { $known }.
cli-proof-unreadable = “{ $typed }” is not an item of evidence.
cli-proof-unreadable-mend = Write what proves it, a colon and the words, such as "letter:A copy of the apology". Proofs: { $known }.
cli-file-empty = The file { $path } is empty.
cli-file-empty-mend = Check that it is the right file, and send it again.
cli-no-evidence = Nothing has come for { $reference }.
cli-no-evidence-mend = Enter it first with: amends rec evidence { $reference } FILE
cli-no-extension = No request for more time is open for { $reference }.
cli-no-extension-mend = Record one first with: amends rec extension ask { $reference }
cli-act-unreadable = { $path } is not an act that can be read: { $detail }
cli-act-unreadable-mend = Write the act as its command with its members, such as {"{"}"command": "close_comments"{"}"}.
cli-import-none = No recommendation was found in the decision.
cli-import-none-mend = Write them yourself with: amends rec write CASE
cli-import-choice = “{ $typed }” does not say which of the { $count } to take.
cli-import-choice-mend = Write their numbers, such as 1,2, or all.
cli-import-nothing-accepted = Nothing was accepted, so nothing was written.
cli-import-not-confirmed = { $count ->
        [one] One recommendation was found, and nobody is here to confirm it.
       *[other] { $count } recommendations were found, and nobody is here to confirm them.
    }
cli-import-not-confirmed-mend = Name those that are right with --accept 1,2,3.
cli-csv-wrong = { $path }, line { $line }, column { $column }: { $problem ->
        [column-unknown] there is no such column; known are { $typed }
        [column-missing] this column is missing
        [slug] “{ $typed }” is not a short name: small letters, figures and hyphens
        [empty] nothing stands here
        [kind] “{ $typed }” is not a kind of body: council, health_board, landlord, care_provider, welsh_government, senedd_commission or other
        [language] “{ $typed }” is not a language: en or cy
        [email] “{ $typed }” is not an e-mail address
        [contact-role] “{ $typed }” is not a role: link_officer, chief_executive or other
        [role-full] the body would have too many in the role { $typed }: two link officers and one chief executive at most
        [body-unknown] there is no body “{ $typed }” to merge into
       *[unreadable] the line cannot be read ({ $typed })
    }.
cli-csv-wrong-mend = Mend the line and take the table in again. Nothing was changed.
cli-email-unreadable = “{ $typed }” is not an e-mail address.
cli-email-unreadable-mend = Write it like sian@ombudsman.example.
cli-password-short = The password has fewer than { $least } characters.
cli-password-short-mend = Choose a longer one: some words that do not belong together do well. Nothing else is asked of it.
cli-listen-unreadable = “{ $typed }” is not an address to listen on.
cli-listen-unreadable-mend = Write address and port, such as 127.0.0.1:8080.
cli-serve-no-staff = Nobody could sign in, so the office does not open.
cli-serve-no-staff-mend = Make the first account: amends user add EMAIL --name NAME --role administrator
cli-serve-address-taken = Another program has { $address } already.
cli-serve-address-taken-mend = Stop that program, or name another address with --listen.
cli-serve-address-barred = This program may not listen on { $address }.
cli-serve-address-barred-mend = Use a port above 1023, or let a web server in front of it have the lower one.
cli-serve-network = { $address } cannot be listened on: { $reason }.
cli-serve-network-mend = Name an address of this computer with --listen.
cli-denied = You may not do this ({ $code }).
cli-denied-mend = Ask somebody in the office whose role it is.
cli-refused = This cannot be done: { $code } (rule { $rule }).
cli-changed-meanwhile = Somebody changed the case since you looked; nothing was overwritten. Since then: { $since }
cli-changed-meanwhile-mend = Look at it again with amends case show, and decide anew.
cli-not-found = This is not there: { $what }.
cli-fault = Something went wrong in the program: { $detail }
cli-fault-mend = Nothing was changed. Try again; if it comes again, run: amends doctor
cli-store-in-use = The database { $path } is held by another process ({ $holder }).
cli-store-in-use-mend = Only one may have it open. Stop that one first, or use another data folder.
cli-store-full = The disk is full; nothing was recorded.
cli-store-full-mend = Make room on the disk, and give the command again.
cli-store-busy = Another program has locked the database; nothing was recorded.
cli-store-busy-mend = Close that program, and give the command again.
cli-store-overloaded = Too much is asked at once; nothing was recorded.
cli-store-overloaded-mend = Give the command again in a moment.
cli-store-network-disk = { $path } is on a network disk ({ $kind }), where a database can be damaged.
cli-store-network-disk-mend = Set storage.data_dir to a folder on a disk of this computer.
cli-store-taken = { $what } is taken already.
cli-store-taken-mend = Choose another.
cli-store-bad-address = The address of the database is wrong: { $what }.
cli-store-bad-address-mend = Correct storage.database in the configuration, or AMENDS_DATABASE: postgres://USER:PASSWORD@HOST/DATABASE, or a file.
cli-store-unreachable = The database at { $place } cannot be reached: { $what }. Nothing was recorded.
cli-store-unreachable-mend = See that its server runs and that the address is right, and give the command again.
cli-store-sign-in-refused = The database at { $place } does not let us in: { $what }
cli-store-sign-in-refused-mend = Correct the user or the password in storage.database, or AMENDS_DATABASE.
cli-store-not-trusted = The certificate of the database at { $place } is not trusted: { $what }.
cli-store-not-trusted-mend = Add ?sslrootcert=FILE to the address with the certificate of the authority that signed it, or write the name in the address for which it was made.
cli-store-no-database = There is no database at { $place }.
cli-store-no-database-mend = Make it with createdb, or correct storage.database or AMENDS_DATABASE.
cli-store-read-only = The database at { $place } can only be read. Nothing was recorded.
cli-store-read-only-mend = Make its disk writable, or name the server that is written to, not a copy of it.
cli-store-unsafe = This database is not safe to work on: { $what }.
cli-store-unsafe-mend = Mend it: { $mend }. For a trial only, set storage.accept_unsafe_server = true.
cli-store-unknown = The connection to { $place } was lost at the end of a change; it may have been recorded or not.
cli-store-unknown-mend = Look whether it was before you give the command again.
cli-store-too-new = The database is newer ({ $found }) than this program ({ $known }).
cli-store-too-new-mend = Use the newer program.
cli-store-other = The memory of the office failed: { $detail }
cli-store-other-mend = Nothing was recorded. Run: amends doctor
cli-post-unknown = There is no letter { $typed }.
cli-post-unknown-mend = See which there are with: amends mail outbox --json
cli-audit-broken = { $count ->
        [one] The record is broken in one place.
       *[other] The record is broken in { $count } places.
    }
cli-audit-broken-mend = Stop work, keep a copy of the data folder as it is, and compare with a backup.
cli-rebuild-differs = { $count ->
        [one] The lists of one case are not what the record says.
       *[other] The lists of { $count } cases are not what the record says.
    }
cli-rebuild-differs-mend = Make them anew with: amends rebuild

## Doctor

cli-doctor-config = Configuration
cli-doctor-clock = Clock
cli-doctor-mail = Outgoing mail
cli-doctor-disk = Disk
cli-doctor-database = Database
cli-doctor-audit = Record
cli-doctor-calendar = Working days
cli-doctor-templates = Templates
cli-doctor-staff = Staff
cli-doctor-sum = { $ok } ok · { $warnings } warnings · { $problems } problems
cli-doctor-problems = { $count ->
        [one] There is one problem.
       *[other] There are { $count } problems.
    }
cli-doctor-config-invalid = { $detail }
cli-doctor-config-invalid-fix = Fix: mend the file; amends config template shows what may stand there
cli-doctor-config-valid = { $path } is valid
cli-doctor-config-none = there is no configuration file; the defaults are used
cli-doctor-config-none-fix = Fix: amends config template > amends.toml
cli-doctor-clock-right = today is { $today }
cli-doctor-clock-wrong = today is said to be { $today }, which cannot be
cli-doctor-clock-wrong-fix = Fix: set this computer’s clock, and keep it right with a time service
cli-doctor-clock-zone = { $detail }
cli-doctor-clock-zone-fix = Fix: install the time zone data (tzdata)
cli-doctor-mail-none = no mail server is set; letters stay in the outbox
cli-doctor-mail-none-fix = Fix: set mail.smtp
cli-doctor-mail-set = letters go by { $server }
cli-doctor-mail-unknown = mail.smtp begins with neither smtp:// nor smtps://
cli-doctor-mail-unknown-fix = Fix: write it like smtps://name:password@mail.example
cli-doctor-disk-unknown = the disk of { $folder } cannot be asked: { $detail }
cli-doctor-disk-unknown-fix = Fix: check that storage.data_dir names a folder on a disk of this computer
cli-doctor-disk-full = only { $room } MiB are free in { $folder }
cli-doctor-disk-full-fix = Fix: make room now; evidence cannot be taken in on a full disk
cli-doctor-disk-low = { $room } MiB are free in { $folder }
cli-doctor-disk-low-fix = Fix: make room soon
cli-doctor-disk-room = { $room } MiB are free
cli-doctor-database-shut = { $detail }
cli-doctor-database-shut-fix = Fix: see above; what needs the database was not checked
cli-doctor-database-open = { $path } opens, its tables are up to date
cli-doctor-audit-whole = { $entries } entries, all of them whole
cli-doctor-audit-broken = the record is broken in { $count } places
cli-doctor-audit-broken-fix = Fix: stop work, run amends audit verify, and compare with a backup
cli-doctor-audit-unreadable = the record cannot be read: { $detail }
cli-doctor-audit-unreadable-fix = Fix: restore a backup
cli-doctor-calendar-known = bank holidays are known to { $until }
cli-doctor-calendar-soon = bank holidays are known only to { $until }
cli-doctor-calendar-soon-fix = Fix: install a newer version, which brings the new list
cli-doctor-calendar-ends = bank holidays end on { $until }; working days after it are counted wrongly
cli-doctor-calendar-ends-fix = Fix: install a newer version now
cli-doctor-templates-own = those that ship are used
cli-doctor-templates-folder = those in { $folder } are used where there are any
cli-doctor-templates-missing = the folder { $folder } is not there
cli-doctor-templates-missing-fix = Fix: make it, or take storage.override_dir out of the configuration
cli-doctor-staff-there = somebody can sign in
cli-doctor-staff-none = nobody can sign in
cli-doctor-staff-none-fix = Fix: amends user add EMAIL --name NAME --role administrator
cli-doctor-staff-unknown = the accounts cannot be read: { $detail }
cli-doctor-staff-unknown-fix = Fix: restore a backup

## Words of the record

cli-state-draft = Draft
cli-state-proposed = Sent for comment
cli-state-withdrawn = Withdrawn
cli-state-due = Due
cli-state-evidence_received = Evidence in
cli-state-under_review = Under review
cli-state-further_evidence_requested = More needed
cli-state-met_on_time = Met on time
cli-state-met_late = Met late
cli-state-treated_as_met = Treated as met
cli-state-not_met = Not met
cli-state-refused = Refused
cli-state-ceased = Ceased
cli-state-superseded = Replaced
cli-role-caseworker = Caseworker
cli-role-coordinator = Coordinator
cli-role-manager = Manager
cli-role-ombudsman = Ombudsman
cli-role-administrator = Administrator
cli-post-queued = Waiting
cli-post-claimed = Being sent
cli-post-deferred = To be tried again
cli-post-accepted = Sent
cli-post-held = Held
cli-post-refused = Refused
cli-post-bounced = Came back
cli-stage-assessing = Being assessed
cli-stage-proposal_sent = Proposal sent
cli-stage-negotiating = Being negotiated
cli-stage-agreed = Agreed
cli-stage-closed_early_resolution = Closed by early resolution
cli-stage-investigating = Being investigated
cli-stage-draft_ready = Draft ready
cli-stage-out_for_comment = Out for comment
cli-stage-considering_comments = Comments being considered
cli-stage-final_ready = Ready for the final decision
cli-stage-consider_public_report = Public report being considered
cli-stage-final_issued = Final decision issued
cli-stage-discontinued_by_settlement = Ended by settlement
cli-stage-discontinued = Ended
cli-compliance-not_started = Follow-up not begun
cli-compliance-monitoring = Followed up
cli-compliance-complete = Complete
cli-compliance-closed_with_failures = Closed with failures

## Mail

cli-about-amends-mail-send = Hands the letters that wait to the mail server.
cli-mail-no-server = No mail server is set; the letters stay in the outbox.
cli-mail-no-server-mend = Set mail.smtp in the configuration.
cli-mail-none-waits = No letter waits to be sent now.
cli-mail-handed = Handed over: { $accepted }. Put off: { $deferred }. Refused: { $refused }. May have gone: { $uncertain }.
cli-mail-put-off = The mail server did not take every letter; those stay in the outbox.
cli-mail-put-off-mend = Try again in a few minutes; a running office does so by itself.
cli-mail-look = A letter was refused, or nobody knows whether it has gone.
cli-mail-look-mend = See which, and why, with: amends mail outbox --json
cli-about-amends-mail-deliver = Takes in one message from standard input.
cli-about-amends-mail-fetch = Takes in the messages in the folder mail.inbound_dir.
cli-about-amends-mail-file = Files a held message on recommendations.
cli-arg-once = Once, and then end
cli-arg-mail = The message, by its id
cli-arg-recs = A recommendation, such as 26-0001-2; may be given several times
cli-mail-filed = Message { $mail } is filed on { $case }: recommendations { $numbers }.
cli-mail-held = Message { $mail } is held for a person. { $reason }
cli-mail-set_aside = Message { $mail } is put aside. { $reason }
cli-mail-new = Message { $mail } is kept, and not yet looked at.
cli-mail-again = Message { $mail } came before; nothing was done now.
cli-mail-nothing = No message is in { $folder }.
cli-mail-no-folder = No folder is set from which messages could be taken in.
cli-mail-no-folder-mend = Set mail.inbound_dir in the configuration.
cli-mail-several = The recommendations are not of one case and one body.
cli-mail-several-mend = File the message on those of one case and one body.
cli-about-amends-case-earlier = Lists what was asked of the body before that bears on the case, and why.
cli-about-amends-case-judge-earlier = Records whether earlier recommendations had time to embed.
cli-about-amends-case-refer-to-earlier = Inserts the paragraph by which the decision refers to them.
cli-about-amends-case-handling = Notes how a body dealt with the office.
cli-about-amends-report = Reports, each number with what made it.
cli-about-amends-report-service-improvements = Decisions with service improvements, by body, subject, kind, progress and date.
cli-about-amends-report-handling = How bodies deal with the office, by quarter.
cli-arg-themes = A subject, by its id in the profile; may be given more than once
cli-arg-theme = Only with this subject, by its id in the profile
cli-arg-takes_up = An earlier recommendation it takes up, such as 24-0193-2; may be given more than once
cli-arg-earlier = An earlier recommendation, such as 24-0193-2; may be given more than once
cli-arg-conclusion = not_yet_embedded, recurs or does_not_recur
cli-arg-en = The paragraph in English; the office’s own words where it is left out
cli-arg-cy = The paragraph in Welsh; the office’s own words where it is left out
cli-arg-code = The code, of the profile’s list
cli-arg-because = The number of the event in the case that it rests on
cli-arg-progress = Only so far: open, on_time, late, treated_as_met, not_done or no_longer_pursued
cli-arg-csv = As a table with commas
cli-arg-amends-report-service-improvements-from = Only decided on this day or later
cli-arg-amends-report-service-improvements-to = Only decided on this day or earlier
cli-arg-amends-report-handling-from = Only on this day or later
cli-arg-amends-report-handling-to = Only on this day or earlier
cli-head-ended = Ended
cli-head-quarter = Quarter
cli-head-what = What
cli-head-count = How often
cli-about-amends-body-rename = Gives a body another name; the old name still finds it.
cli-about-amends-body-merge = Records that a body merged into another.
cli-about-amends-body-split = Records that a body was split, and who got what of it.
cli-about-amends-body-end = Records that a body is no more.
cli-about-amends-body-successor = Records that another body stands in its place.
cli-about-amends-body-freeze = Records a notice that freezes a body’s spending, or its last day.
cli-about-amends-body-follow = Shows what of a body would follow its successor; with --yes it does.
cli-about-amends-case-quarantine = Sets apart evidence for another case, body or complainant, and tells its sender.
cli-about-amends-case-move = Moves evidence that was set apart to the case it belongs to.
cli-about-amends-case-classify = Says who may see a file.
cli-about-amends-case-bar = Records a notice that bars a document.
cli-about-amends-case-disclose = Logs a disclosure on a ground of the law.
cli-about-amends-case-share = Gives what a monitoring officer or committee may put in public papers, as JSON.
cli-arg-name_en = The new name in English
cli-arg-name_cy = The new name in Welsh
cli-arg-into = The body it merged into
cli-arg-functions_to = A body that got functions; may be given several times
cli-arg-property_to = A body that got property; may be given several times
cli-arg-how = abolished, sold, deregistered or closed
cli-arg-successor = The body that stands in its place
cli-arg-gets = everything, functions or property
cli-arg-which = Which functions or property
cli-arg-amends-body-freeze-from = The first day of the freeze; with --until alone the last freeze ends then
cli-arg-amends-body-freeze-until = The last day of the freeze
cli-arg-notice = The notice, with its date or number
cli-arg-concern = function or property: what the recommendations are about
cli-arg-cases = Only this case; may be given several times
cli-arg-wrong = case, body or complainant: what it belongs to instead
cli-arg-amends-case-move-to = The case it belongs to
cli-arg-numbers = The numbers of the recommendations there
cli-arg-amends-case-classify-file = The file, by the beginning of its SHA-256
cli-arg-amends-case-bar-file = The file, by the beginning of its SHA-256
cli-arg-amends-case-disclose-files = A file that went, by the beginning of its SHA-256; may be given several times
cli-arg-class = restricted, for_complainant or for_publication
cli-arg-amends-case-bar-by = Who gave the notice
cli-arg-amends-case-disclose-ground = The ground, such as health_or_safety
cli-arg-amends-case-disclose-to = To whom
cli-arg-amends-case-disclose-what = What, and why it was right
cli-head-open = Open
cli-head-follows = What happens
cli-follow-done = Done. The record keeps where each came from.
cli-follow-foreseen = Nothing is changed yet. Add --yes to do it.
cli-body-changed = { $body }: the register is changed.
cli-share-undecided = Case { $reference } is not decided: there is nothing to share yet.
cli-share-undecided-mend = Share it once the decision is out.
cli-file-not-of-case = No one file of this case begins with “{ $typed }”.
cli-file-not-of-case-mend = Give at least 8 characters of its SHA-256, as the case’s disclosure page shows it.
cli-follow-letters = { $count ->
        [one] Follows, 1 letter
       *[other] Follows, { $count } letters
    }

## Keeping and disposal

cli-about-amends-retention = How long cases are kept: what is to go, holds, destroying by two people, certificates.
cli-about-amends-retention-due = Lists what is to go, with why and what holds it.
cli-about-amends-retention-run = Goes through all that is due: destroys what somebody else proposed, and proposes the rest.
cli-about-amends-retention-hold = Places a hold on a case, or lifts one.
cli-about-amends-retention-certificate = Lists certificates, or checks one against the record.
cli-about-amends-retention-reapply = Makes go again what a log of disposals says went; for a copy from an older backup.
cli-arg-amends-retention-due-by = By this day; otherwise today
cli-arg-held_for = What it is held for: litigation, information_request, information_appeal or newer_complaint
cli-arg-newer_case = The newer complaint to which papers are relevant
cli-arg-papers = Evidence that is held alone, for a newer complaint; may be given several times
cli-arg-not_to_disclose = Held evidence that is another person’s and must not be disclosed
cli-arg-lift = The number of the hold to lift
cli-arg-amends-retention-certificate-number = The number of the certificate; without it all are listed
cli-arg-amends-retention-reapply-file = The log of disposals that was kept elsewhere
cli-head-class = What goes
cli-head-day = Day
cli-head-standing = Where it stands
cli-head-did = Done
cli-head-certificate = Certificate
cli-retention-none = Nothing is to go by { $date }.
cli-retention-usual-reason = Its day has come by the office’s schedule.
cli-retention-did-proposed = Proposed; somebody else destroys it
cli-retention-did-waits = Waits for somebody else
cli-retention-did-destroyed = Destroyed
cli-retention-did-kept = Kept
cli-retention-certificate = { $number }: case { $reference }, { $class }, { $date }. Texts: { $texts }. Files: { $files }. Messages: { $messages }. Letters: { $letters }.
cli-retention-holds = Checked: the record bears it out, and nothing of it is left.
cli-retention-does-not-hold = Checked: it does not hold.
cli-retention-broken = Certificate { $number } is not borne out by what is kept.
cli-retention-broken-mend = Run “amends audit verify”, and compare with a backup from before.
cli-retention-no-certificate = There is no certificate { $number }.
cli-retention-no-certificate-mend = “amends retention certificate” lists those there are.
cli-retention-again = Disposals that went again: { $count }.
cli-retention-not-caught-up = What was destroyed before cannot be looked after: { $detail }
