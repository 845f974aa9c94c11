# Mail that a person must look at.

inbox-to-file = To be filed
inbox-set-aside = Set aside
inbox-subject = Subject
inbox-no-subject = No subject
inbox-from = From
inbox-received = Received
inbox-why = Why it is here
inbox-reason-other = Looked at by a person
inbox-empty-title = All mail is filed
inbox-empty = Mail that answers a letter of ours is filed by itself. What cannot be placed with certainty waits here.
inbox-says = What it says
inbox-no-words = No words could be read. The message is kept as it came.
inbox-files = Files
inbox-size = { $kilobytes } KB
inbox-file = File it
inbox-filed-already = This message is filed.
inbox-guesses = It may belong to one of these cases:
inbox-look = Look at this case
inbox-no-such-case = There is no case with this reference. Check it, such as 26-0193.
inbox-for = Is it evidence for one of these?
inbox-for-hint = Tick none where it is only to be kept on the case.
inbox-none-open = Nothing in this case waits for evidence. The message is kept on the case.
inbox-file-do = File it on this case
inbox-aside-do = Not ours: set it aside
done-mail-filed = The message was filed.
done-mail-set-aside = The message was set aside. It is kept.
