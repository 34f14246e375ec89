# What is said of the settings.

## Settings

button-later = Later
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
settings-credits-empty = Not set up
settings-credits-recharge-empty = no
settings-releases-empty = Needs no approval
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

log-settings_changed = changed settings ({ $changes })

## First steps

first-steps-title = First steps
first-steps-intro = The desk must know four things before numbers can be had: your licences, your Communications Credits, who approves, and the channel for notices. All of it can be changed later.

## Port orders

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

settings-role-manage = Assign, release and restore numbers
settings-rest = Days that a released number rests
settings-rest-hint = Until then it can be restored; after that it is in the pool again.

## Releasing numbers

settings-releases = Releasing numbers
settings-releases-too = Needs approval, too
settings-releases-hint = By the same policy: as many teammates must agree before acquired numbers are released.
help-short-settings = `{ $command } settings` – what admins decide
help-settings = *Settings* – licences, credits, approvals, who may do what, language, notices, minutes of a hold
    `{ $command } settings`
