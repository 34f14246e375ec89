# What is said of the record.

button-older = Older entries
bad-member = I do not know the member “{ $said }”. Choose them from the list that opens when you type @.
bad-since = “{ $said }” is not a time: say `since:7d` for seven days (`h` for hours, `w` for weeks) or a day such as `since:2026-11-01`.
bad-subject = I can show the record of a hold such as H-12 or of a number written like +1 206 555 0100, not of “{ $said }”.
refused-admins-only = Only admins of this workspace can take the whole record away. Ask one of them.
log-empty = The record has nothing of that kind.
log-past-the-end = The record has no page { $page }.
log-exported = exported the record
export-on-its-way = The record is on its way to you: a file in your messages with the desk.
export-here = Here is the record you asked for. `python -m bot audit verify`, on the desk's own machine, tells whether it is as it was written.
help-short-log = `{ $command } log since:7d` – who did what
help-log = *Log* – who did what and when: all of it, of a hold, of a number, of a member
    `{ $command } log since:7d`
    `{ $command } log H-12`
bad-since-which = “{ $said }” can be several days. Say which, with the year first.
log-since = Since { $time }.
