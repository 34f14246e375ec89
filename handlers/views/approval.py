"""What is shown of a request for approval: on the hold's card, in answers, to the one who asked."""

from collections.abc import Iterable

from slack_sdk.models.blocks import Block

from handlers.messages import plain, say, slack_time
from handlers.reply import Message, Reply, says
from handlers.views.parts import context, counted, listed, mention
from store.types import Circle, Hold, Request, UserId, Verdict, Who

_SHOWN = 10  # numbers


def approvers(locale: str, who: Who) -> str:
    """Who may approve, mentioning nobody: for what is shown more than once."""
    return say(locale, f"approvers-{who.circle}")


def mentioned(request: Request) -> str:
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


def standing(locale: str, request: Request) -> str:
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


def wish(locale: str, request: Request) -> Block:
    """What the numbers are for."""
    said = [say(locale, "card-purpose", purpose=say(locale, f"purpose-{request.purpose}"))]
    return context(*said, *([say(locale, "card-note", note=plain(request.note))] if request.note else []))


def approved(locale: str, hold: Hold, request: Request) -> Reply:
    """Tell an approver that their approval was counted."""
    if request.missing:
        given = len(request.approvals)
        return says(say(locale, "approved", hold=hold.name, given=given, needed=request.needed))
    return says(say(locale, "approved-last", hold=hold.name, count=len(request.numbers)))


def approved_already(locale: str, hold: Hold, request: Request, by: UserId) -> Reply:
    at = next(approval.at for approval in request.approvals if approval.by == by)
    return says(say(locale, "approved-already", hold=hold.name, time=slack_time(at), missing=request.missing))


def closed(locale: str, hold: Hold, request: Request) -> Reply:
    """Tell somebody who comes too late what came of a request."""
    by = mention(request.closed_by or request.asked_by)
    time = slack_time(request.closed_at or hold.until)
    match request.verdict:
        case Verdict.APPROVED:
            who = mentions(approval.by for approval in request.approvals)
            said = say(
                locale, "request-was-approved", hold=hold.name, by=who, asker=mention(request.asked_by), time=time
            )
        case Verdict.DECLINED:
            said = say(locale, "request-was-declined", hold=hold.name, by=by, time=time, reason=plain(request.reason))
        case Verdict.WITHDRAWN:
            said = say(locale, "request-was-withdrawn", hold=hold.name, by=by, time=time)
        case Verdict.RELEASED:
            said = say(locale, "hold-was-released", hold=hold.name, by=by, time=time)
        case _:
            said = say(locale, "request-ran-out", hold=hold.name, time=slack_time(hold.until))
    return says(said)


def verdict(locale: str, hold: Hold, request: Request) -> Message:
    """Tell the one who asked what came of it."""
    numbers = counted(locale, len(request.numbers), hold.wanted.kind)
    values = {"numbers": numbers, "hold": hold.name}
    by = mention(request.closed_by or request.asked_by)
    match request.verdict:
        case Verdict.APPROVED:
            who = mentions(approval.by for approval in request.approvals)
            said = say(locale, "verdict-approved", by=who, **values)
            return Message(text=f"{said}\n{listed(request.numbers[:_SHOWN])}{_more(locale, request)}")
        case Verdict.DECLINED:
            return Message(text=say(locale, "verdict-declined", by=by, reason=plain(request.reason), **values))
        case Verdict.RELEASED:
            return Message(text=say(locale, "verdict-released", by=by, **values))
        case _:
            return Message(text=say(locale, "verdict-ran-out", time=slack_time(hold.until), **values))


def _more(locale: str, request: Request) -> str:
    more = len(request.numbers) - _SHOWN
    return f"\n{say(locale, 'and-more', count=more)}" if more > 0 else ""
