"""The keys of what is told of requests for approval of numbers that are held, and of what these are for."""

from collections.abc import Mapping

from handlers.kit.approvable import ApprovalWords
from store.holds.types import Hold, Purpose

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

POOL, CARRIERS = "pool", "carriers"


def source(hold: Hold) -> str:
    """Where what a hold has came from: all of it from the pool, or some from carriers."""
    return CARRIERS if hold.at_carriers else POOL


PURPOSES: Mapping[Purpose | None, str] = {  # numbers that were acquired are always for one of these
    Purpose.AUDIO_CONFERENCING: "purpose-audio_conferencing",
    Purpose.AUTO_ATTENDANT: "purpose-auto_attendant",
    Purpose.CALL_QUEUE: "purpose-call_queue",
    Purpose.NOT_YET: "purpose-not_yet",
}
