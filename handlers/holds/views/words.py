"""The keys of what is told of requests for approval of numbers that are held."""

from handlers.kit.approvable import ApprovalWords

APPROVAL_WORDS = ApprovalWords(
    asked="line-asked",
    cannot_ask_here="cannot-ask-here",
    approved_last="approved-last",
    was_approved="request-was-approved",
    verdict_approved="verdict-approved",
    verdict_declined="verdict-declined",
    decline_intro="decline-intro",
    line_declined="line-declined",
    line_withdrawn="line-withdrawn",
    withdrawn="withdrawn",
    home="home-request",
)
