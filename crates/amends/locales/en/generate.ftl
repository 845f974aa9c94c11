# Making an invented office of any size at the command line.

cli-about-amends-generate = Makes an invented office of any size in an empty database, for trying things at size.
cli-arg-amends-generate-size = S (20,000 recommendations), M (100,000), L (300,000) or W (3,000,000), over ten years
cli-arg-amends-generate-recommendations = So many recommendations over ten years
cli-arg-amends-generate-live = So many recommendations, all of them live
cli-arg-amends-generate-owed = For so many of the live ones a chase is owed today
cli-arg-amends-generate-bodies = So many bodies, where it should be another number than the size has
cli-arg-amends-generate-letters = For so many months back letters and messages are kept word for word
cli-arg-amends-generate-into = The folder of the new office; otherwise the one the configuration names
generate-making = Making an invented office
generate-made = Made { $recommendations } recommendations in { $cases } cases at { $bodies } bodies: { $entries } entries of the ledger, in { $folder }.
generate-not-empty = There is an office in { $folder } already, and invented cases never stand beside others.
generate-not-empty-mend = Name an empty folder with --into, or delete the office there if it was invented.
generate-stopped = Making the invented office was stopped; what was made until then stays.
generate-stopped-mend = Delete its folder before you begin again.
