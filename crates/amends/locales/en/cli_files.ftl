# Where files are kept: the commands about it, and what is said when that place fails.

cli-about-amends-files = Where files are kept: copies them to another place, and takes away what nothing names.
cli-about-amends-files-copy = Copies every file to another place, each checked; begun again, it goes on where it stopped.
cli-about-amends-files-sweep = Takes away files that a crash left and nothing names.
cli-arg-amends-files-copy-from = The place to copy from: a folder, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION
cli-arg-amends-files-copy-to = The place to copy to, written in the same way
cli-arg-older_than = Only files older than so many hours
cli-arg-amends-demo-files = A place for its files other than its folder, such as s3://BUCKET/PREFIX?endpoint=URL; they stay when it stops
cli-key-storage-files = Where files are kept: a folder, or s3://BUCKET/PREFIX?endpoint=URL&region=REGION; in the data folder where this is empty. The keys stand in AMENDS_S3_KEY_ID and AMENDS_S3_SECRET, or in files named by the same with _FILE
cli-files-copying = Copying files
cli-files-copied = { $copied ->
        [one] One file ({ $mib } MiB) copied to { $place }, { $there } there already.
       *[other] { $copied } files ({ $mib } MiB) copied to { $place }, { $there } there already.
    }
cli-files-damaged = { $count ->
        [one] One file is damaged where it was, and was not copied.
       *[other] { $count } files are damaged where they were, and were not copied.
    }
cli-files-damaged-mend = Restore them from a backup, and give the command again: it copies what is missing.
cli-files-same = Both places are { $place }.
cli-files-same-mend = Name the place to copy to after --to.
cli-files-no-folder = There is no folder { $folder }.
cli-files-no-folder-mend = The files of an office stand in the folder “files” of its data folder, unless storage.files names another place.
cli-files-swept = { $count ->
        [0] No file was left over.
        [one] One file was left over, and is gone.
       *[other] { $count } files were left over, and are gone.
    }

cli-store-files-unreachable = There is no connection to { $place } ({ $said }); nothing was recorded.
cli-store-files-unreachable-mend = Check the address, the network, the store’s certificate and that it runs, and give the command again.
cli-store-files-slow = The store of the files, { $place }, does not answer in time ({ $said }); nothing was recorded.
cli-store-files-slow-mend = Check it and the network, and give the command again. patience= in the address sets how many seconds it is given.
cli-store-files-busy = The store of the files, { $place }, cannot answer at the moment ({ $said }); nothing was recorded.
cli-store-files-busy-mend = Give the command again in a while.
cli-store-files-full = The store of the files, { $place }, has no room left ({ $said }); nothing was recorded.
cli-store-files-full-mend = Make room there, and give the command again.
cli-store-files-denied = The store of the files, { $place }, does not permit it ({ $said }); nothing was recorded.
cli-store-files-denied-mend = Let these keys list, read, write and delete in the bucket, and check with: amends doctor --only files
cli-store-files-keys = The store of the files, { $place }, does not take the keys ({ $said }); nothing was recorded.
cli-store-files-keys-mend = Set AMENDS_S3_KEY_ID and AMENDS_S3_SECRET to valid ones, and check with: amends doctor --only files
cli-store-files-clock = The clock of the store of the files, { $place }, and this computer’s differ ({ $said }); nothing was recorded.
cli-store-files-clock-mend = Set this computer’s clock, and keep it right with a time service.
cli-store-files-no-bucket = There is no bucket { $place } ({ $said }); nothing was recorded.
cli-store-files-no-bucket-mend = Make it, or correct storage.files.
cli-store-files-region = The bucket { $place } is in another region or under another address ({ $said }); nothing was recorded.
cli-store-files-region-mend = Correct region= and endpoint= in storage.files.
cli-store-files-not-s3 = What answers at { $place } is no S3 store ({ $said }); nothing was recorded.
cli-store-files-not-s3-mend = Correct endpoint= in storage.files.
cli-store-files-refused = The store of the files, { $place }, refused ({ $said }); nothing was recorded.
cli-store-files-refused-mend = Look in its log, and check with: amends doctor --only files
cli-store-bad-place = { $detail }.
cli-store-file-damaged = { $detail }.
cli-store-file-damaged-mend = amends audit verify names every file that is damaged.

cli-doctor-files = Files
cli-doctor-files-kept = { $place } takes, gives back, lists and deletes
cli-doctor-files-none = there are no files yet; they will be kept in { $place }
cli-doctor-files-trouble = { $detail }
cli-doctor-files-trouble-fix = Fix: see above; until then no file can be taken in or handed out, and nothing that was acknowledged is lost
cli-doctor-files-versions = { $place } keeps old versions: what is destroyed would stay there
cli-doctor-files-versions-fix = Fix: turn versions off for this bucket, or let a rule of the bucket delete old versions after some days
cli-doctor-files-plain = { $place } is reached without encryption
cli-doctor-files-plain-fix = Fix: write endpoint=https://… in storage.files
cli-doctor-audit-files = the files cannot be looked at: { $detail }
cli-doctor-audit-files-fix = Fix: see Files; the rest of the record can be checked with amends audit verify --without-files
