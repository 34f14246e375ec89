# What can be done, and how to ask for it.

bad-topic = There is no help on “{ $said }”.
help-intro = *Numberdesk* finds and keeps your service phone numbers. A button below shows its group in full.
help-help = *Help* – all groups, one group, or one topic
    `{ $command } help`
    `{ $command } help in service`
    `{ $command } help search`
help-hint = Words can come in any order. Places go by name or code: `US`, `WA`, `"New York"`. Say `type:toll-free` for toll-free numbers; without it they are toll.
help-button-search = Search
help-button-quota = Quota
help-button-settings = Settings
help-text = What the number desk can do
help-button-overview = Overview
help-short-help = `{ $command } help reserve` – one of these in full
