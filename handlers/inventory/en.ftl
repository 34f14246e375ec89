# What is said of the workspace's own numbers, and of the services they are assigned to.

## Whose a number is

port-number-unknown = This number is neither here nor in the pool.
port-number-no-service = This number is neither here nor in the pool, and cannot come here: { $why }.
port-number-free = It is in the pool: { $place }.
port-number-taken = It is not free.
port-number-held = It is on hold with { $by }: { $place }.
port-number-ordered = It is ordered with { $by }: { $place }.
port-number-ours = It is ours, acquired with { $by }: { $place }.
by-import = an import

## Numbers in service

bad-status = I do not know the status “{ $said }”.
bad-service = I do not know the kind of service “{ $said }”: it is a bridge, an attendant or a queue.
bad-service-name = The name of a service can have { $most } characters.
no-such-service = There is no service “{ $said }”.
refused-not-ours = { $number } is not ours, so nothing can be done with it.
refused-is-resting = { $number } was released and rests: restore it first.
refused-is-porting = { $number } is on its way here with a port order, so it cannot be used yet.
refused-is-ordered = { $number } is ordered and not here yet; the card of its hold shows how far it is.
refused-is-assigned = { $number } is assigned to { $service }: unassign it first.
refused-not-assigned = { $number } is not assigned to anything.
refused-default-of-bridges = Only audio-conferencing bridges have a default number.
refused-default-is-toll = Only a toll number can be the default of a bridge, and { $number } is toll-free.
refused-name-next-default = { $number } is the default of { $service }: name the next default first.
refused-not-resting = { $number } does not rest, so there is nothing to restore.
service-bridge = Audio-conferencing bridge
service-attendant = Auto attendant
service-queue = Call queue
service-empty = no number is assigned to it
services-none = There are no services yet. Assign a number to one: `{ $command } assign +1 206 555 0100 to bridge "Contoso"`.
use-acquired = acquired
use-assigned = assigned
use-ordered = ordered
use-resting = resting
use-porting = porting
rests-until = in the pool again at { $time }
rests-until-given-up = given up at its carrier at { $time }
button-unassign = Unassign
button-rename = Rename
menu-assign = Assign
menu-unassign = Unassign
menu-release = Release
menu-default = Make it the default
menu-history = History
assign-title = Assign a number
assign-number = Number
assign-kind = Service
assign-name = Name of the service
assign-name-hint = A known name, or a new one.
assign-name-placeholder = Type a name
assign-new-name = New: “{ $name }”
assign-default-label = Default of the bridge
assign-default = It is the default number
assign-default-hint = Only for bridges, and only toll numbers. The first toll number becomes it by itself.
assigned = { $number } is assigned to { $service }.
assigned-default-first = It is its default number.
assigned-default-changed = It is its default number now. Invitations that were sent before keep the old one.
assigned-resource-account = It reaches the service through the service's resource account, which needs a licence of its own.
unassigned = { $number } is not assigned to { $service } any more.
unassigned-invitations = Who has it in an invitation should move to another number.
default-changed = { $number } is the default of { $service } now. Invitations that were sent before keep the old one.
default-already = { $number } is the default of { $service } already.
next-default-title = Next default
next-default-intro = { $number } is the default of { $service }. Which number takes its place?
next-default = Default from now on
rename-title = Rename the service
rename-name = Name
rename-no-name = Write a name.
renamed-meanwhile = Somebody has called it “{ $name }” meanwhile. Close this and open it again to rename that.
service-name-taken = There is one of this kind called “{ $said }” already.
number-released = { $number } is released. It rests until { $time }, and can be restored until then.
number-released-at-once = { $number } is released, and in the pool again.
release-number-title = Release a number
release-number-rests = { $number } rests until { $time }, and goes back to the pool then, for anyone to take. Until then it can be restored.
release-number-at-once = { $number } goes back to the pool at once, for anyone to take, and cannot be restored.
release-number-gives-up = { $number } rests here until { $time } and is paid for until then: { $costs }. Until then it can be restored. Then it is given up at { $carrier }, and that is final.
release-number-gives-up-at-once = { $number } is given up at { $carrier } at once ({ $costs } are saved), and that is final: it cannot be restored.
restored = { $number } is ours again.
list-empty = There are no such numbers. What is acquired or ported shows here.
list-past-the-end = There is no page { $page }.
number-history = History, the latest first
number-no-history = Nothing is on record about it.
export-numbers-on-its-way = The list is on its way to you: a file in your messages with the desk.
export-numbers-here = Here is the list of numbers that you asked for.
log-assigned = assigned a number to { $service }
log-unassigned = took a number from { $service }
log-default_changed = made a number the default of { $service }
log-service_renamed = renamed a service: { $before } → { $service }
log-number_released = released a number until { $time }
log-restored = restored a number
report-on-its-way = The report is on its way to you: a picture in your messages with the desk.
report-here = Here is the report that you asked for.
report-used = Quota used, last 90 days
report-quota = Quota: { $quota }
report-countries = Numbers by country
report-others = Other countries
report-no-countries = no numbers yet
report-in-words = Of a quota of { $quota } for each kind, { $toll } toll and { $toll_free } toll-free numbers are used; 90 days ago { $toll_before } and { $toll_free_before } were. Numbers by country: { $countries }.

