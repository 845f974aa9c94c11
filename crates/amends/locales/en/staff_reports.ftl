# Reports for staff.

nav-reports = Reports
report-improvements = Decisions with service improvements
report-improvements-about = What we asked of which body on which subject, and how far it has come.
report-improvements-how = How we count: every service improvement of a decision or agreement, by the day of the decision; those withdrawn before it are not counted. One with two subjects is counted under both. What ceased or was replaced is counted apart.
report-handling = How bodies deal with us
report-handling-about = Notes, extensions, chases and outcomes of each body and quarter, each with the event that made it.
report-handling-how = How we count: what happened and what was noted, by its day. One message that chases several recommendations is one chase; a chase that came back is none. Each number leads to what made it.
report-handling-entries = What made the number
report-any-kind = Any kind
report-progress = How far
report-from = From
report-to = To
report-day-hint = Such as 2026-04-01
report-as-at = As at { $date }.
report-csv = As a table (CSV)
report-json = As data (JSON)
report-by-subject = By subject
report-one-by-one = One by one
report-decided = Decided
report-ended = Ended
report-days-since-met = { $days ->
        [one] met 1 day ago
       *[other] met { $days } days ago
    }
report-how-often = How often
report-quarter = Quarter { $quarter } of { $year }
report-empty-title = Nothing to report
report-empty = Nothing fits what you chose. Choose less.
progress-open = Open
progress-on-time = On time
progress-late = Late
progress-treated-as-met = Treated as met
progress-not-done = Not done
progress-no-longer-pursued = No longer pursued
