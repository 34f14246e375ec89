# What is said of what can be had.

button-reserve-these = Reserve these
search-why-starts = starts with *{ $digits }*
search-why-contains = contains *{ $digits }*
search-why-ends = ends with *{ $digits }*
search-why-easy = easy: *{ $digits }*
search-why-near = *{ $count }* away
search-title = Search numbers
search-country = Country
search-region = State or region
search-city = City
search-kind = Who pays for the call?
search-quantity = How many?
search-digits = How they are to look
search-digits-hint = { $words }. A star is any digit, a letter its key.
search-list-placeholder = Type to find
search-found = *{ $numbers }* available { $place }.
search-found-more = More than *{ $numbers }* available { $place }.
search-found-at-least = At least *{ $numbers }* available { $place }.
search-runs = Runs of { $run } and more numbers in a row, available { $place }:
search-run = { $first } – { $last } · { $count } in a row
search-any-digits = Any digits
search-gave-up = Only the first { $count } numbers were looked at: there may be others.
search-shown-of-more = { $first }–{ $last } of more than { $total }
search-shown-of-at-least = { $first }–{ $last } of at least { $total }
search-none-like-it = { $kind ->
    [toll] No toll number that looks so is available { $place } just now.
    [toll_free] No toll-free number that looks so is available { $place } just now.
   *[other] No such number is available { $place } just now.
}
search-enough = You asked for { $quantity }.
search-too-few = You asked for { $quantity }: there are not that many.
search-none = { $kind ->
    [toll] No toll number is available { $place } just now.
    [toll_free] No toll-free number is available { $place } just now.
   *[other] No such number is available { $place } just now.
}
search-past-the-end = There is no page { $page }. Available { $place }: { $numbers }.
search-elsewhere = There are some elsewhere in the country ({ $country }).
help-short-search = `{ $command } search GB London` – what can be had
help-search = *Search* – how many can be had, and the first ten
    `{ $command } search US Washington Seattle`
    `{ $command } search GB type:toll-free qty:5`
    `{ $command } search Seattle ends:00 contains:55*5` – `*` is any digit, letters are keys: `ends:TAXI`; also `starts:206`
    `{ $command } search Seattle easy` – the easiest to remember first; `near:+12065550142` – the nearest first
    `{ $command } search Seattle consecutive:10` – ten and more in a row
    `{ $command } search Seattle from:telnyx` – what one carrier offers; `from:stock` – our own stock alone
    `{ $command } search` – choose from lists

# What carriers offer.

button-reserve-these-at = Reserve these at { $carrier }
button-more-of = More of { $carrier }
button-other-numbers = Other numbers
button-look-again = Look again
search-from = Where from?
search-from-all = Our stock, then carriers
search-from-stock = Our stock alone
search-not-in-stock = { $kind ->
    [toll] Our stock has no such toll number { $place } just now.
    [toll_free] Our stock has no such toll-free number { $place } just now.
   *[other] Our stock has no such number { $place } just now.
}
search-carrier = { $carrier } offers { $numbers }:
search-carrier-more = { $carrier } offers { $numbers } and more:
search-carrier-none = { $carrier } offers no such number { $place }.
search-carrier-shown = { $first }–{ $last }
search-carrier-no-more = { $carrier } offers no more such numbers { $place }.
search-carrier-looked-at = { $carrier } cannot be asked for just this: { $count ->
    [one] one of its numbers was looked through here.
   *[other] { $count } of its numbers were looked through here.
}
search-carrier-sample = { $carrier } shows a random sample of what it has.
search-carrier-agree = Before a number of { $carrier } can be acquired, an admin must agree not to resell it: `{ $command } settings carriers`.
