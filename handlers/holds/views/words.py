"""The keys of what is told of requests for approval of numbers that are held, and of what these are for."""

from collections.abc import Mapping

from handlers.kit.approvable import ApprovalWords
from store.holds.types import Purpose

APPROVAL_WORDS = ApprovalWords(
    asked="line-asked",
    cannot_ask_here="cannot-ask-here",
    approved_last="approved-last",
    was_approved="request-was-approved",
    verdict_approved="verdict-approved",
    verdict_declined="verdict-declined",
    verdict_ran_out="verdict-ran-out",
    request_ran_out="request-ran-out",
    decline_intro="decline-intro",
    line_declined="line-declined",
    line_withdrawn="line-withdrawn",
    withdrawn="withdrawn",
    home="home-request",
)

PURPOSES: Mapping[Purpose | None, str] = {  # numbers that were acquired are always for one of these
    Purpose.AUDIO_CONFERENCING: "purpose-audio_conferencing",
    Purpose.AUTO_ATTENDANT: "purpose-auto_attendant",
    Purpose.CALL_QUEUE: "purpose-call_queue",
    Purpose.NOT_YET: "purpose-not_yet",
}
