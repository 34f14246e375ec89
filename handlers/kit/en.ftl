### What members read, in English. Slack's mrkdwn; <@…>, <#…> and times arrive ready to show.

## Words used everywhere

numbers-of-kind = { $kind ->
    [toll] { $count ->
        [one] { $count } toll number
       *[other] { $count } toll numbers
    }
   *[toll_free] { $count ->
        [one] { $count } toll-free number
       *[other] { $count } toll-free numbers
    }
}
kind-toll = Toll
kind-toll_free = Toll-free
anywhere = anywhere
purpose-audio_conferencing = Audio conferencing
purpose-auto_attendant = Auto attendant
purpose-call_queue = Call queue
purpose-not_yet = Not decided yet
and-more = and { $count } more
quota-left = { $kind ->
    [toll] { $left } of { $quota } toll numbers left in the quota
   *[toll_free] { $left } of { $quota } toll-free numbers left in the quota
}
try-this = You could type:
try-one-of = Which one?
button-show = Show numbers
button-acquire = Acquire numbers
button-release = Release
button-again = Hold again
button-reserve-these = Reserve these
button-next-page = Next page
note-title = Number desk
button-close = Close
button-cancel = Cancel
button-save = Save
button-approve = Approve
button-decline = Decline
button-take-back = Take back approval
button-withdraw = Withdraw
button-older = Older entries
button-later = Later
button-first-steps = First steps

## When something goes wrong

failed = Something went wrong on our side and nothing was changed. Please try again; if it happens again, tell whoever runs the desk.
failed-busy = The desk is very busy just now and nothing was changed. Please try again in a moment.
slack-silent = Slack did not tell the desk what it needs to know, so nothing was changed. Please try again.
not-opened = Slack did not open the window that belongs here. Please try again.
stale-button = This belongs to something the desk no longer knows, so nothing was changed. Type `{ $command }` to see what can be done.
bad-verb = I do not know “{ $said }”.
bad-topic = There is no help on “{ $said }”.
bad-kind = A number is toll or toll-free; I do not know the type “{ $said }”.
bad-quantity = “{ $said }” is not a quantity: it must be a whole number from 1 to { $most }.
bad-page = “{ $said }” is not a page: it must be a whole number from 1.
bad-place = I do not know the place “{ $said }”.
which-place = “{ $said }” can be more than one place.
bad-hold = “{ $said }” is not the name of a hold; those look like H-12.
bad-member = I do not know the member “{ $said }”. Choose them from the list that opens when you type @.
bad-since = “{ $said }” is not a time: say `since:7d` for seven days (`h` for hours, `w` for weeks) or a day such as `since:2026-11-01`.
bad-subject = I can show the record of a hold such as H-12 or of a number written like +1 206 555 0100, not of “{ $said }”.
missing-hold = Which hold? Its name is on its card and looks like H-12.
missing-place = Where? Name a country, and if you like a region and a city.
missing-quantity = How many numbers? Say it as a whole number.
bad-extra = I did not expect “{ $said }” there.
no-such-hold = There is no hold { $hold } in this workspace.

## Refusals

refused-guest = Guests cannot use the number desk. Ask a full member of this workspace.
refused-stranger = The number desk belongs to the workspace that installed it; members of other workspaces cannot use it here.
refused-unknown = Slack did not say what you may do, so nothing was changed. Please try again.
refused-admins-only = Only admins of this workspace can take the whole record away. Ask one of them.
refused-settings = Only { $who } can see and change the settings. Ask one of them.
refused-search = Only { $who } can search here. Ask an admin if you should be one of them.
refused-reserve = Only { $who } can reserve numbers here. Ask an admin if you should be one of them.
refused-release = Only { $holder }, who holds { $hold }, or { $who } can release it.
refused-not-here = The number desk is not used in this channel. Go to { $channels }.
refused-own-request = You asked for { $hold } yourself, so somebody else must decide. You can withdraw your request.
refused-not-an-approver = Only { $who } can decide on { $hold }.
refused-not-the-asker = Only { $asker }, who asked for { $hold }, can withdraw that.
who-anyone = members of this workspace
who-channel = members of this channel
who-admins = admins of this workspace
who-group = members of { $group }
refused-no-licence = This workspace has no licence for service numbers. It needs at least one of: Enterprise E5, the Phone System add-on, the Audio Conferencing add-on. Once there is one, an admin enters it with `{ $command } settings`.
refused-no-credits = Toll-free numbers need Communications Credits, and they are not set up. Once they are, an admin says so with `{ $command } settings`. Toll numbers do not need them.
refused-over-quota = { $left ->
    [0] The quota of { $quota } for this kind is used up.
   *[other] That is more than the quota allows: only { $left } of { $quota } left for this kind.
} Release a hold, or have more licences entered. For more than the licences give, contact support for business products.
refused-not-offered = { $offer ->
    [toll] { $country }: there are no toll-free service numbers, but there are toll numbers.
    [toll_free] { $country }: there are no toll service numbers, but there are toll-free numbers.
   *[none] { $country }: there are no service numbers at all.
}
refused-on-request = { $country }: the numbers are not in the pool. They are ordered with a request form, from support for business products.
refused-not-the-holder = Only { $holder }, who holds { $hold }, or an admin can do that.
hold-was-acquired = { $hold } is decided: { $by } acquired { $count } of its numbers at { $time }.
hold-was-released = { $hold } was released by { $by } at { $time }.
hold-ran-out = { $hold } ended at { $time }, and all of it went back to the pool.
hold-is-live = { $hold } is still held until { $time }, so there is nothing to hold again.
hold-was-held-again = { $by } was first: it is held again as { $again }.

## Help

help-intro = *Numberdesk* finds and keeps service phone numbers for your organisation. Search, reserve some, and choose within ten minutes; what you do not acquire goes back to the pool.
help-search = *Search* – how many can be had, and the first ten
    `{ $command } search US Washington Seattle`
    `{ $command } search GB type:toll-free qty:5`
help-reserve = *Reserve* – hold some while you choose
    `{ $command } reserve 3 US Washington Seattle`
    `{ $command } reserve 5 FR Paris`
help-show = *Show* – a hold with all its numbers
    `{ $command } show H-12`
    `{ $command } show B-3`
help-release = *Release* – give a hold's numbers back at once, or let acquired numbers go
    `{ $command } release H-12`
    `{ $command } release +1 206 555 0100`
    `{ $command } release many`
help-quota = *Quota* – licences, acquired, held, left
    `{ $command } quota`
