"""What a member is told who comes to a request for approval."""

from handlers.approvals.rules import ApprovalRefusal
from handlers.approvals.views import request as approval
from handlers.kit.answers import refused, who_in_words
from handlers.kit.approvable import ApprovalWords, Requested
from handlers.kit.blocks import mention
from handlers.kit.messages import say
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply, says
from handlers.kit.words import COMMAND
from store.approvals.types import ApprovalRequest
from store.holds.types import Hold
from store.workspaces.types import Circle, Who


def may_not_approve(locale: str, refusal: Refusal, thing: Requested, request: ApprovalRequest) -> Reply:
    """Say who may decide on a request, where the member may not."""
    if refusal is ApprovalRefusal.OWN_REQUEST:
        return refused(locale, refusal, hold=thing.name)
    return refused(locale, refusal, hold=thing.name, who=_approvers(locale, request.approvers))


def asked_already(locale: str, hold: Hold, request: ApprovalRequest) -> Reply:
    """Say that approval of a hold is awaited."""
    return says(say(locale, "asked-already", hold=hold.name, asker=mention(request.asked_by)))


def cannot_ask_here(locale: str, words: ApprovalWords) -> Reply:
    """Say that nobody would see a request for approval."""
    return says(say(locale, words.cannot_ask_here, command=COMMAND))


def _approvers(locale: str, who: Who) -> str:
    """Those who may approve, in words."""
    if who.circle is Circle.NAMED:
        return approval.mentions(who.members)
    return say(locale, "who-channel") if who.circle is Circle.ANYONE else who_in_words(locale, who)
