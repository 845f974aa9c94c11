# Words of the frame and of the components that every page shares.

frame-service = Amends
frame-skip = Skip to main content
frame-title-error = Error:
frame-language-name = English
frame-home = Home: { $office }
frame-navigation = Main
frame-breadcrumbs = You are here
frame-signed-in = Signed in as { $name }
frame-sign-out = Sign out
frame-back = Back
frame-footer-label = About this service
frame-accessibility = Accessibility
frame-privacy = Privacy
frame-cookies = Cookies
frame-contact = Contact
frame-licences = Typefaces and licences
frame-demo-label = Demonstration
frame-demo-notice = Demonstration. The people and cases are made up.
frame-demo-today = Today is { $date }.
frame-demo-change = Change the role or the day

part-errors-title = There is a problem
part-error-prefix = Error:
part-notice-success = Done
part-notice-important = Important
part-warning = Warning
part-date-day = Day
part-date-month = Month
part-date-year = Year
part-count-limit = You can use up to { $limit } characters.
part-count-left = Characters left: { "{n}" }
part-count-over = Characters too many: { "{n}" }
part-files-allowed = Send as many files as you need. Each can be up to { $size }.
part-optional = { $label } (optional)
part-change = Change
part-remove-filter = Remove this filter:
part-filter = Filter
part-filter-active = Filters in use
part-filter-clear = Clear all filters
part-filter-apply = Apply filters
part-views = Views
part-sections = Sections
part-pages = Pages
part-page = Page { $number }
part-previous = Previous
part-next = Next
part-line-done = Done
part-line-now = Now
part-line-to-come = To come
part-line-stopped = Stopped
part-select-all = Select all
part-sorted-ascending = sorted, first to last
part-sorted-descending = sorted, last to first
part-inserted-begin = start of new words
part-inserted-end = end of new words
part-deleted-begin = start of words taken out
part-deleted-end = end of words taken out
part-diff-label = What changed
part-checks = Checks of the wording
part-checks-run = Check the wording
part-checks-summary = { $found ->
    [0] Nothing to mend.
    [one] 1 thing to look at.
   *[other] { $found } things to look at.
}
part-check-good = Good
part-check-advice = Worth changing
part-check-stop = Must be mended
part-check-try = Try: { $words }
part-by = by { $name }

count-working-days = { $count ->
    [one] 1 working day
   *[other] { $count } working days
}

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
