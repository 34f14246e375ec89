# What can be done, and how to ask for it.

bad-topic = There is no help on “{ $said }”.
help-intro = *Numberdesk* finds and keeps service phone numbers for your organisation. Search, reserve some, and choose within ten minutes; what you do not acquire goes back to the pool.
help-search = *Search* – how many can be had, and the first ten
    `{ $command } search US Washington Seattle`
    `{ $command } search GB type:toll-free qty:5`
help-reserve = *Reserve* – hold some while you choose
    `{ $command } reserve 3 US Washington Seattle`
    `{ $command } reserve 5 FR Paris`
help-show = *Show* – a hold with all its numbers
    `{ $command } show H-12`
    `{ $command } show B-3`
help-release = *Release* – give a hold's numbers back at once, or let acquired numbers go
    `{ $command } release H-12`
    `{ $command } release +1 206 555 0100`
    `{ $command } release many`
help-quota = *Quota* – licences, acquired, held, left
    `{ $command } quota`
help-settings = *Settings* – licences, credits, approvals, who may do what, language, notices, minutes of a hold
    `{ $command } settings`
help-help = *Help* – all of this, or one topic
    `{ $command } help search`
help-hint = Words can come in any order. Places go by name or code: `US`, `WA`, `"New York"`. Say `type:toll-free` for toll-free numbers; without it they are toll.
help-button-search = Search
help-button-quota = Quota
help-button-settings = Settings
help-log = *Log* – who did what and when: all of it, of a hold, of a number, of a member
    `{ $command } log since:7d`
    `{ $command } log H-12`
help-export = *Export* (admins) – the whole record as a file for spreadsheets
    `{ $command } export log`
help-button-log = Log
help-button-help = Help
help-text = What the number desk can do
help-port = *Port* – bring existing numbers from another carrier
    `{ $command } port new`
    `{ $command } port list`
    `{ $command } port PO-7`
help-status = *Status* – where is this number?
    `{ $command } status +44 20 7946 0000`
help-list = *List* – your own numbers: `status:acquired|assigned|resting|porting`, `service:`, `contains:`
    `{ $command } list US Washington status:assigned`
    `{ $command } +1 206 555 0100`
help-assign = *Assign* – to a bridge, an attendant or a queue; and take it away
    `{ $command } assign +1 206 555 0100 to bridge "Contoso" default`
    `{ $command } assign many`
    `{ $command } unassign +1 206 555 0100`
    `{ $command } unassign many`
help-unassign = *Unassign* – take a number from its service
    `{ $command } unassign +1 206 555 0100`
help-services = *Services* – bridges, attendants and queues with their numbers
    `{ $command } services`
help-restore = *Restore* – have a released number back while it rests
    `{ $command } restore +1 206 555 0100`
help-report = *Report* – the quota used over 90 days, and numbers by country, as a picture
    `{ $command } report`
