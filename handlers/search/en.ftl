# What is said of what can be had.

button-reserve-these = Reserve these
search-found = *{ $numbers }* available { $place }.
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