help-settings = *Settings* – licences, credits, approvals, who may do what, language, notices, minutes of a hold
    `{ $command } settings`
help-help = *Help* – all of this, or one topic
    `{ $command } help search`
help-hint = Words can come in any order. Places go by name or code: `US`, `WA`, `"New York"`. Say `type:toll-free` for toll-free numbers; without it they are toll.
help-button-search = Search
help-button-quota = Quota
help-button-settings = Settings
help-log = *Log* – who did what and when: all of it, of a hold, of a number, of a member
    `{ $command } log since:7d`
    `{ $command } log H-12`
help-export = *Export* (admins) – the whole record as a file for spreadsheets
    `{ $command } export log`
help-button-log = Log
help-button-help = Help
help-text = What the number desk can do

## Search

search-found = *{ $numbers }* available { $place }.
search-enough = You asked for { $quantity }.
search-too-few = You asked for { $quantity }: there are not that many.
search-none = { $kind ->
    [toll] No toll number is available { $place } just now.
   *[toll_free] No toll-free number is available { $place } just now.
}
search-past-the-end = There is no page { $page }. Available { $place }: { $numbers }.
search-elsewhere = There are some elsewhere in the country ({ $country }).
search-shown = { $first }–{ $last } of { $total }
in-place = in { $place }

## Reserving

reserved = You hold *{ $numbers }* { $place } until { $time }: *{ $hold }*.
reserved-fewer = You asked for { $wanted }, but only { $count } could be had.
reserved-others = { $count ->
    [one] One of the numbers shown had been taken, so another like it is held instead.
   *[other] { $count } of the numbers shown had been taken, so others like them are held instead.
}
reserved-card-elsewhere = The desk cannot post here, so the card is in { $channel }.
reserved-none = { $kind ->
    [toll] No toll number is available { $place } just now, so nothing is held.
   *[toll_free] No toll-free number is available { $place } just now, so nothing is held.
}
cannot-post = The desk cannot post in this channel and has no channel for notices, so nothing is held. Invite it with `/invite @numberdesk` and try again, or have an admin choose a channel for notices with `{ $command } settings`.
again-same = You hold the same *{ $numbers }* { $place } again until { $time }: *{ $hold }*.
again-others = { $count ->
    [one] You hold a number again until { $time }: *{ $hold }*.
   *[other] You hold { $count } numbers again until { $time }: *{ $hold }*.
} { $same ->
    [0] What you had before was taken, so others like it are held instead.
    [one] One is the same as before; the rest had been taken, so others like them are held instead.
   *[other] { $same } are the same as before; the rest had been taken, so others like them are held instead.
}

## The card

card-asked = { $asker } asks to acquire *{ $count } of { $numbers }* { $place } · *{ $hold }*
card-approvals = Approvals: *{ $given } of { $needed }* · { $who }, by the policy when this was asked
card-approved-by = Approved by { $by }
card-was-extended = { $minutes ->
    [one] { $minutes } minute longer, for approval was awaited
   *[other] { $minutes } minutes longer, for approval was awaited
}
numbers-asked = { $count ->
    [one] ✓ marks the number that { $asker } asks for.
   *[other] ✓ marks the { $count } numbers that { $asker } asks for.
}
card-extended = { $minutes ->
    [one] { $minutes } minute longer
   *[other] { $minutes } minutes longer
} while approval is awaited
card-declined = { $by } declined what { $asker } asked for: *{ $numbers }* { $place } · *{ $hold }*
card-reason = Why: { $reason }
card-not-approved = What { $asker } asked for was not approved in time ({ $given } of { $needed }).
card-live = { $holder } holds *{ $numbers }* { $place } · *{ $hold }*
card-until = Held until { $time }
card-acquired = { $by } acquired *{ $count } of { $numbers }* { $place } · *{ $hold }*
card-purpose = For: { $purpose }
card-note = Note: { $note }
card-back = { $count ->
    [one] { $count } number went back to the pool.
   *[other] { $count } numbers went back to the pool.
}
card-released = { $by } released *{ $numbers }* { $place } · *{ $hold }*
card-ran-out = The hold of { $holder } on *{ $numbers }* { $place } ended at { $time } · *{ $hold }*
card-again = Held again by { $by }: *{ $again }*
confirm-release-title = Release { $hold }?
confirm-release = { $count ->
    [one] Its number goes back to the pool at once, for anyone to take.
   *[other] Its { $count } numbers go back to the pool at once, for anyone to take.
}
released = You released { $hold }. { $count ->
    [one] Its number is back in the pool.
   *[other] Its { $count } numbers are back in the pool.
}

## Under the card

