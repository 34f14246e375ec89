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
missing-hold = Which hold? Its name is on its card and looks like H-12.
missing-place = Where? Name a country, and if you like a region and a city.
missing-quantity = How many numbers? Say it as a whole number.
bad-extra = I did not expect “{ $said }” there.
no-such-hold = There is no hold { $hold } in this workspace.

## Refusals

refused-guest = Guests cannot use the number desk. Ask a full member of this workspace.
refused-stranger = The number desk belongs to the workspace that installed it; members of other workspaces cannot use it here.
refused-unknown = Slack did not say what you may do, so nothing was changed. Please try again.
refused-admins-only = Only admins of this workspace can see and change the settings. Ask one of them.
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
help-settings = *Settings* (admins) – licences, credits, language, notices, minutes of a hold
    `{ $command } settings`
help-help = *Help* – all of this, or one topic
    `{ $command } help search`
help-hint = Words can come in any order. Places go by name or code: `US`, `WA`, `"New York"`. Say `type:toll-free` for toll-free numbers; without it they are toll.
help-button-search = Search
help-button-quota = Quota
help-button-settings = Settings
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
settings-saved = Settings saved.
settings-not-a-count = A whole number from 0 to { $most }.
settings-not-a-balance = An amount such as 120 or 120.50.
settings-not-minutes = A whole number from 1 to 60.
settings-cannot-post = The desk cannot post there. Invite it with /invite @numberdesk first.
