# What is said of the quota.

refused-no-licence = This workspace has no licence for service numbers. It needs at least one of: Enterprise E5, the Phone System add-on, the Audio Conferencing add-on. Once there is one, an admin enters it with `{ $command } settings`.
refused-no-credits = Toll-free numbers need Communications Credits, and they are not set up. Once they are, an admin says so with `{ $command } settings`. Toll numbers do not need them.
refused-over-quota = { $left ->
    [0] The quota of { $quota } for this kind is used up.
   *[other] That is more than the quota allows: only { $left } of { $quota } left for this kind.
} Release a hold, or have more licences entered. For more than the licences give, contact support for business products.
refused-needs-approval = Teammates must agree before these numbers are acquired.
quota-title = *Service numbers of this workspace*
quota-licences = Licences: { $e5 } Enterprise E5, { $phone } Phone System, { $audio } Audio Conferencing
quota-kind = *{ $kind }* { $bar } { $left } of { $quota } left · { $ordered ->
    [0] { $acquired } acquired
   *[other] { $acquired } acquired, { $ordered } ordered
}, { $held } held
quota-no-credits = Toll-free numbers wait until Communications Credits are set up.
quota-credits-low = There are toll-free numbers, auto-recharge is off and the balance of the Communications Credits is low or unknown. At zero, inbound toll-free calls stop.
quota-more = Need more? The quota follows the licences: ask an admin to enter more with `{ $command } settings`. For more than the licences give, contact support for business products.
help-short-quota = `{ $command } quota` – how many you may still have
help-quota = *Quota* – licences, acquired, held, left
    `{ $command } quota`
settings-e5 = Enterprise E5
settings-e5-hint = An E5 holds both add-ons, so it counts twice for the quota.
settings-phone = Phone System
settings-audio = Audio Conferencing
settings-credits = Communications Credits
settings-credits-empty = Not set up
settings-credits-set-up = Set up
settings-credits-recharge = Auto-recharge is on
settings-credits-recharge-empty = no
settings-balance = Balance, if known
settings-balance-hint = Credits unused for twelve months after purchase are forfeited.
settings-section-licences = Licences and credits
settings-typed-licences = licences, licenses, licence, license, credits, quota
settings-balance-empty = not known
