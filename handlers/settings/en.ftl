# What is said of the settings.

## Settings

button-later = Later
settings-title = Desk settings
settings-language = Language in channels
settings-notices = Channel for notices
settings-notices-hint = Cards go here where the desk cannot post.
settings-roles = Who may do what
settings-role-search = Search and read the log
settings-role-reserve = Reserve
settings-role-release = Release what others hold
settings-role-manage = Assign, release and restore numbers
settings-role-port = Write, send and cancel port orders
settings-role-letters = Fetch signed letters of authorisation
settings-role-settings = Change settings
settings-channels = Channels where the desk may be used
settings-channels-hint = Leave empty for all. The channel for notices is always one of them.
settings-saved = Settings saved.
settings-section-desk = Channels and language
settings-typed-desk = channels, channel, language, notices, desk
settings-typed-roles = roles, role, rights, who
settings-no-section = The settings have no section “{ $said }”.
button-change = Change
button-change-section = Change: { $section }
settings-line = { $label }: *{ $value }*
settings-unchanged = Nothing was changed.
settings-notices-empty = none
settings-channels-empty = all
settings-meanwhile = *Nothing has been saved yet.* Somebody has changed the same settings while you were at it. What you entered still stands below: press *Save* once more to keep it, or close this window to leave theirs.
settings-meanwhile-field = { $who } has set this to *{ $now }* meanwhile. You entered *{ $yours }*:
settings-meanwhile-somebody = Somebody

## The record

log-settings_changed = changed settings ({ $changes })

## First steps

first-steps-title = First steps
first-steps-intro = The desk must know four things before numbers can be had: your licences, your Communications Credits, who approves, and the channel for notices. All of it can be changed later.

## Help

help-short-settings = `{ $command } settings` – what admins decide
help-settings = *Settings* – licences, credits, approvals, who may do what, language, notices, minutes of a hold
    `{ $command } settings`
    `{ $command } settings approvals`
    `{ $command } carriers` – how it stands with those who sell numbers; *Compare* finds what they bill and the desk does not know
