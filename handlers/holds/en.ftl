# What is said of holds.

## Buttons, and what numbers are for

purpose-audio_conferencing = Audio conferencing
purpose-auto_attendant = Auto attendant
purpose-call_queue = Call queue
purpose-not_yet = Not decided yet
button-show = Show numbers
button-acquire = Acquire numbers
button-release = Release
button-again = Hold again

## When something goes wrong

bad-hold = “{ $said }” is not the name of a hold; those look like H-12.
missing-hold = Which hold? Its name is on its card and looks like H-12.
missing-place = Where? Name a country, and if you like a region and a city.
missing-quantity = How many numbers? Say it as a whole number.
no-such-hold = There is no hold { $hold } in this workspace.

## Refusals

refused-release = Only { $holder }, who holds { $hold }, or { $who } can release it.
refused-not-offered = { $offer ->
    [toll] { $country }: there are no toll-free service numbers, but there are toll numbers.
    [toll_free] { $country }: there are no toll service numbers, but there are toll-free numbers.
    [none] { $country }: there are no service numbers at all.
   *[other] { $country }: there are no service numbers of this kind.
}
refused-on-request = { $country }: the numbers are not in the pool. They are ordered with a request form, from support for business products. To ask an admin here for them: `{ $command } request`, how many, and where.
refused-no-agreement = { $carrier } sells numbers only to who agrees not to resell them. An admin does so in `{ $command } settings carriers`; until then these numbers are held, not acquired.
refused-not-the-holder = Only { $holder }, who holds { $hold }, or an admin can do that.
hold-was-acquired = { $hold } is decided: { $by } acquired { $count } of its numbers at { $time }.
hold-was-released = { $hold } was released by { $by } at { $time }.
hold-ran-out = { $hold } ended at { $time }{ $source ->
    [carriers] : its numbers are held here no longer.
   *[other] , and all of it went back to the pool.
}
hold-was-gone = { $hold } ended at { $time }: its numbers could not be had at their carrier.
hold-is-live = { $hold } is still held until { $time }, so there is nothing to hold again.
hold-was-held-again = { $by } was first: it is held again as { $again }.

## Reserving

