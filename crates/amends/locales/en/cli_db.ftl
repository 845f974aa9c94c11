# The database of an office: brought to another place, and how it stands.

cli-about-amends-db = The database: copies it to another place, and tells how it stands.
cli-about-amends-db-copy = Copies the whole database of an office at rest to an empty one, on the same engine or the other, and compares both; begun again, it goes on where it stopped. Files are copied by amends files copy.
cli-about-amends-db-check = Tells where the database is, its version and size, which nodes work on it, and which of them leads in what.
cli-arg-amends-db-copy-from = The database to copy: sqlite:FILE, or postgres://USER:PASSWORD@HOST/NAME
cli-arg-amends-db-copy-to = The empty database to copy to, written in the same way
cli-arg-amends-demo-database = An empty database for it other than a file in its folder, such as postgres://USER:PASSWORD@HOST/NAME; it stays when the demonstration stops
cli-db-demo-stays = The demonstration has stopped; what it put into the places named for it stays there.
cli-db-copying = Copying rows
cli-db-comparing = Comparing both sides
cli-db-auditing = Auditing the copied record
cli-db-copied = { $rows } rows are at { $place }, the same as at their source; { $entries } entries of the record under the root { $root }.
cli-db-resumed = An earlier copy that broke off was gone on with. Files are copied by amends files copy.
cli-db-files = Files are copied by amends files copy. Then set storage.database, give amends rebuild once, so that everything is found there, and start the office.
cli-db-same = Both places are { $place }.
cli-db-same-mend = Name the place to copy to after --to.
cli-db-table = Table
cli-db-rows = Rows
cli-db-digest-from = Digest of the source
cli-db-digest-to = Digest of the copy
cli-db-not-made = There is no office in { $place } yet.
cli-db-checked = { $place }: tables of version { $version }, { $mib } MiB, { $entries } entries of the record.
cli-db-no-nodes = No node was heard of within a day.
cli-db-node = Node
cli-db-program = Program
cli-db-seen = Last heard of
cli-db-leads = Leads in

cli-store-not-empty = { $place } is not empty. Nothing was written to it.
cli-store-not-empty-mend = Name a new, empty one. A copy that broke off goes on only from the source it began with, unchanged since.
cli-store-half-copied = { $place } is half of a copy that broke off.
cli-store-half-copied-mend = Give the same amends db copy again: it goes on where it stopped.
cli-store-office-runs = An office works on { $place }: its node { $node } was heard of within the last minute. Nothing was changed.
cli-store-office-runs-mend = Stop every node of the office, wait a minute, and give the command again.
cli-store-copy-differs = The copy at { $place } differs from its source in the table { $table }, first at { $key }.
cli-store-copy-differs-mend = Somebody changed one of them meanwhile. Copy again into a new, empty database, with the office stopped.
