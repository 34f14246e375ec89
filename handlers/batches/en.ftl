# What is said where something is done with many numbers at once.

approved-last-release = You approved { $hold }. { $count ->
    [one] The number is being released.
   *[other] The { $count } numbers are being released.
}
withdrawn-release = You withdrew your request { $hold }. Nothing is released.
verdict-ran-out-release = Your request { $hold } to release { $numbers } ended at { $time }: nobody had decided it. Nothing is released.
request-ran-out-release = { $hold } ended at { $time }: nobody had decided it.
cannot-ask-here-release = This needs a teammate's approval, and nobody would see the request in your own messages. Release in a channel, or have an admin choose a channel for notices with `{ $command } settings`.
request-was-approved-release = { $hold } is decided: { $by } approved at { $time } what { $asker } asked to release.
verdict-approved-release = { $by } approved your request to release *{ $numbers }* ({ $hold }):
verdict-declined-release = { $by } declined your request to release { $numbers } ({ $hold }), which you keep: { $reason }
decline-intro-release = { $asker } asks to release { $numbers } ({ $hold }). If you decline, all of them are kept.
home-request-release = { $asker } asks to release *{ $numbers }* · *{ $hold }* · { $given } of { $needed } approvals
line-asked-release = { $asker } asks to release { $count ->
    [one] the number.
   *[other] { $count } numbers.
} { $needed ->
    [one] One approval is needed.
   *[other] { $needed } approvals are needed.
}
line-declined-release = { $by } declined { $hold }. { $count ->
    [one] The number is kept.
   *[other] The { $count } numbers are kept.
} Why: { $reason }
line-withdrawn-release = { $by } withdrew the request. Nothing is released.
line-request-ended = { $asker } Nobody has decided within { $days ->
    [one] a day
   *[other] { $days } days
}, so the request has ended. Nothing is released.
refused-said-before = { $number } is in the list already.
no-such-batch = There is no batch { $batch } here.
batch-too-many = That is too long a list: { $most } lines are the most. Divide it.
batch-no-numbers = There is no number in the list. Write one in each line, or give a CSV file.
batch-half-a-service = A service needs both, a kind and a name.
batch-list = Numbers
batch-file = Or a CSV file
batch-file-hint = CSV of up to 1 MB, with a column of numbers that its heading names or that is the only one. Columns of countries, of first and last numbers, and for services those of the export (service_kind, service, default) are read too. The preview shows what it was taken for.
batch-kept = Lines of the file
batch-keep = { $count ->
    [one] Keep the line that came from a file
   *[other] Keep the { $count } lines that came from a file
}
batch-kept-hint = Another file takes their place.
button-preview = Preview
button-see = See what would happen
button-lines = Show lines
batch-reading = The list is being read. What would happen shows here in a moment.
batch-read = { $count ->
    [one] Your list is read: one line.
   *[other] Your list is read: { $count } lines.
} Nothing was done yet.
batch-the-file = The file
batch-file-no-list = The file could not be used: there is no column of numbers in it.
batch-file-too-long = The file could not be used: together with the list that is more than 1,000 lines. Divide it.
batch-rests = What is released rests until { $time }, and goes back to the pool then, for anyone to take. Until then it can be restored. What a carrier gave is paid for until then, and given up there then, for good.
batch-paid = { $count ->
    [one] A number of a carrier costs { $costs } meanwhile.
   *[other] { $count } numbers of carriers cost { $costs } together meanwhile.
}
batch-at-once = What is released goes back to the pool at once, for anyone to take, and cannot be restored. What a carrier gave is given up there at once, for good.
batch-needs = { $needed ->
    [one] A teammate must approve first.
   *[other] { $needed } teammates must approve first.
}
batch-unread = “{ $said }”: { $why }
batch-cell = “{ $said }” → { $number }
batch-line-restored = { $number }, restored since
batch-lines-title = Lines of { $batch }
batch-begun-already = { $batch } was begun already: its card shows how far it is.
batch-nothing-to-do = Nothing of this can be done any more, so nothing was changed.
batch-awaits = { $batch } waits for approval: see its card { $channel ->
    [none] in your messages with the desk
   *[other] in { $channel }
}.
batch-under-way = { $batch } is under way: its card { $channel ->
    [none] in your messages with the desk
   *[other] in { $channel }
} shows how far.
batch-card-asked = { $asker } asks to release *{ $numbers }* · *{ $batch }*
batch-card-declined = { $by } declined what { $asker } asked for: to release *{ $numbers }* · *{ $batch }*
batch-card-withdrawn = { $asker } asked to release *{ $numbers }*, and withdrew that · *{ $batch }*
batch-card-ran-out = { $asker } asked to release *{ $numbers }*, and nobody decided in time · *{ $batch }*
batch-progress = { $bar } { $decided } of { $size }
batch-refused = { $count ->
    [one] One line could not be done: *Show lines* says why.
   *[other] { $count } lines could not be done: *Show lines* says why.
}
batch-back = { $source ->
    [carriers] In the pool again; what a carrier gave is given up there
   *[other] In the pool again
}
batch-rest = { $source ->
    [carriers] Rests until { $time }; then in the pool again, and what a carrier gave is given up there
   *[other] In the pool again at { $time }
}
batch-rest-ended = { $source ->
    [carriers] In the pool again since { $time }; what a carrier gave is given up there
   *[other] In the pool again since { $time }
}
batch-restored = { $count ->
    [one] One was restored
   *[other] { $count } were restored
}
batch-all-restored = Restored: ours again
line-restored = { $by } restored { $numbers }.
line-rest-ended = The rest of what { $batch } released has ended: { $source ->
    [carriers] { $numbers } can be restored no longer. What a carrier gave is given up there.
   *[other] { $numbers } went back to the pool.
}
log-release_asked = asked to release { $numbers }
log-request_ended = ended a request for a release that nobody had decided in { $days } days
log-batch_begun = began to { $verb ->
    [assign] assign
    [unassign] unassign
    [release] release
   *[other] deal with
} { $count ->
    [one] a number
   *[other] { $count } numbers at once
}
log-batch_done = { $verb ->
    [assign] assigned
    [unassign] unassigned
    [release] released
   *[other] dealt with
} { $done } of { $count }
log-batch_restored = restored { $numbers }
log-rest_ended = put { $count ->
    [one] a released number
   *[other] { $count } released numbers
} back into the pool
