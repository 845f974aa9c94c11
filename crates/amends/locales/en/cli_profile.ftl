# amends profile: the law and the practice an office works under.

cli-about-amends-profile = The law and the practice an office works under.
cli-about-amends-profile-list = Lists the profiles that ship.
cli-about-amends-profile-show = Shows a profile as it is written.
cli-about-amends-profile-validate = Checks profiles of your own; nothing starts with one that is wrong.
cli-about-amends-profile-diff = Shows what two profiles say differently, key by key.
cli-about-amends-profile-simulate = Tries a changed profile on past cases: what would have gone otherwise. Nothing is changed.
cli-arg-amends-profile-show-profile = A profile that ships, or a file
cli-arg-amends-profile-validate-files = Profiles to check
cli-arg-amends-profile-diff-first = A profile that ships, or a file
cli-arg-amends-profile-diff-second = The one to compare it with
cli-arg-amends-profile-simulate-profile = The changed profile
cli-arg-amends-profile-simulate-cases = Only the newest so many cases
cli-head-profile = Profile
cli-head-edition = Edition
cli-head-use = Use
cli-profile-to-run = to work under
cli-profile-to-read = to read and build on
cli-profile-not-there = There is no profile “{ $typed }”, and no file of that name can be read: { $reason }.
cli-profile-not-there-mend = Name a file, or one of { $known }.
cli-profile-invalid = The profile cannot be used: { $reason }
cli-profile-some-invalid = { $count ->
    [one] A profile is wrong.
   *[other] { $count } profiles are wrong.
}
cli-profile-some-invalid-mend = Mend what is listed above, and check again.
cli-profile-valid = { $file }: { $id }, edition { $version }. Clocks: { $clocks }. Instruments: { $instruments }. Grounds: { $grounds }.
cli-profile-same = The two profiles say the same.
cli-profile-simulated = { $cases ->
    [one] Looked at one case.
   *[other] Looked at { $cases } cases.
} { $differ ->
    [0] Nothing would have gone otherwise.
    [one] One would have gone otherwise.
   *[other] { $differ } would have gone otherwise.
}
cli-profile-sum-chase-more = Chases more: { $count }
cli-profile-sum-chase-fewer = Chases fewer: { $count }
cli-profile-sum-chase-moved = Chases on another day: { $count }
cli-profile-sum-escalation = Matters that come to a manager on another day, or not: { $count }
cli-profile-sum-lateness = Recommendations that count as late by another number of days: { $count }
cli-profile-sum-extension = Extensions for somebody else to grant: { $count }
cli-profile-sum-instrument = Decisions by an instrument that would not be lawful: { $count }
cli-profile-would-chase-more = { $about }: { $step } would have gone on { $then }
cli-profile-would-chase-fewer = { $about }: { $step } of { $now } would not have gone
cli-profile-would-chase-moved = { $about }: { $step } would have gone on { $then } instead of { $now }
cli-profile-would-escalation = { $which ->
    [more] { $about }: would have come to a manager on { $then }
    [fewer] { $about }: would not have come to a manager on { $now }
   *[moved] { $about }: would have come to a manager on { $then } instead of { $now }
}
cli-profile-would-lateness = { $about }: would count as { $then } days late instead of { $now }
cli-profile-would-extension = { $who ->
    [manager] { $about }: the extension of { $date } would have been for a manager to grant
   *[caseworker] { $about }: the extension of { $date } would have been for a caseworker to grant
}
cli-profile-would-instrument = { $about }: the law would not know its instrument, { $instrument }
