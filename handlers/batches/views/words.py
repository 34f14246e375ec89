"""The keys of what is told of requests for approval of what a batch does."""

from handlers.kit.approvable import ApprovalWords

APPROVAL_WORDS = ApprovalWords(
    asked="line-asked-release",
    cannot_ask_here="cannot-ask-here-release",
    approved_last="approved-last-release",
    was_approved="request-was-approved-release",
    verdict_approved="verdict-approved-release",
    verdict_declined="verdict-declined-release",
    verdict_ran_out="verdict-ran-out-release",
    request_ran_out="request-ran-out-release",
    decline_intro="decline-intro-release",
    line_declined="line-declined-release",
    line_withdrawn="line-withdrawn-release",
    withdrawn="withdrawn-release",
    home="home-request-release",
)
