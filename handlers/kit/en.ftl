# What the kit says, and what more than one room says. Slack's mrkdwn; <@…>, <#…> and times arrive ready to show.

## Words used everywhere

numbers-of-kind = { $kind ->
    [toll] { $count ->
        [one] { $count } toll number
       *[other] { $count } toll numbers
    }
    [toll_free] { $count ->
        [one] { $count } toll-free number
       *[other] { $count } toll-free numbers
    }
   *[other] { $count ->
        [one] { $count } number
       *[other] { $count } numbers
    }
}
kind-toll = Toll
kind-toll_free = Toll-free
anywhere = anywhere
and-more = and { $count } more
quota-left = { $kind ->
    [toll] { $left } of { $quota } toll numbers left in the quota
    [toll_free] { $left } of { $quota } toll-free numbers left in the quota
   *[other] { $left } of { $quota } numbers left in the quota
}
try-this = You could type:
try-one-of = Which one?
button-ask-for-them = Ask for them
button-next-page = Next page
note-title = Number desk
button-open = Open
needs-a-window = This is asked in a window of its own.
button-close = Close
button-cancel = Cancel
button-save = Save
search-shown = { $first }–{ $last } of { $total }
in-place = in { $place }
card-reason = Why: { $reason }
acquire-find-placeholder = Type some digits
settings-language-en = English
settings-language-fr = Français
log-the-clock = The clock
button-back = Back
button-assign = Assign
menu-restore = Restore
numbers = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}

## When something goes wrong

failed = Something went wrong on our side and nothing was changed. Please try again; if it happens again, tell whoever runs the desk.
failed-busy = The desk is very busy just now and nothing was changed. Please try again in a moment.
failed-late = That took longer than Slack waits, so nothing was changed. Please try again.
failed-unconfirmed = The connection to the database broke at the very end: this may have been done. Look before you try again.
failed-away = The desk cannot reach its database just now and nothing was changed. Please try again in a few minutes; if it goes on, tell whoever runs the desk.
failed-full = The desk has no room left on its disk, so nothing was changed. Please tell whoever runs the desk: trying again does not help.
failed-read-only = The desk's database can only be read just now, so nothing was changed. Please tell whoever runs the desk: trying again does not help.
failed-schema = The desk is being upgraded: its program and its database do not fit together yet, so nothing was changed. If this lasts for more than a few minutes, please tell whoever runs the desk.
slack-silent = Slack did not tell the desk what it needs to know, so nothing was changed. Please try again.
not-opened = Slack did not open the window that belongs here. Please try again.
perhaps-opened = Slack did not say in time whether it opened the window that belongs here. If you see none, please try again.
stale-button = This belongs to something the desk no longer knows, so nothing was changed. Type `{ $command }` to see what can be done.
unknown-button = This button is not known here any more, so nothing was changed. Type `{ $command }` to see what can be done.
unknown-form = This form is not known here any more, so nothing was changed. Type `{ $command }` to see what can be done.
unknown-request = The desk can read this but not do it, so nothing was changed. Type `{ $command }` to see what can be done.
bad-verb = I do not know “{ $said }”.
bad-kind = A number is toll or toll-free; I do not know the type “{ $said }”.
bad-quantity = “{ $said }” is not a quantity: it must be a whole number from 1 to { $most }.
bad-page = “{ $said }” is not a page: it must be a whole number from 1.
bad-place = I do not know the place “{ $said }”.
which-place = “{ $said }” can be more than one place.
bad-option = I do not know “{ $said }” here. Before a colon can stand: { $there }
said-twice = “{ $said }” is said more than once: which one is meant?
near-elsewhere = { $said } is not a number of { $place }: nothing there is near it.
letters-read-as = “{ $said }” was read as { $meant }, as on a telephone’s keys.
whole-country-read = Toll-free numbers belong to a whole country, to no city or region: “{ $said }” was read as { $meant }.
bad-extra = I did not expect “{ $said }” there.
settings-not-a-choice = Choose this once more: it is not there any longer.
bad-number = “{ $said }” is not a number with its country's code, such as +44 20 7946 0000.
bad-filter = “{ $said }” filters nothing.
bad-pattern = “{ $said }” is no pattern: after `{ $name }:` come digits, `*` for any one, or letters as on a telephone’s keys.
bad-run = “{ $said }” is not a length of a run: it must be a whole number from 2 to { $most }.
digits-one-order = `{ $first }` and `{ $second }` cannot both say which numbers come first.
spoilt-number = “{ $said }” is what a spreadsheet made of a number: some of its digits may be lost. Format the column as text, and copy the number again.
no-such-number = There is no such number as “{ $said }”: look at its figures. One of another country needs a plus and that country's code, such as +44 20 7946 0000.
no-such-range = “{ $said }” ends before it begins, or has more than 10,000 numbers.
number-with-extension = “{ $said }” has an extension, which is none of the number's own figures: leave it out.
which-number = “{ $said }” can be more than one number: { $choices }. Write the one that is meant as it stands here.
number-unread = “{ $said }”: { $why }.
several-numbers = “{ $said }” is more than one number, and one is needed here.
number-beyond-plan = The desk's numbering plan knows no area code or range for “{ $said }”. It may be newer than the plan: if it is right, an admin can write “insist” after it.
number-to-confirm = “{ $said }” is read as { $number } (country { $country }). Nothing was done yet.
number-read-as = “{ $said }” is read as { $number } (country { $country }).
range-read-as = “{ $said }” is read as { $count } numbers: { $first } to { $last }.
number-is-beyond-plan = The desk's numbering plan knows no area code or range for this number; it may be newer than the plan.
number-insist-admins = The numbering plan does not know { $number } yet, and only an admin can insist on it.
missing-number = Which number? Write it with its country's code, such as +44 20 7946 0000.
port-bad-not-a-number = this is not a number
port-bad-not-valid = there is no such number
port-bad-spoilt = a spreadsheet took this number for a quantity: format the column as text, and give it again
port-bad-country = its country is none that is certain by its name or code, and the number does not say its country’s code
port-bad-area = with the area code that its line says, and without it, it is another number: write it whole, with a plus and its country’s code
port-bad-cells = this line has more cells than there are headings, so what stands where is not certain: put what has a separator in it in quotation marks
port-bad-ends = this is no first and last number of a range
port-bad-count = the quantity in its line is no whole number from 1 on
port-bad-other-count = its line names another quantity of numbers than it has: where so many follow each other, call the columns “Start number” and “Quantity”, and leave out any last number
port-bad-range = this range ends before it begins, or has more than 10,000 numbers
port-bad-freephone-800 = universal international freephone numbers (+800) cannot be ported
port-bad-gb-special = British 0843, 0844, 0845, 0870, 0871 and 0872 numbers cannot be ported
port-bad-mobile = mobile numbers can only be ported in the United States and Puerto Rico
port-bad-premium = premium-rate numbers are no service numbers of the desk
port-bad-personal = personal numbers follow a person, and serve no service
port-bad-pager = this is a pager's number
port-bad-voicemail = this number leads to a mailbox alone
port-bad-not-service = who pays for calls to this number is not known, so it is neither toll nor toll-free
number-bad-extension = it has an extension: give the number without it
number-bad-ambiguous = it can be more than one number: write it with a plus and its country's code
number-bad-which = it can be { $choices }: write the one that is meant as it stands here
number-bad-beyond-plan = the desk's numbering plan knows no area code or range for it; it may be newer than the plan: if it is right, an admin can write “insist” after it
number-bad-insist = the numbering plan does not know it yet, and only an admin can insist on it
number-bad-several = it is more than one number: put each on a line of its own
port-too-long = This can have { $most } characters.

