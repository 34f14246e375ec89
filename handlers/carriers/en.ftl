# What is said of carriers.

## Settings

settings-section-carriers = Carriers
settings-typed-carriers = carriers, carrier
settings-carriers = Carriers, in the order in which they are asked
settings-carriers-hint = After the stock. Names such as: telnyx, acs (Azure Communication Services). Leave empty for all that are set up; stock for none of them.
settings-carriers-empty = all that are set up
settings-carrier-price = Monthly price without further approval
settings-carrier-price-hint = In the carrier’s currency. A number that costs more a month, or of which nobody says what it costs, needs one approval more. Leave empty for no limit.
settings-carrier-price-empty = no limit
settings-no-resale = Resale
settings-no-resale-text = We agree not to resell these numbers
settings-no-resale-hint = Some carriers, such as Azure Communication Services, sell numbers only to who agrees.
settings-no-resale-empty = not agreed

## What was not answered

no-such-source = There is nothing called “{ $said }” to take numbers from. There is: { $there }.
carrier-late = { $carrier } has not answered in time.
carrier-busy = { $carrier } is busy just now.
carrier-down = { $carrier } does not answer just now.
carrier-refused = { $carrier } refuses what the desk asks: whoever runs the desk must look why, first of all at the key.

## How it stands with them

button-compare = Compare
button-compare-with = Compare with { $carrier }
carriers-none = No carrier is set up here. Who runs the desk does so with `python -m bot carrier add`.
carrier-answers = { $carrier } answers.
carrier-not-asked = The settings do not have it searched.
carrier-balance = Balance: *{ $amount }*
carrier-answered = Last answer: { $time }
carrier-under-way = { $count ->
    [0] No orders under way
    [one] One number under way
   *[other] { $count } numbers under way
}
carrier-compared = Compared { $time }: { $theirs ->
    [0] nothing there that is not here
    [one] one number there that is not here
   *[other] { $theirs } numbers there that are not here
}, { $ours ->
    [0] nothing here that is not there
    [one] one number here that is not there
   *[other] { $ours } numbers here that are not there
}
carrier-compared-later = It will be compared in the background; `Compare` shows later what came of it.
refused-carriers-admins-only = Only admins see how it stands with carriers.

## Compare

carrier-compare-title = Compare
carrier-agrees = { $carrier } bills just what the desk has from it.
carrier-bills-more = { $carrier } bills { $count ->
    [one] a number that the desk does not know
   *[other] { $count } numbers that the desk does not know
}: { $numbers }
carrier-bills-less = { $carrier } does not bill { $count ->
    [one] a number that the desk has from it
   *[other] { $count } numbers that the desk has from it
}: { $numbers }. Perhaps { $count ->
    [one] it was given up there: ask the carrier before you rely on it.
   *[other] they were given up there: ask the carrier before you rely on them.
}
carrier-see = `{ $command } carriers` shows it, and *Compare* adopts numbers.
button-adopt = Adopt
adopt-numbers = Numbers to adopt
adopt-as = As what?
adopt-acquired = As acquired: they count against the quota
adopt-stock = As stock of this workspace, to be reserved
adopt-nothing = These are no differences any more. Compare again.
adopt-no-service = { $said } cannot be a service number: it is a mobile one, or of a range that no service uses.
adopted-acquired = { $count ->
    [one] One number of { $carrier } has been acquired.
   *[other] { $count } numbers of { $carrier } have been acquired.
}
adopted-stock = { $count ->
    [one] One number of { $carrier } is in this workspace’s stock.
   *[other] { $count } numbers of { $carrier } are in this workspace’s stock.
}
log-carrier_adopted = adopted from { $carrier }, as acquired
log-carrier_stocked = adopted from { $carrier }, as stock

## How numbers stand at carriers

carrier-to-hold = Being reserved at { $carrier }: { $numbers }
carrier-holds = Held at { $carrier }: { $numbers }
carrier-gone = { $count ->
    [one] Somebody else got this number at { $carrier } meanwhile: { $numbers }
   *[other] Somebody else got these numbers at { $carrier } meanwhile: { $numbers }
}
carrier-not-held = Not held at { $carrier }: { $numbers }. { $detail } (`{ $code }`). { $tries }
carrier-dropping = { $carrier } keeps { $count ->
    [one] this number
   *[other] these numbers
} for us until { $time }: { $numbers }. *Hold again* takes { $count ->
    [one] it
   *[other] them
} within that time.
fate-pool = the stock’s numbers go back to the pool
fate-kept = { $carrier } keeps its numbers for us until { $time } (*Hold again* takes them)
fate-kept-a-while = { $carrier } keeps its numbers for us until its own hold ends (*Hold again* takes them)
fate-back = { $carrier } has its numbers back at once
carrier-ended = Back with { $carrier }: { $numbers }
carrier-asked = Asked at { $carrier }: { $numbers }
carrier-asked-silent = Asked at { $carrier }, which has not answered yet: { $numbers }
carrier-waiting = Ordered at { $carrier }, which is at work on it: { $numbers }
carrier-papers = Papers wanted by { $carrier }: { $numbers }. { $papers }
    Whoever has the desk's account at { $carrier } hands them in there, for the order with the reference `{ $reference }`; here nothing need be done.