## Several numbers at once

refused-not-yes-or-no = { $number } was not assigned: whether it is to be the default is neither yes nor no in its line.
refused-no-such-kind = { $number } was not assigned: the kind of service in its line is none of those there are: bridge, attendant, queue.
refused-no-service = { $number } needs a service: choose its kind and name below the list, or write them in the line.
refused-long-name = The name of the service for { $number } is too long: 60 characters are the most.
batch-title-assign = Assign many numbers
batch-title-unassign = Unassign many numbers
batch-title-release = Release many numbers
batch-intro-assign = Paste a list or give a CSV file. Before anything is assigned you see line by line what would happen.
batch-intro-unassign = Paste a list or give a CSV file. Before anything is taken away you see line by line what would happen.
batch-intro-release = Paste a list or give a CSV file. Before anything is released you see line by line what would happen.
batch-list-hint = One in each line, or ranges such as +1 206 555 0100-0109. In any form; without a country's code they are of your country.
batch-list-hint-service = One in each line, or ranges such as +1 206 555 0100-0109. A line can name its own service: +1 206 555 0100 to queue "Sales". All others go to the service below.
batch-kind-hint = For the lines that name no service.
batch-preview-assign = { $done ->
    [0] Nothing would be assigned.
   *[other] *{ $done } of { $size }* would be assigned. Nothing was done yet.
}
batch-preview-unassign = { $done ->
    [0] Nothing would be taken from its service.
    [one] *{ $done } of { $size }* would be taken from its service. Nothing was done yet.
   *[other] *{ $done } of { $size }* would be taken from their services. Nothing was done yet.
}
batch-preview-release = { $done ->
    [0] Nothing would be released.
   *[other] *{ $done } of { $size }* would be released. Nothing was done yet.
}
batch-invitations = Who has one of these numbers in an invitation should move to another.
batch-resource-account = An attendant or a queue gets its numbers through its resource account, which needs a licence of its own.
batch-default = ★ marks the default number of a bridge. Invitations that were sent before keep the one they have.
batch-line-assign = { $number } → { $service }
batch-line-unassign = { $number } leaves { $service }
batch-line-release = { $number }
batch-report-assign = *{ $batch }*: { $done } of { $size } assigned.
batch-report-unassign = *{ $batch }*: { $done } of { $size } unassigned.
batch-report-release = *{ $batch }*: { $done } of { $size } released.
batch-card-assign = { $asker } assigned *{ $numbers }* · *{ $batch }*
batch-card-unassign = { $asker } unassigned *{ $numbers }* · *{ $batch }*
batch-card-release = { $asker } released *{ $numbers }* · *{ $batch }*
batch-card-assign-under-way = { $asker } assigns *{ $numbers }* · *{ $batch }*
batch-card-unassign-under-way = { $asker } unassigns *{ $numbers }* · *{ $batch }*
batch-card-release-under-way = { $asker } releases *{ $numbers }* · *{ $batch }*
batch-nothing-rests = Nothing of { $batch } rests any more, so there is nothing to restore.
batch-restored-all = Restored: { $numbers }.
help-short-list = `{ $command } list` – your own numbers
help-list = *List* – your own numbers: `status:acquired|assigned|ordered|resting|porting`, `service:`, `contains:`
    `{ $command } list US Washington status:assigned`
    `{ $command } +1 206 555 0100`
help-short-assign = `{ $command } assign` – a number to a service
help-assign = *Assign* – to a bridge, an attendant or a queue; and take it away
    `{ $command } assign +1 206 555 0100 to bridge "Contoso" default`
    `{ $command } assign many`
    `{ $command } unassign +1 206 555 0100`
    `{ $command } unassign many`
help-short-services = `{ $command } services` – and their numbers
help-services = *Services* – bridges, attendants and queues with their numbers
    `{ $command } services`
help-short-restore = `{ $command } restore +12065550100` – have it back
help-restore = *Restore* – have a released number back while it rests
    `{ $command } restore +1 206 555 0100`
help-short-report = `{ $command } report` – quota used, a picture
help-report = *Report* – the quota used over 90 days, and numbers by country, as a picture
    `{ $command } report`
help-short-export = `{ $command } export` – your numbers, as a file
help-export = *Export* – your numbers as a file for spreadsheets; for admins the whole record, too
    `{ $command } export status:assigned`
    `{ $command } export log`
look-up-none = I see no telephone number in this message.
look-up-found = { $count ->
    [one] One number in this message:
   *[other] { $count } numbers in this message:
}