line-acquired = { $size ->
    [one] { $by } acquired the number.
   *[other] { $by } acquired { $count } of { $size } numbers. { $back ->
        [0] None went back to the pool.
        [one] One went back to the pool.
       *[other] { $back } went back to the pool.
    }
}
line-released = { $by } released { $hold }. { $count ->
    [one] Its number went back to the pool.
   *[other] Its { $count } numbers went back to the pool.
}
line-held-again = Held again by { $by }: { $again }.
warning = { $holder }: { $hold } ends at { $time }. { $count ->
    [one] Acquire its number before then, or it goes back to the pool.
   *[other] Acquire what you want of its { $count } numbers before then; the others go back to the pool.
}
ended = The hold { $hold } of { $holder } ended. { $count ->
    [one] Its number went back to the pool.
   *[other] Its { $count } numbers went back to the pool.
}
ended-many = { $holds } holds ended, and { $count } numbers went back to the pool:
ended-item = • { $hold } of { $holder }: { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
line-asked = { $asker } asks to acquire { $size ->
    [one] the number.
   *[other] { $count } of { $size } numbers.
} { $needed ->
    [one] One approval is needed.
   *[other] { $needed } approvals are needed.
}
line-approved = { $by } approved: { $given } of { $needed }.
line-taken-back = { $by } took an approval back: { $given } of { $needed }.
line-lapsed = The approval of { $who } does not count any more, for they may not approve now: { $given } of { $needed }.
line-declined = { $by } declined { $hold }. { $count ->
    [one] Its number went back to the pool.
   *[other] Its { $count } numbers went back to the pool.
} Why: { $reason }
line-withdrawn = { $by } withdrew the request. The numbers are held until { $time }.
warning-asked = { $hold } ends at { $time }, and { $missing ->
    [one] one approval is
   *[other] { $missing } approvals are
} still missing. What is not approved before then goes back to the pool.
ended-unapproved = What { $asker } asked for was not approved in time ({ $given } of { $needed }).
moved = { $hold } is to be approved now, so its card is in { $channel }.
lost-channel = The desk could not post the card of { $hold } in { $channel }, so it is elsewhere now: see { $where }.

## Choosing

numbers-title = Numbers of { $hold }
acquire-title = Acquire numbers
acquire-intro = { $hold } has { $numbers } until { $time }. What you do not choose goes back to the pool at once.
acquire-numbers = Numbers
acquire-numbers-hint = All are chosen; take away what you do not want.
acquire-which = Which numbers?
acquire-all = All { $count }
acquire-only = Only these
acquire-except = All except these
acquire-find = Find numbers
acquire-find-placeholder = Type some digits
acquire-ranges = Or ranges of numbers
acquire-ranges-hint = For example +1 206 555 0100-0149, +1 206 555 0160
acquire-purpose = What for?
acquire-note = Note
acquire-note-placeholder = For your teammates
acquire-none = Choose at least one number, or close this and press Release.
acquire-which-none = Say which: find them in the list or write ranges.
acquire-all-but-some = You named numbers below; choose “Only these” or “All except these”, or clear them.
acquire-bad-range = “{ $said }” is not a number or a range of numbers of this hold.
acquire-too-long = The note can have { $most } characters.

## Approvals

approvers-anyone = any member of this channel may approve
approvers-group = the members of a user group may approve
approvers-named = certain members may approve
approvers-admins = admins may approve
approved = You approved { $hold }: { $given } of { $needed } approvals are there.
approved-last = You approved { $hold }. { $count ->
    [one] The number is acquired.
   *[other] The { $count } numbers are acquired.
}
approved-already = You approved { $hold } already at { $time }. { $missing ->
    [one] One more approval is needed.
   *[other] { $missing } more approvals are needed.
}
taken-back = You took your approval of { $hold } back: { $given } of { $needed } approvals are there.
nothing-to-take-back = You have not approved { $hold }, so there is nothing to take back.
withdrawn = You withdrew your request. { $hold } is still held: choose again, or release it.
asked-already = { $asker } has asked for approval of { $hold } already. It must be decided or withdrawn first.
cannot-ask-here = This needs a teammate's approval, and nobody would see the request in your own messages. Reserve in a channel, or have an admin choose a channel for notices with `{ $command } settings`.
request-was-approved = { $hold } is decided: { $by } approved what { $asker } asked for, and it was acquired at { $time }.
request-was-declined = { $hold } is decided: { $by } declined it at { $time }. Why: { $reason }
request-was-withdrawn = { $by } withdrew that request for { $hold } at { $time }.
request-ran-out = { $hold } ended at { $time }, and the request with it.
request-repeated = Your teammates are asked again.
request-needless = No approval is needed any more, so the numbers are acquired.
request-numbers-gone = Not all numbers that were asked for could be had, so nobody is asked yet: press Acquire numbers.
request-not-repeated = The request could not be repeated: press Acquire numbers.
verdict-approved = { $by } approved your request, and you have *{ $numbers }* ({ $hold }):
verdict-declined = { $by } declined your request for { $numbers } ({ $hold }), which went back to the pool: { $reason }
verdict-released = { $by } released { $hold }, and with it your request for { $numbers } ended.
verdict-ran-out = { $hold } ended at { $time } before your request for { $numbers } was approved. They went back to the pool; its card offers to hold them again.
decline-title = Decline
decline-intro = { $asker } asks to acquire { $numbers } ({ $hold }). If you decline, all its numbers go back to the pool.
decline-reason = Why?
decline-no-reason = Say why, so that your teammate knows what to change.
decline-too-long = The reason can have { $most } characters.

## Quota

quota-title = *Service numbers of this workspace*
quota-licences = Licences: { $e5 } Enterprise E5, { $phone } Phone System, { $audio } Audio Conferencing
quota-kind = *{ $kind }* { $bar } { $left } of { $quota } left · { $acquired } acquired, { $held } held
quota-no-credits = Toll-free numbers wait until Communications Credits are set up.
quota-credits-low = There are toll-free numbers, auto-recharge is off and the balance of the Communications Credits is low or unknown. At zero, inbound toll-free calls stop.
quota-more = Need more? The quota follows the licences: ask an admin to enter more with `{ $command } settings`. For more than the licences give, contact support for business products.

## Settings

settings-title = Desk settings
settings-e5 = Enterprise E5
settings-e5-hint = An E5 holds both add-ons, so it counts twice for the quota.
settings-phone = Phone System
settings-audio = Audio Conferencing
settings-credits = Communications Credits
settings-credits-set-up = Set up
settings-credits-recharge = Auto-recharge is on
settings-balance = Balance, if known
settings-balance-hint = Credits unused for twelve months after purchase are forfeited.
settings-language = Language in channels
settings-language-en = English
settings-language-fr = Français
settings-notices = Channel for notices
settings-notices-hint = Cards go here where the desk cannot post.
settings-minutes = Minutes a hold lasts
settings-policy = Approvals
settings-approvals = How many teammates must approve
settings-approvals-hint = From 0 to 5. Nobody approves their own request.
settings-approvers = Who may approve
settings-named = Named members
settings-named-hint = Counts where “Named members” is chosen above. Name one more than must approve: nobody approves their own request.
settings-toll-free = How many for toll-free numbers
settings-toll-free-hint = Leave empty for as many as for toll numbers.
settings-from = Approval is needed from so many numbers on
settings-from-hint = Fewer are acquired at once.
settings-extension = Minutes that a hold lasts longer while approval is awaited
settings-extension-hint = Once for each hold. 0: it ends when it would have ended.
settings-roles = Who may do what
settings-role-search = Search and read the log
settings-role-reserve = Reserve
settings-role-release = Release what others hold
settings-role-settings = Change settings
settings-channels = Channels where the desk may be used
settings-channels-hint = Leave empty for all. The channel for notices is always one of them.
settings-people = People
settings-groups = User groups
settings-too-many-approvers = At most { $most } members can be named.
settings-too-few-approvers = There must be at least { $needed } who may approve.
settings-not-a-choice = Choose this once more: it is not there any longer.
circle-anyone = Any member
circle-approvers = Any member of the channel
circle-named = Named members
circle-admins = Admins only
settings-saved = Settings saved.
settings-not-a-balance = An amount such as 120 or 120.50.
settings-cannot-post = The desk cannot post there. Invite it with /invite @numberdesk first.
settings-section-licences = Licences and credits
settings-section-holds = Holds and rest
settings-section-desk = Channels and language
settings-typed-licences = licences, licenses, licence, license, credits, quota
settings-typed-approvals = approvals, approval, approvers, policy
settings-typed-holds = holds, hold, minutes, rest
settings-typed-ports = ports, port, porting, orders, country
settings-typed-desk = channels, channel, language, notices, desk
settings-typed-roles = roles, role, rights, who
settings-no-section = The settings have no section “{ $said }”.
button-change = Change
button-change-section = Change: { $section }
settings-line = { $label }: *{ $value }*
settings-unchanged = Nothing was changed.
settings-not-whole = A whole number from { $least } to { $most }.
settings-not-whole-or-nothing = A whole number from { $least } to { $most }, or nothing.
settings-off = no
settings-balance-empty = not known
settings-notices-empty = none
settings-channels-empty = all
settings-toll-free-empty = as many as for toll numbers
settings-lead-empty = 10 for all
settings-silent-empty = the usual
settings-meanwhile = *Nothing has been saved yet.* Somebody has changed the same settings while you were at it. What you entered still stands below: press *Save* once more to keep it, or close this window to leave theirs.
settings-meanwhile-field = { $who } has set this to *{ $now }* meanwhile. You entered *{ $yours }*:
settings-meanwhile-somebody = Somebody

## The record

log-empty = The record has nothing of that kind.
log-past-the-end = The record has no page { $page }.
log-the-clock = The clock
log-reserved = reserved { $numbers }
log-held_again = held the numbers again as { $again }
log-acquired = { $asker ->
    [none] acquired { $numbers }
   *[other] acquired { $numbers } for { $asker }
}
log-released = released { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
log-ran_out = ended a hold of { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
log-asked = asked to acquire { $numbers }
log-approved = approved ({ $given } of { $needed })
log-taken_back = took an approval back ({ $given } of { $needed })
log-lapsed = found that the approval of { $whose } does not count any more ({ $given } of { $needed })
log-declined = declined: { $reason }
log-withdrawn = withdrew the request
log-settings_changed = changed settings ({ $changes })
log-exported = exported the record
export-on-its-way = The record is on its way to you: a file in your messages with the desk.
export-here = Here is the record you asked for. `python -m bot audit verify`, on the desk's own machine, tells whether it is as it was written.

## The Home tab

home-first-steps = First steps
home-not-set-up = This number desk is not set up yet. An admin can do that here, or with `{ $command } settings`.
home-waiting = Waits for your approval
home-nothing-waits = Nothing waits for you. When a teammate asks for numbers, you can decide here.
home-request = { $asker } asks for *{ $numbers }* { $place } until { $time } · *{ $hold }* · { $given } of { $needed } approvals
home-holds = Your holds
home-no-holds = You hold no numbers. Search below, or type `{ $command } reserve 3 US Washington Seattle` in a channel.
home-hold = *{ $numbers }* { $place } until { $time } · *{ $hold }* { $channel ->
    [none] in your own messages
   *[other] in { $channel }
}
home-awaits = Approval is awaited: { $given } of { $needed }.
home-quota = Quota
home-acquired = Acquired lately
home-none-acquired = Nothing yet. Numbers that your teammates and you acquire show here.
home-kept = { $by } · { $day } · { $purpose }

## First steps

first-steps-title = First steps
first-steps-intro = The desk must know four things before numbers can be had: your licences, your Communications Credits, who approves, and the channel for notices. All of it can be changed later.

## The letter of authorisation: a PDF, so without mrkdwn

letter-title = Letter of authorisation
letter-subject = Transfer of service telephone numbers · Order { $order }
letter-page = Page { $page } of { $pages }
letter-authorises = { $count ->
    [one] The organisation named below holds the telephone number listed in this letter. It authorises its new carrier, and whoever acts for that carrier, to have this number transferred from the losing carrier, to deal with the losing carrier on its behalf in all that concerns the transfer, and to be given the account information that the transfer needs. The losing carrier is asked to keep the number in service until the transfer is complete.
   *[other] The organisation named below holds the { $count } telephone numbers listed in this letter. It authorises its new carrier, and whoever acts for that carrier, to have these numbers transferred from the losing carrier, to deal with the losing carrier on its behalf in all that concerns the transfer, and to be given the account information that the transfer needs. The losing carrier is asked to keep the numbers in service until the transfer is complete.
}
letter-organisation = Organisation
letter-company = Name
letter-domain = Domain
letter-service-address = Service address
letter-street = Street
letter-city = City
letter-region = State or region
letter-postcode = Postcode
letter-country = Country
letter-account-part = Account with the losing carrier
letter-carrier = Losing carrier
letter-account = Account number
letter-btn = Billing number (BTN)
letter-pin = PIN
letter-transfer = Transfer
letter-scope = Numbers to transfer
letter-full = All numbers of the account, the BTN among them
letter-partial = Only the numbers listed; the BTN stays
letter-kind = Service number type
letter-toll = Voice service numbers (not user numbers): toll
letter-toll-free = Voice service numbers (not user numbers): toll-free
letter-wanted = Wanted date and time
letter-signatory = Authorised signatory
letter-name = Name
letter-job = Title
letter-phone = Telephone
letter-email = E-mail
letter-confirms = By signing I confirm that I may act for the organisation in this matter, and that what this letter says is true and complete.
letter-signature = Signature
letter-date = Date
letter-numbers = Numbers to transfer
letter-numbers-here = { $count ->
    [one] 1 number in all
   *[other] Numbers { $first } to { $last } of { $count }
}

## Port orders: bringing existing numbers

bad-port = I do not know how to do “{ $said }” with port orders: it is `new`, `list` or the name of an order such as PO-7.
bad-state = I do not know the state “{ $said }”.
bad-number = “{ $said }” is not a number with its country's code, such as +44 20 7946 0000.
missing-number = Which number? Write it with its country's code, such as +44 20 7946 0000.
port-cannot-post = The desk cannot post in this channel and has no channel for notices, so there is no place for the order's card. Invite it with `/invite @numberdesk` and try again, or have an admin choose a channel for notices with `{ $command } settings`.
no-such-order = There is no port order { $order } in this workspace.
refused-port = Only { $who } can write, send and cancel port orders here. Ask an admin if you should be one of them.
refused-letters = Only { $who } can fetch signed letters. Ask one of them.
refused-move = Only admins of this workspace can say what the carriers make of port orders. Ask one of them.
refused-no-such-move = { $order } is in the state “{ $state }”, and from there it cannot go to “{ $to }”.
refused-no-foc = { $order } cannot be “{ $to }” without the date and time that the losing carrier agreed to, in the future.
refused-no-reason = { $order } cannot be “{ $to }” without the losing carrier's reason.
refused-numbers-taken = { $order } cannot be “{ $to }”: some of its numbers are on hold or are ours already. See `{ $command } status` of each.
refused-not-editable = { $order } is in the state “{ $state }”: only drafts and refused orders can be changed.
refused-nothing-new = { $order } is in the state “{ $state }”, and there is nothing for you to change about that.

port-state-draft = Draft
port-state-processing = Processing
port-state-contacting_carrier = Contacting carrier
port-state-transfer_approved = Transfer approved
port-state-transfer_pending = Transfer pending
port-state-error = Refused by the losing carrier
port-state-completed = Completed
port-state-cancelled = Cancelled

port-from = { $numbers }, from { $carrier }
port-numbers-mixed = { $count ->
    [0] no numbers yet
    [one] { $count } number
   *[other] { $count } numbers of several kinds or countries
}
port-nothing = –
port-standing = *{ $state }* since { $since }
port-is-now = It is in the state *{ $state }* since { $since }.
port-foc = Transfer (FOC): { $time }
port-comment-said = “{ $comment }”
port-open-points = *Open points*
port-requested-by = Requested by { $by }
port-followers = Followed by { $who }
port-wanted = Wanted for { $day }
port-letter-is-there = Signed letter of { $time }, from { $by }
port-see = The order's card is in { $channel }.
port-comments = *Last said about it*

port-button-new = New port order
port-button-next = Next
button-back = Back
port-button-save = Save
port-button-continue = Continue
port-button-edit = Edit
port-button-letter = Make the letter
port-button-signed = Add the signed letter
port-button-signer = Say who signed
port-button-send = Send order
port-button-send-again = Send again
port-button-take-out = Take out numbers
port-button-update = Update status
port-button-capacity = Capacity is confirmed
port-button-follow = Follow
port-button-unfollow = Unfollow
port-button-fetch = Signed letter
port-button-cancel = Cancel order
port-button-keep = Keep it
port-confirm-cancel-title = Cancel { $order }?
port-confirm-cancel = Its numbers stay where they are. What was written and said stays on the record.

## Writing a port order

port-title = Port order
port-step = Step { $at } of { $of }
port-step-numbers = Numbers
port-step-account = Account
port-step-address = Service address
port-step-signer = Signatory
port-step-date = Date and people
port-step-review = Review
port-not-kept-yet = kept from the first “Next” on
port-numbers-intro = Which service numbers come here from another carrier? One order is for one kind, one country and one account of one losing carrier; what must be split is split for you before anything is sent.
port-list = Numbers
port-list-hint = One below the other or with commas, written in any way; ranges such as +1 206 555 0100-0149.
port-file = Or a CSV file
port-file-hint = The column with the most numbers is read, up to 1 MB.
port-keep-label = Numbers from a file
port-keep = { $count ->
    [one] Keep { $count } number that came from a file
   *[other] Keep { $count } numbers that came from a file
}
port-read = *{ $numbers }*
port-doubled = { $count ->
    [one] { $count } number was there twice and counts once.
   *[other] { $count } numbers were there twice and count once.
}
port-file-awaited = Your file is being read; what it comes to is told to you and under the order's card.
port-left-out = { $count ->
    [one] { $count } was left out:
   *[other] { $count } were left out:
}
port-left-out-item = { $said }: { $why }
port-bad-not-a-number = this is not a number
port-bad-not-valid = there is no such number
port-bad-freephone-800 = universal international freephone numbers (+800) cannot be ported
port-bad-gb-special = British 0843, 0844, 0845, 0870, 0871 and 0872 numbers cannot be ported
port-bad-mobile = mobile numbers can only be ported in the United States and Puerto Rico
port-bad-not-service = this is neither a toll nor a toll-free number
port-bad-range = this range ends before it begins, or has more than 10,000 numbers
port-bad-ours = this number is ours already
port-bad-on-hold = this number is on hold
port-bad-taken = this number is not free
port-bad-in-order = this number is in the open order { $order }
port-no-number = There is no number here that can be ported.
port-too-long = This can have { $most } characters.
port-address-intro = The *service* address: where the numbers are in use, not where the bills go. A wrong one is the commonest reason for refusals.
port-signer-intro = Who may sign for the account with the losing carrier. The letter of authorisation must be signed by this very person.
port-field-carrier = Losing carrier
port-field-account = Account number
port-field-btn = Billing telephone number (BTN)
port-hint-btn = The main number of the account. With its country's code, or as it is dialled in the workspace's country.
port-field-pin = PIN
port-hint-pin = Where the losing carrier needs one.
port-field-company = Organisation's name
port-hint-company = As the losing carrier has it. 25 characters are submitted.
port-field-domain = Organisation's domain
port-field-street = Street and number
port-hint-street = The service address, not the billing address.
port-field-city = City
port-field-region = State or region
port-field-postcode = Postcode
port-field-authorised = Authorised person
port-hint-authorised = Who signs the letter. 15 characters are submitted.
port-field-title = Title
port-field-phone = Telephone
port-field-email = E-mail
port-field-wanted_date = Wanted date
port-hint-wanted_date = A business day, far enough ahead for the carriers.
port-field-wanted_time = Wanted time
port-hint-wanted_time = As it is at the service address.
port-field-language = Language of the letter
port-field-scope = full or partial port
port-field-numbers = numbers
port-field-followers = who is notified
port-scope = Which numbers of the account?
port-scope-full = All, the BTN among them: a full port
port-scope-partial = Only these; the BTN stays: a partial port
port-notify = Who else is notified
port-notify-hint = They hear of each change in their own messages, as you do.
port-not-a-telephone = “{ $said }” is not a telephone number that there can be.
port-not-an-email = “{ $said }” is not an e-mail address.
port-no-date = Choose the date on which the numbers should come.
port-wrong-date = The carriers need { $days } business days, and the date must be one. The next that is possible: { $first }.
port-split = *These become { $count } orders*, for one order is for one kind and country, with at most 999 numbers. Each has a card and a letter of its own, and is sent by itself.
port-new-order = a new order

port-point-no-numbers = There are no numbers yet.
port-point-to-be-split = The numbers are of several kinds or countries, or more than 999: press Continue and save, and the order is split.
port-point-fields = Missing: { $fields }
port-point-btn-is-missing = A full port includes the BTN, and { $btn } is not among the numbers.
port-point-btn-is-there = A partial port leaves the BTN out, and { $btn } is among the numbers.
port-point-btn-is-missing-here = A full port includes the BTN, and this one is not among the numbers. Add it there, or choose a partial port.
port-point-btn-is-there-here = A partial port leaves the BTN out, and this one is among the numbers. Take it out there, or choose a full port.
port-point-date = The wanted date is too soon by now, or no business day: choose another.
port-point-no-letter = The signed letter of authorisation is not there yet.
port-point-old-letter = The signed letter says something else than the order does now: make the letter anew and have it signed.
port-point-no-signer = Nobody has said yet who signed the letter.
port-point-wrong-signer = The letter is signed by { $signer }, and the authorised person is { $authorised }.
port-point-capacity = Support has not confirmed the high concurrent capacity of service numbers yet.
port-warning-company = The organisation's name is longer than the { $most } characters that are submitted. Carriers read “{ $kept }”.
port-warning-authorised = The authorised person's name is longer than the { $most } characters that are submitted. Carriers read “{ $kept }”.
port-warning-gaps = British geographic blocks should be without gaps and in service, or the order may be refused.

## Letter, sending, and what follows

port-no-letter-yet = The letter for { $order } cannot be made yet.
port-letter-on-its-way = The letter for { $order } is on its way to you: a file in your messages with the desk, to be signed by { $who }.
port-here-is-the-letter = Here is the letter of authorisation for { $order }. Have it signed by { $who }, and bring it back with the button on the order's card or by dropping it in the card's thread.
port-signed-title = Signed letter
port-signed-intro = The letter of authorisation for { $order }, signed by *{ $who }*. It is kept encrypted, and only who has the right can fetch it.
port-signed-file = The signed letter
port-signed-file-hint = A PDF, PNG or JPEG of at most 10 MB.
port-signer = Who signed it
port-signer-hint = The name as it is under the letter.
port-other-signer = The letter must be signed by { $authorised }, the authorised person of the order.
port-no-file = Add the signed letter.
port-letter-fetched = Thank you. The letter for { $order } is being checked; the order's card will show it.
port-no-letter-there = There is no signed letter for { $order }.
port-signed-on-its-way = The signed letter for { $order } is on its way to you: a file in your messages with the desk.
port-here-is-the-signed = Here is the signed letter for { $order }.
port-file-too-late = { $file } could not be used: the order is not a draft any more.
port-file-not-had = { $file } could not be used: it is not there any more, is not yours, or is too large. A letter can have 10 MB, a list 1 MB.
port-file-no-list = { $file } could not be used: there is no column of numbers in it.
port-file-too-long = { $file } could not be used: the order would have more than 10,000 numbers.
port-file-no-letter = { $file } could not be used: a letter must be a PDF, PNG or JPEG, whatever its name says.
port-not-ready = { $order } cannot be sent yet.
port-send-title = Send port order
port-never-cancel = *Never cancel the old service before the transfer*: the numbers would be lost.
port-never-cancel-tomorrow = Less than a day to go. *Do not cancel the old service before the transfer.*
port-capacity = High concurrent capacity
port-capacity-hint = A service number carries hundreds of calls at once, and support must confirm that.
port-capacity-confirmed = Support has confirmed the high concurrent capacity
port-capacity-not_yet = Not yet: it stays an open point
port-capacity-unsaid = Not said
port-no-capacity = Say whether support has confirmed it.
port-capacity-settled = There is nothing to confirm about { $order } any more.
port-capacity-thanks = Thank you: the capacity of { $order } is confirmed.
port-numbers-taken = Some numbers of { $order } cannot be ported now. Take them out, and the others can go on.
port-update-title = Update status
port-new-state = Where is it now?
port-another-foc = Transfer approved, with another FOC
port-foc-date = Date of the transfer (FOC)
port-foc-hint = For an approved transfer: what the losing carrier agreed to.
port-foc-time = Time of the transfer
port-foc-zone = Time zone
port-reason = Why it was refused
port-reason-hint = For a refused order.
port-comment = Comment
port-no-reason = Choose the losing carrier's reason.
port-no-foc = An approved transfer has a date and a time.
port-no-zone = Choose the zone that the time is in.
port-past-foc = This is past: there it is { $now } now.
port-same-foc = This is the FOC that the order has already.
port-take-out-title = Take out numbers
port-take-out-intro = These go into an order of their own that says the same, so that the others of { $order } can go on.
port-take-out-numbers = Numbers to take out
port-take-out-hint = As in the list: one below the other, or ranges.
port-not-in-it = { $said } is no number of this order.
port-nothing-left = Leave at least one number in the order.
port-you-cancelled = You cancelled { $order }.
port-followed = You follow { $order } now: each change is told to you here and in your own messages.
port-followed-already = You hear of { $order } already.
port-unfollowed = You do not follow { $order } any more.
port-not-followed = You do not follow { $order }.
port-yours = You asked for { $order }, so you hear of each change.
port-none-open = No port order is open. Bring existing numbers with the button below.
port-none-in = No port order is in the state “{ $state }”.
port-number = *{ $number }*
port-number-unknown = This number is neither here nor in the pool.
port-number-free = It is in the pool: { $place }.
port-number-taken = It is not free.
port-number-held = It is on hold with { $by }: { $place }.
port-number-ours = It is ours, acquired with { $by }: { $place }.

## Why losing carriers refuse, and what to fix

port-reason-account_number = The account number is wrong.
port-fix-account_number = Copy it from the losing carrier's latest bill, and edit the order.
port-reason-authorised_person = The authorised person is not who the losing carrier has.
port-fix-authorised_person = Ask the losing carrier who may sign; edit the order and have a new letter signed by that person.
port-reason-btn = The billing telephone number (BTN) is wrong.
port-fix-btn = It is the account's main number: copy it from the latest bill, and edit the order.
port-reason-company_name = The organisation's name is not as the losing carrier has it.
port-fix-company_name = Write it as on the latest bill; 25 characters are submitted.
port-reason-service_address = The service address or postcode is wrong.
port-fix-service_address = It is where the numbers are in use, not where the bills go: ask the losing carrier for the address it has.
port-reason-pin = The PIN is wrong or missing.
port-fix-pin = Ask the losing carrier for the account's PIN, and edit the order.
port-reason-not_portable = A number cannot be ported.
port-fix-not_portable = Take it out into an order of its own, and send the others again.
port-reason-special_feature = A number has a special feature, such as a hunt group or a distinctive ring.
port-fix-special_feature = Have the losing carrier remove the feature, or take the number out; then send again.
port-reason-wrong_number_type = The number type is wrong.
port-fix-wrong_number_type = Toll and toll-free numbers go in separate orders: take out what is of the other kind.
port-reason-wrong_port_type = The port type is wrong: the main BTN must stay or go.
port-fix-wrong_port_type = Choose full or partial port anew: a full port includes the BTN, a partial port leaves it out.
port-reason-another_order = Another order for these numbers is open at the losing carrier.
port-fix-another_order = Have that one ended or cancelled, then send again.
port-reason-several_accounts = Numbers of several carriers or accounts are mixed.
port-fix-several_accounts = One order is for one account: take out the numbers of the others.
port-reason-account_frozen = The account is frozen.
port-fix-account_frozen = Ask the losing carrier to lift that, which takes one to three weeks; then send again.
port-reason-foc_refused = The FOC has expired or was refused.
port-fix-foc_refused = Choose another wanted date, and send again.
port-reason-no_answer = The losing carrier does not answer.
port-fix-no_answer = Call the losing carrier with your account number; then send again.

## Under a port order's card, and in members' own messages

port-line-moved = { $by } moved it from “{ $before }” to *{ $state }*.
port-line-approved = *Transfer approved* by the losing carrier, as { $by } says. The FOC: *{ $time }*.
port-line-foc-changed = *Another FOC*, as { $by } says: *{ $time }* instead of { $before }.
port-line-pending = *Transfer pending*: { $time }.
port-assign-now = The numbers are here: they are acquired, outside the quota, and ready to be assigned to a bridge, an auto attendant or a call queue.
port-line-idle = { $by }, this draft has waited since { $since }. Go on with it, or cancel it.
port-line-hour = An hour to go: the transfer is at *{ $time }*. Do not cancel the old service yet.
port-line-checklist = The transfer is due. *Now:*
    • call each number from outside
    • assign the numbers to their services
    • then cancel the old service
    What goes wrong in the first 48 hours goes to the porting desk, later to support.
port-line-silent = Nothing new since { $since }: still *{ $state }*. Ask the carrier, and update the status.
port-line-listed = { $by } added { $count ->
    [0] no numbers
    [one] { $count } number
   *[other] { $count } numbers
} from { $file }.
port-line-divided = { $by } put numbers into orders of their own: { $orders }.
port-line-capacity-confirmed = { $by } says that support has confirmed the high concurrent capacity.
port-line-capacity-not_yet = { $by } says that support has not confirmed the high concurrent capacity yet.
port-line-capacity-unsaid = { $by } said nothing of the capacity.
port-line-letter-made = { $by } had the letter of authorisation made.
port-line-letter-signed = { $by } brought the signed letter.
port-line-who-signed = Who signed it? Press “Say who signed”.
port-line-letter-signer = { $by } says that { $signer } signed the letter.

log-port_drafted = { $origin ->
    [none] began a port order of { $numbers }
   *[other] began a port order with numbers of { $origin }: { $numbers }
}
log-port_edited = changed a port order ({ $fields })
log-port_listed = added numbers from { $file } ({ $count })
log-port_divided = put numbers into orders of their own: { $orders }
log-port_moved = moved a port order: { $state }
log-port_capacity = spoke of capacity: { $capacity }
log-port_reminded = reminded: { $alarm }
log-port_followed = follows a port order
log-port_unfollowed = follows a port order no longer
log-port_commented = said something about a port order
log-letter_made = had a letter of authorisation made
log-letter_signed = brought a signed letter ({ $sha256 }…)
log-letter_signer = said who signed the letter: { $signer }
log-letter_fetched = fetched a signed letter
port-alarm-idle = a draft waits
port-alarm-silent = nothing new
port-alarm-pending = a day before the transfer
port-alarm-hour = an hour before the transfer
port-alarm-checklist = the transfer is due

help-port = *Port* – bring existing numbers from another carrier
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
help-status = *Status* – where is this number?
    `{ $command } status +44 20 7946 0000`
home-orders = Port orders
home-no-orders = No port order is open. Existing numbers of another carrier come here with one.
settings-role-port = Write, send and cancel port orders
settings-role-letters = Fetch signed letters of authorisation
settings-orders = Port orders
settings-country = Country
settings-country-hint = Its code, such as US, GB or FR. Numbers that do not say their country's code are read as numbers of this country.
settings-not-a-country = “{ $said }” is not the code of a country.
settings-lead = Lead time by country, in business days
settings-lead-hint = Such as GB 7, FR 12. For all others it is 10.
settings-not-lead-days = “{ $said }” is not a country's code with a number of days from 0 to { $most }.
settings-silent = Days until a reminder
settings-silent-processing = Business days in Processing until a reminder
settings-silent-contacting_carrier = Business days in Contacting carrier until a reminder
settings-silent-transfer_approved = Business days in Transfer approved until a reminder
settings-silent-transfer_pending = Business days after the transfer was due until a reminder
settings-silent-error = Business days in Refused until a reminder

## Numbers in service

bad-status = I do not know the status “{ $said }”.
bad-service = I do not know the kind of service “{ $said }”: it is a bridge, an attendant or a queue.
bad-service-name = The name of a service can have { $most } characters.
no-such-service = There is no service “{ $said }”.
refused-manage = Only { $who } can assign, release and restore numbers here. Ask an admin if you should be one of them.
refused-not-ours = { $number } is not ours, so nothing can be done with it.
refused-is-resting = { $number } was released and rests: restore it first.
refused-is-porting = { $number } is on its way here with a port order, so it cannot be used yet.
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
use-resting = resting
use-porting = porting
rests-until = in the pool again at { $time }
button-assign = Assign
button-unassign = Unassign
button-rename = Rename
menu-assign = Assign
menu-unassign = Unassign
menu-release = Release
menu-restore = Restore
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
service-name-taken = There is one of this kind called “{ $said }” already.
number-released = { $number } is released. It rests until { $time }, and can be restored until then.
number-released-at-once = { $number } is released, and in the pool again.
release-number-title = Release a number
release-number-rests = { $number } rests until { $time }, and goes back to the pool then, for anyone to take. Until then it can be restored.
release-number-at-once = { $number } goes back to the pool at once, for anyone to take, and cannot be restored.
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
help-list = *List* – your own numbers: `status:acquired|assigned|resting|porting`, `service:`, `contains:`
    `{ $command } list US Washington status:assigned`
    `{ $command } +1 206 555 0100`
help-assign = *Assign* – to a bridge, an attendant or a queue; and take it away
    `{ $command } assign +1 206 555 0100 to bridge "Contoso" default`
    `{ $command } assign many`
    `{ $command } unassign +1 206 555 0100`
    `{ $command } unassign many`
help-unassign = *Unassign* – take a number from its service
    `{ $command } unassign +1 206 555 0100`
help-services = *Services* – bridges, attendants and queues with their numbers
    `{ $command } services`
help-restore = *Restore* – have a released number back while it rests
    `{ $command } restore +1 206 555 0100`
settings-role-manage = Assign, release and restore numbers
settings-rest = Days that a released number rests
settings-rest-hint = Until then it can be restored; after that it is in the pool again.
report-on-its-way = The report is on its way to you: a picture in your messages with the desk.
report-here = Here is the report that you asked for.
report-used = Quota used, last 90 days
report-quota = Quota: { $quota }
report-countries = Numbers by country
report-others = Other countries
report-no-countries = no numbers yet
report-in-words = Of a quota of { $quota } for each kind, { $toll } toll and { $toll_free } toll-free numbers are used; 90 days ago { $toll_before } and { $toll_free_before } were. Numbers by country: { $countries }.
help-report = *Report* – the quota used over 90 days, and numbers by country, as a picture
    `{ $command } report`

## Several numbers at once

numbers = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
approved-last-release = You approved { $hold }. { $count ->
    [one] The number is being released.
   *[other] The { $count } numbers are being released.
}
withdrawn-release = You withdrew your request { $hold }. Nothing is released.
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
refused-no-service = { $number } needs a service: choose its kind and name below the list, or write them in the line.
refused-long-name = The name of the service for { $number } is too long: 60 characters are the most.
refused-said-before = { $number } is in the list already.
no-such-batch = There is no batch { $batch } here.
batch-too-many = That is too long a list: { $most } lines are the most. Divide it.
batch-no-numbers = There is no number in the list. Write one in each line, or give a CSV file.
batch-half-a-service = A service needs both, a kind and a name.
batch-title-assign = Assign many numbers
batch-title-unassign = Unassign many numbers
batch-title-release = Release many numbers
batch-intro-assign = Paste a list or give a CSV file. Before anything is assigned you see line by line what would happen.
batch-intro-unassign = Paste a list or give a CSV file. Before anything is taken away you see line by line what would happen.
batch-intro-release = Paste a list or give a CSV file. Before anything is released you see line by line what would happen.
batch-list = Numbers
batch-list-hint = One in each line, or ranges such as +1 206 555 0100-0109. In any form; without a country's code they are of your country.
batch-list-hint-service = One in each line, or ranges such as +1 206 555 0100-0109. A line can name its own service: +1 206 555 0100 to queue "Sales". All others go to the service below.
batch-file = Or a CSV file
batch-file-hint = With the columns of the export: number, and service_kind, service and default where numbers are assigned. Or any table with a column of numbers. Up to 1 MB.
batch-kind-hint = For the lines that name no service.
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
batch-file-not-had = The file could not be used: it is not there any more, is not yours, is empty, or is larger than 1 MB.
batch-file-no-list = The file could not be used: there is no column of numbers in it.
batch-file-too-long = The file could not be used: together with the list that is more than 1,000 lines. Divide it.
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
batch-rests = What is released rests until { $time }, and goes back to the pool then, for anyone to take. Until then it can be restored.
batch-at-once = What is released goes back to the pool at once, for anyone to take, and cannot be restored.
batch-needs = { $needed ->
    [one] A teammate must approve first.
   *[other] { $needed } teammates must approve first.
}
batch-invitations = Who has one of these numbers in an invitation should move to another.
batch-resource-account = An attendant or a queue gets its numbers through its resource account, which needs a licence of its own.
batch-default = ★ marks the default number of a bridge. Invitations that were sent before keep the one they have.
batch-unread = “{ $said }”: { $why }
batch-line-assign = { $number } → { $service }
batch-line-unassign = { $number } leaves { $service }
batch-line-release = { $number }
batch-line-restored = { $number }, restored since
batch-report-assign = *{ $batch }*: { $done } of { $size } assigned.
batch-report-unassign = *{ $batch }*: { $done } of { $size } unassigned.
batch-report-release = *{ $batch }*: { $done } of { $size } released.
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
batch-card-assign = { $asker } assigned *{ $numbers }* · *{ $batch }*
batch-card-unassign = { $asker } unassigned *{ $numbers }* · *{ $batch }*
batch-card-release = { $asker } released *{ $numbers }* · *{ $batch }*
batch-card-assign-under-way = { $asker } assigns *{ $numbers }* · *{ $batch }*
batch-card-unassign-under-way = { $asker } unassigns *{ $numbers }* · *{ $batch }*
batch-card-release-under-way = { $asker } releases *{ $numbers }* · *{ $batch }*
batch-card-declined = { $by } declined what { $asker } asked for: to release *{ $numbers }* · *{ $batch }*
batch-card-withdrawn = { $asker } asked to release *{ $numbers }*, and withdrew that · *{ $batch }*
batch-progress = { $bar } { $decided } of { $size }
batch-refused = { $count ->
    [one] One line could not be done: *Show lines* says why.
   *[other] { $count } lines could not be done: *Show lines* says why.
}
batch-back = In the pool again
batch-rest = In the pool again at { $time }
batch-rest-ended = In the pool again since { $time }
batch-restored = { $count ->
    [one] One was restored
   *[other] { $count } were restored
}
batch-all-restored = Restored: ours again
batch-nothing-rests = Nothing of { $batch } rests any more, so there is nothing to restore.
batch-restored-all = Restored: { $numbers }.
line-restored = { $by } restored { $numbers }.
line-rest-ended = The rest of what { $batch } released has ended: { $numbers } went back to the pool.
log-release_asked = asked to release { $numbers }
log-batch_begun = began to { $verb ->
    [assign] assign
    [unassign] unassign
   *[release] release
} { $count ->
    [one] a number
   *[other] { $count } numbers at once
}
log-batch_done = { $verb ->
    [assign] assigned
    [unassign] unassigned
   *[release] released
} { $done } of { $count }
log-batch_restored = restored { $numbers }
log-rest_ended = put { $count ->
    [one] a released number
   *[other] { $count } released numbers
} back into the pool
settings-releases = Releasing numbers
settings-releases-too = Needs approval, too
settings-releases-hint = By the same policy: as many teammates must agree before acquired numbers are released.
