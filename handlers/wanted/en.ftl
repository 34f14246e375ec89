# What is said of numbers that are asked for.

button-wanted-take = I see to it
button-wanted-decline = Decline
button-wanted-withdraw = Withdraw
button-wanted-reserve = Reserve

wanted-summary = { $asker } asks for *{ $numbers }* { $place } · *{ $name }*
wanted-open = Open: an admin can see to it. When there are so many, { $by } is told.
wanted-taken = { $by } sees to it.
wanted-in-stock = In stock since { $time }.
wanted-declined = { $by } declined it at { $time }. Why: { $reason }
wanted-withdrawn = Withdrawn by { $by } at { $time }.

line-wanted-asked = { $by } asked for it.
line-wanted-taken = { $by } sees to it.
line-wanted-in-stock = There are so many now; who asked is told.
line-wanted-declined = { $by } declined it. Why: { $reason }
line-wanted-withdrawn = { $by } withdrew it.

wanted-news-in-stock = The *{ $numbers }* { $place } that you asked for are there now ({ $name }). They are not held for you yet.
wanted-news-declined = { $by } declined your request for *{ $numbers }* { $place } ({ $name }). Why: { $reason }

wanted-from = A request waits for the stock. What a carrier offers need not be asked for: `search` shows it with `{ $said }`, and it is reserved at once.
wanted-asked = You asked for *{ $numbers }* { $place }: *{ $name }*, its card is in { $channel }. You are told when they can be had.
wanted-some = { $count ->
    [one] One of them can be had now.
   *[other] { $count } of them can be had now.
}
wanted-can-be-had = There are *{ $numbers }* { $place } now: nobody need ask for them.
wanted-asked-already = You have asked for { $numbers } { $place } already: *{ $name }*. Withdraw it first to ask for another quantity.
wanted-is-withdrawn = { $name } is withdrawn.
wanted-cannot-post = Nothing was asked for: its card could stand nowhere. Invite the desk to this channel, or have an admin choose a channel for notices with `{ $command } settings`.
wanted-none = Nobody asks for numbers just now. `{ $command } request 5 GB London` asks for some.
wanted-count = { $count ->
    [one] One request waits.
   *[other] { $count } requests wait.
}

wanted-decline-title = Decline
wanted-reason = Why?
wanted-no-reason = Say why, so that your teammate knows.
wanted-reason-too-long = The reason can have { $most } characters.

refused-wanted-admins-only = Only admins decide on what is asked for ({ $name }).
refused-wanted-not-the-asker = Only { $asker }, who asked for it, can withdraw { $name }.
refused-wanted-over = { $name } is decided already.
refused-wanted-taken = { $by } sees to { $name } already.

log-wanted_asked = asked for { $count } numbers: { $what }
log-wanted_taken = sees to the request
log-wanted_in_stock = found that there are so many now
log-wanted_declined = declined the request: { $reason }
log-wanted_withdrawn = withdrew the request

help-request = *Request* – ask for what cannot be had now: an admin sees to it or says why not, and you are told once when it is there
    `{ $command } request 5 GB London`
    `{ $command } request 2 GB type:toll-free`
    `{ $command } request 3 Seattle ends:00` – numbers that look so; also `starts:` and `contains:`, and `easy` or `near:+1 …` to say which come first
    `{ $command } request Seattle consecutive:10` – ten in a row
    `{ $command } requests` – what everybody asks for; your own can be withdrawn there