reserved = You hold *{ $numbers }* { $place } until { $time }: *{ $hold }*.
reserved-fewer = You asked for { $wanted }, but only { $count } could be had.
reserved-at-carriers = { $part ->
    [all] They are being reserved at { $carriers }: the card shows in a moment whether they were still to be had.
    [one] It is being reserved at { $carriers }: the card shows in a moment whether it was still to be had.
   *[other] { $count ->
        [one] One of them is being reserved at { $carriers }: the card shows in a moment whether it was still to be had.
       *[other] { $count } of them are being reserved at { $carriers }: the card shows in a moment whether they were still to be had.
    }
}
reserved-others = { $count ->
    [one] One of the numbers shown had been taken, so another like it is held instead.
   *[other] { $count } of the numbers shown had been taken, so others like them are held instead.
}
reserved-card-elsewhere = The desk cannot post here, so the card is in { $channel }.
offered-elsewhere = In { $country } toll numbers are offered in { $cities }, and not in { $place }.
offered-in-no-city = In { $country } toll numbers belong to no city.
run-or-nothing = A run is held whole: you asked for { $said } numbers and for { $run } in a row.
reserved-none-like-it = { $kind ->
    [toll] No toll number that looks so is available { $place } just now, so nothing is held.
    [toll_free] No toll-free number that looks so is available { $place } just now, so nothing is held.
   *[other] No such number is available { $place } just now, so nothing is held.
}
reserved-none = { $kind ->
    [toll] No toll number is available { $place } just now, so nothing is held.
    [toll_free] No toll-free number is available { $place } just now, so nothing is held.
   *[other] No such number is available { $place } just now, so nothing is held.
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
card-not-approved = What { $asker } asked for was not approved in time ({ $given } of { $needed }).
card-live = { $holder } holds *{ $numbers }* { $place } · *{ $hold }*
card-until = Held until { $time }
card-acquired = { $by } acquired *{ $count } of { $numbers }* { $place } · *{ $hold }*
card-ordered = { $by } ordered *{ $count } of { $numbers }* { $place } · *{ $hold }*
card-not-given = { $by } ordered *{ $numbers }* { $place }, and none of them was to be had · *{ $hold }*
card-purpose = For: { $purpose }
card-note = Note: { $note }
card-back = { $count ->
    [one] { $count } number went back to the pool.
   *[other] { $count } numbers went back to the pool.
}
card-let-go = { $count ->
    [one] { $count } number is held here no longer.
   *[other] { $count } numbers are held here no longer.
}
card-released = { $by } released *{ $numbers }* { $place } · *{ $hold }*
card-gone = The hold of { $holder } is over: *{ $numbers }* { $place } could not be had · *{ $hold }*
card-ran-out = The hold of { $holder } on *{ $numbers }* { $place } ended at { $time } · *{ $hold }*
card-again = Held again by { $by }: *{ $again }*
confirm-release-title = Release { $hold }?
confirm-release = { $fate ->
    [pool] { $count ->
        [one] Its number goes back to the pool at once, for anyone to take.
       *[other] Its { $count } numbers go back to the pool at once, for anyone to take.
    }
   *[other] What it has is held here no longer: { $fate }.
}
released = { $fate ->
    [pool] You released { $hold }. { $count ->
        [one] Its number is back in the pool.
       *[other] Its { $count } numbers are back in the pool.
    }
   *[other] You released { $hold }: { $fate }.
}

## Under the card

line-acquired = { $size ->
    [one] { $by } acquired the number.
   *[other] { $by } acquired { $count } of { $size } numbers. { $fate ->
        [pool] { $back ->
            [0] None went back to the pool.
            [one] One went back to the pool.
           *[other] { $back } went back to the pool.
        }
       *[other] The others are held here no longer: { $fate }.
    }
}
line-ordered = { $by } acquires { $count } of { $size } numbers; { $ordered ->
    [one] one is ordered at its carrier.
   *[other] { $ordered } are ordered at their carrier.
}
line-released = { $fate ->
    [pool] { $by } released { $hold }. { $count ->
        [one] Its number went back to the pool.
       *[other] Its { $count } numbers went back to the pool.
    }
   *[other] { $by } released { $hold }: { $fate }.
}
line-held-again = Held again by { $by }: { $again }.
warning = { $holder }: { $hold } ends at { $time }. { $fate ->
    [pool] { $count ->
        [one] Acquire its number before then, or it goes back to the pool.
       *[other] Acquire what you want of its { $count } numbers before then; the others go back to the pool.
    }
   *[other] Acquire what you want of it before then. After that: { $fate }.
}
ended = The hold { $hold } of { $holder } ended{ $fate ->
    [pool] . { $count ->
        [one] Its number went back to the pool.
       *[other] Its { $count } numbers went back to the pool.
    }
   *[other] : { $fate }.
}
ended-many = { $holds } holds ended, and { $count } numbers { $source ->
    [carriers] are held here no longer:
   *[other] went back to the pool:
}
ended-item = • { $hold } of { $holder }: { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}{ $fate ->
    [pool] { "" }
   *[other] ; { $fate }
}
line-asked = { $asker } asks to acquire { $size ->
    [one] the number.
   *[other] { $count } of { $size } numbers.
} { $needed ->
    [one] One approval is needed.
   *[other] { $needed } approvals are needed.
}
line-declined = { $by } declined { $hold }. { $source ->
    [carriers] Its numbers are held here no longer.
   *[other] { $count ->
        [one] Its number went back to the pool.
       *[other] Its { $count } numbers went back to the pool.
    }
} Why: { $reason }
line-withdrawn = { $by } withdrew the request. The numbers are held until { $time }.
warning-asked = { $hold } ends at { $time }, and { $missing ->
    [one] one approval is
   *[other] { $missing } approvals are
} still missing. { $fate ->
    [pool] What is not approved before then goes back to the pool.
   *[other] After that: { $fate }.
}
ended-unapproved = What { $asker } asked for was not approved in time ({ $given } of { $needed }).

## Choosing

numbers-title = Numbers of { $hold }
acquire-title = Acquire numbers
acquire-intro = { $hold } has { $numbers } until { $time }. { $fate ->
    [pool] What you do not choose goes back to the pool at once.
   *[other] What you do not choose is held here no longer: { $fate }.
}
acquire-numbers = Numbers
acquire-numbers-hint = All are chosen; take away what you do not want.
acquire-which = Which numbers?
acquire-all = All { $count }
acquire-only = Only these
acquire-except = All except these
acquire-find = Find numbers
acquire-ranges = Or ranges of numbers
acquire-ranges-hint = For example +1 206 555 0100-0149, +1 206 555 0160
acquire-look = *Nothing was done yet.* Your ranges were read so, and with them { $count ->
    [one] one number of { $size } is acquired.
   *[other] { $count } numbers of { $size } are acquired.
} Press “{ button-acquire }” once more if that is right.
acquire-purpose = What for?
acquire-note = Note
acquire-note-placeholder = For your teammates
acquire-waits = { $count ->
    [one] The number is still being reserved at its carrier, which takes seconds. Try again in a moment.
   *[other] The numbers are still being reserved at their carrier, which takes seconds. Try again in a moment.
}
acquire-none = Choose at least one number, or close this and press Release.
acquire-which-none = Say which: find them in the list or write ranges.
acquire-all-but-some = You named numbers below; choose “Only these” or “All except these”, or clear them.
acquire-bad-range = “{ $said }” is not a number or a range of numbers of this hold.
acquire-too-long = The note can have { $most } characters.

## Approvals

approved-last = You approved { $hold }. { $source ->
    [carriers] What carriers have of it is ordered now; its card shows when it is ours.
   *[other] { $count ->
        [one] The number is acquired.
       *[other] The { $count } numbers are acquired.
    }
}
request-ran-out = { $hold } ended at { $time }, and the request with it.
verdict-ran-out = { $hold } ended at { $time } before your request for { $numbers } was approved. { $source ->
    [carriers] They are held here no longer
   *[other] They went back to the pool
}; its card offers to hold them again.
withdrawn = You withdrew your request. { $hold } is still held: choose again, or release it.
cannot-ask-here = This needs a teammate's approval, and nobody would see the request in your own messages. Reserve in a channel, or have an admin choose a channel for notices with `{ $command } settings`.
request-was-approved = { $hold } is decided: { $by } approved what { $asker } asked for, and it was { $source ->
    [carriers] acquired or ordered
   *[other] acquired
} at { $time }.
request-repeated = Your teammates are asked again.
request-needless = No approval is needed any more, so the numbers are acquired.
request-numbers-gone = Not all numbers that were asked for could be had, so nobody is asked yet: press Acquire numbers.
request-not-repeated = The request could not be repeated: press Acquire numbers.
verdict-approved = { $by } approved your request, and { $source ->
    [carriers] what carriers have of these *{ $numbers }* is ordered ({ $hold }; its card shows when it is ours):
   *[other] you have *{ $numbers }* ({ $hold }):
}
verdict-declined = { $by } declined your request for { $numbers } ({ $hold }), which { $source ->
    [carriers] are held here no longer
   *[other] went back to the pool
}: { $reason }
decline-intro = { $asker } asks to acquire { $numbers } ({ $hold }). { $source ->
    [carriers] If you decline, none of its numbers is held here any longer; its card shows which of them a carrier still keeps for us.
   *[other] If you decline, all its numbers go back to the pool.
}

## The record

log-reserved = reserved { $numbers }
log-held_again = held the numbers again as { $again }
log-acquired = { $asker ->
    [none] acquired { $numbers }
   *[other] acquired { $numbers } for { $asker }
}{ $ordered ->
    [0] { "" }
    [one] ; one is ordered at its carrier
   *[other] ; { $ordered } are ordered at their carrier
}
log-released = released { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
log-ran_out = ended a hold of { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}

## The Home tab

home-request = { $asker } asks for *{ $numbers }* { $place } until { $time } · *{ $hold }* · { $given } of { $needed } approvals
help-short-reserve = `{ $command } reserve 3 US Washington Seattle` – hold, then choose
help-reserve = *Reserve* – hold some while you choose; *Acquire numbers* on the card keeps those you want
    `{ $command } reserve 3 US Washington Seattle`
    `{ $command } reserve 5 FR Paris`
help-short-show = `{ $command } show H-12` – all numbers of a hold
help-show = *Show* – a hold with all its numbers
    `{ $command } show H-12`
    `{ $command } show B-3`
help-short-release = `{ $command } release H-12` – give them back
help-release = *Release* – give a hold's numbers back at once, or let acquired numbers go
    `{ $command } release H-12`
    `{ $command } release +1 206 555 0100`
    `{ $command } release many`

## Settings

settings-minutes = Minutes a hold lasts
settings-section-holds = Holds and rest
settings-typed-holds = holds, hold, minutes, rest
settings-rest = Days that a released number rests
settings-rest-hint = Until then it can be restored; after that it is in the pool again.