## Refusals

refused-guest = Guests cannot use the number desk. Ask a full member of this workspace.
refused-stranger = The number desk belongs to the workspace that installed it; members of other workspaces cannot use it here.
refused-unknown = Slack did not say what you may do, so nothing was changed. Please try again.
refused-settings = Only { $who } can see and change the settings. Ask one of them.
refused-search = Only { $who } can search here. Ask an admin if you should be one of them.
refused-reserve = Only { $who } can reserve numbers here. Ask an admin if you should be one of them.
refused-not-here = The number desk is not used in this channel. Go to { $channels }.
who-anyone = members of this workspace
who-admins = admins of this workspace
who-group = members of { $group }
refused-port = Only { $who } can write, send and cancel port orders here. Ask an admin if you should be one of them.
refused-letters = Only { $who } can fetch signed letters. Ask one of them.
refused-manage = Only { $who } can assign, release and restore numbers here. Ask an admin if you should be one of them.

## Cards

moved = { $hold } is to be approved now, so its card is in { $where }.
card-elsewhere = The card of { $hold } is elsewhere now: see { $where }.
lost-channel = The desk could not post the card of { $hold } in { $channel }, so it is elsewhere now: see { $where }.
unsaid = So much waited to be posted here that { $count ->
    [one] what one card was about ended before it was shown: { $names }.
   *[other] what { $count } cards were about ended before they were shown: { $names }{ $more ->
        [0] .
       *[other] { " " }and { $more } more.
    }
}
outage-over = From { $since } to { $until } the desk could post nothing in Slack (`{ $error }`). What waited meanwhile is posted now.