carrier-papers-until = Papers wanted by { $carrier } until { $deadline }: { $numbers }. { $papers }
    Whoever has the desk's account at { $carrier } hands them in there, for the order with the reference `{ $reference }`; here nothing need be done. Without them { $carrier } cancels their order then.
carrier-ours = Ours: { $numbers }
carrier-failed = Failed: { $numbers }. { $carrier } does not give { $count ->
    [one] it
   *[other] them
}: { $detail } (`{ $code }`). { $tries }
carrier-try-us = Reserve numbers anew once that has been seen to.
carrier-try-others = Try others, or show that code to the carrier’s support.
carrier-why-taken = Taken by somebody else by now, or no longer offered
carrier-why-missing = The carrier knows nothing any more by the name that the desk gives
carrier-why-expired = The carrier’s hold had ended before
carrier-why-funds = The account there has too little money: who pays that carrier must see to it
carrier-why-account = The account there is inactive or blocked: who runs the desk must see to it
carrier-why-limit = The account there may have no more numbers: who runs the desk can ask for more
carrier-why-key = The carrier does not accept the desk’s key: who runs the desk must see to it
carrier-why-address = The carrier wants an address that the account there does not have
carrier-why-trouble = Something went wrong at the carrier
carrier-why-unsaid = The carrier did not say why
carrier-cancelled = Cancelled at { $carrier }: { $numbers }. { $detail }. Try others, or ask the carrier’s support why.
carrier-giving-up = Being given up at { $carrier }: { $numbers }
carrier-not-given-up = { $carrier } will not have { $count ->
    [one] this number
   *[other] these numbers
} back and goes on billing { $count ->
    [one] it
   *[other] them
}: { $numbers }. { $detail } (`{ $code }`). Look whether something keeps { $count ->
    [one] it
   *[other] them
} there, such as a lock or a service in use, or show that code to the carrier’s support. The desk asks again every night.
carrier-given-up = Given up at { $carrier }: { $numbers }
carrier-costs = Costs: { $costs }
carrier-kept-up = Kept up at { $carrier } little by little, until { $time } if approval takes so long
carrier-at-most = { $carrier } holds numbers until { $time } at most: what is not approved by then goes back.

## Under the card, and to who asked

line-carrier-gone = { $count ->
    [one] { $asker }: somebody else got a number at { $carrier } meanwhile: { $numbers } ({ $hold }).
   *[other] { $asker }: somebody else got { $count } numbers at { $carrier } meanwhile: { $numbers } ({ $hold }).
}
line-carrier-not-held = { $asker }: { $carrier } does not hold { $numbers } ({ $hold }). { $detail }
line-carrier-extended = { $carrier } holds longer: the hold lasts until { $time }.
line-carrier-not-extended = { $carrier } holds no longer than that: the hold ends at { $time }.
line-carrier-arrived = { $carrier } gave { $numbers }: { $count ->
    [one] it is ours.
   *[other] they are ours.
}
line-carrier-papers = { $asker }: { $carrier } wants papers before it gives { $numbers } ({ $hold }). { $detail } The card says until when, and where they are handed in.
line-carrier-failed = { $asker }: { $carrier } does not give { $numbers } ({ $hold }). { $detail } { $count ->
    [one] It does not count against the quota any more. The card says what to try.
   *[other] They do not count against the quota any more. The card says what to try.
}

## The record

log-carrier-held = { $carrier } holds { $numbers }
log-carrier-gone = { $carrier } could not hold { $numbers }
log-carrier-extended = { $carrier } holds until { $time }
log-carrier-not-extended = { $carrier } holds no longer than { $time }
log-carrier-arrived = { $carrier } gave { $numbers }
log-carrier-papers = { $carrier } wants papers for { $numbers }
log-carrier-failed = { $carrier } did not give { $numbers }
log-carrier-gives-up = the rest ended: it is given up at { $carrier }
log-carrier-given-up = given up at { $carrier }
log-carrier-not-given-up = { $carrier } would not have it back
