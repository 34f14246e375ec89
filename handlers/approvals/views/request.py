"""What is shown of a request for approval: on the card of what it is for, in answers, to the one who asked."""

from collections.abc import Iterable
from datetime import datetime

from slack_sdk.models.blocks import Block

from handlers.kit.blocks import context, counted, first, mention, so_many
from handlers.kit.cards import Requested
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Message, Reply, says
from store.approvals.types import ApprovalRequest, Verdict
from store.holds.types import Hold
from store.types import UserId
from store.workspaces.types import Circle, Who


def approvers(locale: str, who: Who) -> str:
    """Who may approve, mentioning nobody: for what is shown more than once."""
    return say(locale, f"approvers-{who.circle}")


def mentioned(request: ApprovalRequest) -> str:
    """Those who may approve, mentioned where they are named; where any member or admin may, nobody is."""
    who = request.approvers
    match who.circle:
        case Circle.GROUP:
            return f"<!subteam^{who.group}>"
        case Circle.NAMED:
            return " ".join(mention(user) for user in who.members if user != request.asked_by)
        case _:
            return ""


def mentions(users: Iterable[UserId]) -> str:
    return ", ".join(map(mention, users))


def standing(locale: str, request: ApprovalRequest) -> str:
    """How many approvals are there and missing, and by which policy."""
    given = mentions(approval.by for approval in request.approvals)
    said = say(
        locale,
        "card-approvals",
        given=len(request.approvals),
        needed=request.needed,
        who=approvers(locale, request.approvers),
    )
    return f"{said}\n{say(locale, 'card-approved-by', by=given)}" if given else said


def wish(locale: str, request: ApprovalRequest) -> Block:
    """What the numbers are for."""
    said = [say(locale, "card-purpose", purpose=say(locale, f"purpose-{request.purpose}"))]
    return context(*said, *([say(locale, "card-note", note=plain(request.note))] if request.note else []))


def approved(locale: str, thing: Requested, request: ApprovalRequest) -> Reply:
    """Tell an approver that their approval was counted."""
    if request.missing:
        given = len(request.approvals)
        return says(say(locale, "approved", hold=thing.name, given=given, needed=request.needed))
    return says(say(locale, key("approved-last", thing), hold=thing.name, count=len(request.numbers)))


def approved_already(locale: str, thing: Requested, request: ApprovalRequest, by: UserId) -> Reply:
    at = next(approval.at for approval in request.approvals if approval.by == by)
    return says(say(locale, "approved-already", hold=thing.name, time=slack_time(at), missing=request.missing))


def withdrawn(locale: str, thing: Requested) -> Reply:
    """Tell the one who asked that nobody is asked any more."""
    return says(say(locale, key("withdrawn", thing), hold=thing.name))


def closed(locale: str, thing: Requested, request: ApprovalRequest) -> Reply:
    """Tell somebody who comes too late what came of a request."""
    by = mention(request.closed_by or request.asked_by)
    ended = request.closed_at or _until(thing)
    values = {"hold": thing.name, "by": by, "time": slack_time(ended)}
    match request.verdict:
        case Verdict.APPROVED:
            values |= {"by": mentions(each.by for each in request.approvals), "asker": mention(request.asked_by)}
            said = say(locale, key("request-was-approved", thing), **values)
        case Verdict.DECLINED:
            said = say(locale, "request-was-declined", **values, reason=plain(request.reason))
        case Verdict.WITHDRAWN:
            said = say(locale, "request-was-withdrawn", **values)
        case Verdict.RELEASED:
            said = say(locale, "hold-was-released", **values)
        case _:
            said = say(locale, "request-ran-out", hold=thing.name, time=slack_time(ended))
    return says(said)


def verdict(locale: str, thing: Requested, request: ApprovalRequest) -> Message:
    """Tell the one who asked what came of it."""
    values = {"numbers": numbers(locale, thing, len(request.numbers)), "hold": thing.name}
    by = mention(request.closed_by or request.asked_by)
    match request.verdict:
        case Verdict.APPROVED:
            who = mentions(approval.by for approval in request.approvals)
            said = say(locale, key("verdict-approved", thing), by=who, **values)
            return Message(text=f"{said}\n{first(locale, request.numbers, len(request.numbers))}")
        case Verdict.DECLINED:
            said = say(locale, key("verdict-declined", thing), by=by, reason=plain(request.reason), **values)
        case Verdict.RELEASED:
            said = say(locale, "verdict-released", by=by, **values)
        case _:
            said = say(locale, "verdict-ran-out", time=slack_time(_until(thing)), **values)
    return Message(text=said)


def key(of_holds: str, thing: Requested) -> str:
    """The message for a batch in place of one for a hold: what a batch releases is not acquired."""
    return of_holds if isinstance(thing, Hold) else f"{of_holds}-release"


def numbers(locale: str, thing: Requested, count: int) -> str:
    """So many numbers of a hold, which are of one kind, or of a batch."""
    return counted(locale, count, thing.wanted.kind) if isinstance(thing, Hold) else so_many(locale, count)


def _until(thing: Requested) -> datetime:
    return thing.until if isinstance(thing, Hold) else thing.since
