# Two versions of the recommendations beside each other.

compare-title = What changed from { $from } to { $to }
compare-draft = draft { $draft }
compare-now = the words as they stand now
compare-none = none
compare-nothing-title = Nothing changed
compare-nothing = Both versions say the same.
compare-tally-wording = { $count ->
    [one] 1 wording changed
   *[other] { $count } wordings changed
}
compare-tally-date = { $count ->
    [one] 1 date changed
   *[other] { $count } dates changed
}
compare-tally-amount = { $count ->
    [one] 1 sum changed
   *[other] { $count } sums changed
}
compare-tally-evidence = { $count ->
    [one] 1 evidence list changed
   *[other] { $count } evidence lists changed
}
compare-tally-other = { $count ->
    [one] 1 other change
   *[other] { $count } other changes
}
compare-tally-added = { $count ->
    [one] 1 recommendation added
   *[other] { $count } recommendations added
}
compare-tally-withdrawn = { $count ->
    [one] 1 recommendation withdrawn
   *[other] { $count } recommendations withdrawn
}
compare-tally-same = { $count ->
    [one] 1 recommendation is the same
   *[other] { $count } recommendations are the same
}
compare-added = Added
compare-withdrawn = Withdrawn
compare-same = Unchanged
compare-diff = Changes in { $reference }
compare-before = Before:
compare-after = Now:
compare-wording = Wording
compare-amount = Sum
compare-date = Date
compare-evidence = What will prove it
compare-addressee = Who must do it
compare-kind = Kind
compare-scope = For whom
compare-set-off-changed = Setting off against a debt
compare-set-off = allowed
compare-no-set-off = not allowed
compare-later = { $days ->
    [one] 1 day later
   *[other] { $days } days later
}
compare-earlier = { $days ->
    [one] 1 day earlier
   *[other] { $days } days earlier
}
compare-others = Other versions to compare
compare-back = Back to the draft round
