# What stands on the Home tab.

button-first-steps = First steps
home-first-steps = First steps
home-not-set-up = This number desk is not set up yet. An admin can do that here, or with `{ $command } settings`.
home-waiting = Waits for your approval
home-nothing-waits = Nothing waits for you. When a teammate asks for numbers, you can decide here.
home-holds = Your holds
home-no-holds = You hold no numbers. Search below, or type `{ $command } reserve 3 US Washington Seattle` in a channel.
home-hold = *{ $numbers }* { $place } until { $time } · *{ $hold }* { $channel ->
    [none] in your own messages
   *[other] in { $channel }
}
home-awaits = Approval is awaited: { $given } of { $needed }.
home-quota = Quota
home-acquired = Acquired lately
home-none-acquired = Nothing yet. Numbers that your teammates and you acquire show here.
home-kept = { $by } · { $day } · { $purpose }
home-orders = Port orders
help-button-log = Log
help-button-help = Help