## Groups of the help

help-group-find = Find numbers
help-group-hold = Hold and acquire
help-group-approve = Approvals
help-group-in-service = Numbers in service
help-group-port = Port orders
help-group-desk = The desk
help-word-find = find
help-word-hold = hold
help-word-approve = approve
help-word-in-service = in service
help-word-port = port
help-word-desk = desk

## Fields

settings-people = People
settings-groups = User groups
settings-too-many-approvers = At most { $most } members can be named.
settings-not-a-balance = An amount such as 120 or 120.50.
settings-not-carriers = Names of carriers, each once, such as: telnyx, acs. This is not one: { $said }
settings-carriers-or-none = Either names of carriers, or stock alone.
settings-carrier-unknown = There is no carrier “{ $said }” here. There are: { $there }.
settings-no-carriers = No carrier is set up here. Who runs the desk does so with: python -m bot carrier add
settings-cannot-post = The desk cannot post there. Invite it with /invite @numberdesk first.
settings-not-whole = A whole number from { $least } to { $most }.
settings-not-whole-or-nothing = A whole number from { $least } to { $most }, or nothing.
settings-not-a-country = “{ $said }” is not the code of a country.
settings-not-lead-days = “{ $said }” is not a country's code with a number of days from 0 to { $most }.
settings-not-low-stock = “{ $said }” cannot be read. Write a place, toll or toll-free, and a number from 1 to { $most }: US Washington Seattle toll 20.
settings-low-stock-twice = { $said } stands there twice for the same kind.

## Who may do something

circle-anyone = Any member
circle-approvers = Any member of the channel
circle-named = Named members
circle-admins = Admins only

## Files that cannot be read

file-gone = { $file } could not be used: it is not there any more.
file-not-theirs = { $file } could not be used: it is not yours. Give a file that you have uploaded yourself.
file-too-large = { $file } could not be used: it is larger than { $most } MB.
file-unreached = { $file } could not be used: Slack did not hand it over. Give it again.
file-unread = { $file } could not be used: reading it failed. Save it as “CSV UTF-8” and give that.
file-empty = { $file } could not be used: it is empty.
file-workbook = { $file } could not be used: it is a workbook, such as XLSX, XLS or ODS, or an archive. Save it as “CSV UTF-8” and give that.
file-web-page = { $file } could not be used: it is a web page, even if its name says something else. Open it in a spreadsheet, save it as “CSV UTF-8” and give that.
file-no-text = { $file } could not be used: it is no text, or its letters are encoded in a way that cannot be told. Save it as “CSV UTF-8” and give that.
file-no-table = { $file } could not be used: a quotation mark in it has no end. Save it as “CSV UTF-8” and give that.
file-which-column = { $file } could not be used: several columns could be the numbers: { $columns }. Call the right one “number” in the first row, and the others something else; the two ends of ranges “Start number” and “End number”.
file-unknown-headings = { $file } could not be used: no column is called after numbers, only { $columns }. Call the right one “number” in the first row.
file-same-headings = { $file } could not be used: two columns mean the same: { $columns }. Leave one of them.
file-one-end = { $file } could not be used: it has one end of ranges, in { $columns }, and not the other. Add a column “Start number” or “End number”, or one called “Quantity”; where each line has one number only, call its column “number”.

## What a table was taken for

table-heading = “{ $name }”
table-column = column { $at }
table-by-heading = The numbers were read from { $column }, for its heading.
table-by-range = Each line was read as a range, from { $column } to { $last }, for their headings.
table-by-count = Each line was read as a range: from { $column } on, as many numbers as { $last } says, for their headings.
table-only-column = The numbers were read from the only column there is.
table-only-numbers = The numbers were read from { $column }, the only one with numbers.
table-also = Also read: { $columns }.
table-not-read = Not read: { $columns }.
table-lines-not-read = Lines that were not read, for no number stands there: { $lines }.
table-code-page = The file does not say how its letters are encoded, so they were taken for { $page }: { $words }. If that is wrong, save it as “CSV UTF-8”.

## Dates and times

time-skipped = { $time } does not exist in { $zone }: the clocks there go from { $begin } to { $end }. Say another time; the next that exists is { $end }.
time-twice = { $time }, the first of the two times at which clocks show that; for the second, at { $second }, choose UTC and { $utc }

## Prices

price-monthly = { $amount } a month
price-upfront = { $amount } to set up
price-unknown = price not known
price-monthly-unknown = monthly price not known
price-unknown-of = { $count ->
    [one] the price of one number is not known
   *[other] the price of { $count } numbers is not known
}
