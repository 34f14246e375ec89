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
bad-export = I do not know how to export “{ $said }”.
missing-export = Export what? So far it is the record.
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
help-release = *Release* – give a hold's numbers back at once
    `{ $command } release H-12`
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
settings-licences = Licences
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
settings-not-approvals = A whole number from 0 to { $most }.
settings-not-a-quantity = A whole number from 1 to { $most }.
settings-not-an-extension = A whole number from 0 to { $most }.
settings-too-many-approvers = At most { $most } members can be named.
settings-too-few-approvers = There must be at least { $needed } who may approve.
settings-not-a-choice = Choose this once more: it is not there any longer.
circle-anyone = Any member
circle-approvers = Any member of the channel
circle-named = Named members
circle-admins = Admins only
settings-saved = Settings saved.
settings-not-a-count = A whole number from 0 to { $most }.
settings-not-a-balance = An amount such as 120 or 120.50.
settings-not-minutes = A whole number from 1 to 60.
settings-cannot-post = The desk cannot post there. Invite it with /invite @numberdesk first.

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
