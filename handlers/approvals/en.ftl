# What is said of approvals.

## Buttons

button-approve = Approve
button-decline = Decline
button-take-back = Take back approval
button-withdraw = Withdraw

## Refusals

refused-own-request = You asked for { $hold } yourself, so somebody else must decide. You can withdraw your request.
refused-not-an-approver = Only { $who } can decide on { $hold }.
refused-not-the-asker = Only { $asker }, who asked for { $hold }, can withdraw that.
refused-asker-gone = { $asker } asked for this and may not have it any more: they left the workspace, or lost the right to it. Nothing was done. Decline the request on *{ $hold }*, or ask for it yourself.
who-channel = members of this channel

## The card

card-approvals = Approvals: *{ $given } of { $needed }* · { $who }, by the policy when this was asked
card-lacking = Fewer members can approve this than must.
card-approved-by = Approved by { $by }

## Under the card

line-approved = { $by } approved: { $given } of { $needed }.
line-taken-back = { $by } took an approval back: { $given } of { $needed }.
line-lapsed = The approval of { $who } does not count any more, for they may not approve now: { $given } of { $needed }.
line-lacking = { $asker } Nobody can see { $hold } through as it is: { $needed ->
    [one] one teammate must approve, and there is none who may
   *[other] { $needed } teammates must approve, and there are not as many who may
}. Withdraw the request, or have an admin change who approves with `{ $command } settings` and ask again.

## Approvals

approvers-anyone = any member of this channel may approve
approvers-group = the members of a user group may approve
approvers-named = certain members may approve
approvers-admins = admins may approve
approved = You approved { $hold }: { $given } of { $needed } approvals are there.
approved-already = You approved { $hold } already at { $time }. { $missing ->
    [one] One more approval is needed.
   *[other] { $missing } more approvals are needed.
}
taken-back = You took your approval of { $hold } back: { $given } of { $needed } approvals are there.
nothing-to-take-back = You have not approved { $hold }, so there is nothing to take back.
asked-already = { $asker } has asked for approval of { $hold } already. It must be decided or withdrawn first.
request-was-declined = { $hold } is decided: { $by } declined it at { $time }. Why: { $reason }
request-was-withdrawn = { $by } withdrew that request for { $hold } at { $time }.
verdict-released = { $by } released { $hold }, and with it your request for { $numbers } ended.
decline-title = Decline
decline-reason = Why?
decline-no-reason = Say why, so that your teammate knows what to change.
decline-too-long = The reason can have { $most } characters.

## The record

log-asked = asked to acquire { $numbers }
log-approved = approved ({ $given } of { $needed })
log-taken_back = took an approval back ({ $given } of { $needed })
log-lapsed = found that the approval of { $whose } does not count any more ({ $given } of { $needed })
log-declined = declined: { $reason }
log-withdrawn = withdrew the request
log-lacking = found that fewer members can approve than must: { $needed } are needed
help-short-approve = *Approve* or *Decline* what a teammate asks for
help-approve = *Approve*, *Decline* – decide what a teammate asks for, on its card or in your Home tab. The settings say how many must approve and who may; nobody approves their own request. Declining wants a reason, and numbers that were held go back to the pool.
help-short-withdraw = *Withdraw* what you asked for yourself
help-withdraw = *Withdraw* – ask no longer for what you asked for, with the button on its card. *Take back approval* – what you have approved waits again, as long as others are missing.

## Settings

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
settings-too-few-approvers = There must be at least { $needed } who may approve.
settings-typed-approvals = approvals, approval, approvers, policy
settings-toll-free-empty = as many as for toll numbers
settings-releases = Releasing numbers
settings-releases-empty = Needs no approval
settings-releases-too = Needs approval, too
settings-releases-hint = By the same policy: as many teammates must agree before acquired numbers are released.
settings-release-days = Days until a request for a release ends
settings-release-days-hint = Where nobody has decided by then, nothing is released and who asked is told.
