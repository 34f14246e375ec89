# What is said of port orders.

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
port-cannot-post = The desk cannot post in this channel and has no channel for notices, so there is no place for the order's card. Invite it with `/invite @numberdesk` and try again, or have an admin choose a channel for notices with `{ $command } settings`.
no-such-order = There is no port order { $order } in this workspace.
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
port-file-hint = CSV of up to 1 MB, with a column of numbers that its heading names or that is the only one. Columns of countries, and of the first and last numbers of ranges, are read too. You are told what it was taken for.
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
port-bad-ours = this number is ours already
port-bad-on-hold = this number is on hold
port-bad-taken = this number is not free
port-bad-in-stock = this number is in the desk’s own pool: reserve it instead
port-bad-in-order = this number is in the open order { $order }
port-no-number = There is no number here that can be ported.
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
port-letter-meanwhile = Somebody has handed a letter in meanwhile, or said who signed it: { $file }, signed by { $signer }. Close this and open it again.
port-no-file = Add the signed letter.
port-letter-fetched = Thank you. The letter for { $order } is being checked; the order's card will show it.
port-no-letter-there = There is no signed letter for { $order }.
port-signed-on-its-way = The signed letter for { $order } is on its way to you: a file in your messages with the desk.
port-here-is-the-signed = Here is the signed letter for { $order }.
port-file-too-late = { $file } could not be used: the order is not a draft any more.
port-the-file = The file
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
port-moved-meanwhile = Somebody has changed this order meanwhile. Now: { $now }. Close this and open it again.
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
log-port_insisted = insisted on what the numbering plan does not know: { $numbers }
log-port_listed = added numbers from { $file } ({ $count })
log-port_divided = put numbers into orders of their own: { $orders }
log-port_moved = moved a port order: { $state }
log-port_capacity = spoke of capacity: { $capacity }
log-port_reminded = reminded: { $alarm }
log-port_followed = follows a port order
log-port_unfollowed = follows a port order no longer
log-port_commented = said something about a port order
log-port_comment_edited = edited a comment on a port order
log-port_comment_deleted = took back a comment of { $by } on a port order, which was deleted in Slack
log-port_secrets_gone = dropped the account number and the PIN of an ended port order
log-letter_made = had a letter of authorisation made
log-letter_signed = brought a signed letter ({ $sha256 }…)
log-letter_signer = said who signed the letter: { $signer }
log-letter_fetched = fetched a signed letter
port-alarm-idle = a draft waits
port-alarm-silent = nothing new
port-alarm-pending = a day before the transfer
port-alarm-hour = an hour before the transfer
port-alarm-checklist = the transfer is due
home-no-orders = No port order is open. Existing numbers of another carrier come here with one.
help-short-port = `{ $command } port new` – bring existing numbers
help-port = *Port* – bring existing numbers from another carrier
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
    In a list an admin writes `insist` after a number that the numbering plan does not know yet.
help-short-status = `{ $command } status +442079460000` – where it is
help-status = *Status* – where is this number?
    `{ $command } status +44 20 7946 0000`

## Settings

settings-typed-ports = ports, port, porting, orders, country
settings-secret-days = Days that account number and PIN are kept
settings-secret-days-hint = Counted from when a port order is completed or cancelled. They are encrypted, and gone after that.
settings-lead-empty = 10 for all
settings-silent-empty = the usual
settings-orders = Port orders
settings-country = Country
settings-country-hint = Its code, such as US, GB or FR. Numbers that do not say their country's code are read as numbers of this country.
settings-lead = Lead time by country, in business days
settings-lead-hint = Such as GB 7, FR 12. For all others it is 10.
settings-silent = Days until a reminder
settings-silent-processing = Business days in Processing until a reminder
settings-silent-contacting_carrier = Business days in Contacting carrier until a reminder
settings-silent-transfer_approved = Business days in Transfer approved until a reminder
settings-silent-transfer_pending = Business days after the transfer was due until a reminder
settings-silent-error = Business days in Refused until a reminder
port-meanwhile = *Nothing has been kept yet.* Somebody has changed the same while you were at it. What you entered still stands below: send it once more to keep it, or close this window to leave theirs.
port-meanwhile-field = *{ $field }* is *{ $now }* by now. You entered *{ $yours }*.
port-meanwhile-nothing = empty
port-too-many = That is too long a list: { $most } numbers are the most. Divide it.
port-foc-read = { $order }: the transfer (FOC) was understood as { $time }.
port-at-the-address = { $time } at the service address
port-cannot-show = The letter of authorisation cannot show: { $signs }. Write this in other letters, as the carrier has it.
port-letter-cannot-show = The letter of { $order } was not made, for it cannot show: { $signs }. Write the fields in which that stands in other letters, as the carrier has them.
port-file-late-pdf = { $file } could not be used: more than 1,024 bytes stand before the PDF in it, so most programs cannot open it. Save it as PDF once more.
