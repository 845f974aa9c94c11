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
       *[other] “{ $phrase }” → { $date }
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
cli-key-storage-data_dir = The folder for the database and the files
cli-key-storage-max_upload_mib = The largest file taken, in MiB
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
