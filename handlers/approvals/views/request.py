"""What is shown of a request for approval: on the card of what it is for, in answers, to the one who asked."""

from collections.abc import Iterable
from typing import Any

from handlers.kit.approvable import Approvable, Requested
from handlers.kit.blocks import first, mention
from handlers.kit.messages import plain, say, slack_time
from handlers.kit.reply import Message, Reply, says
from store.approvals.types import ApprovalRequest, Verdict
from store.types import UserId
from store.workspaces.types import Circle, Who

_APPROVERS = {
    Circle.ANYONE: "approvers-anyone",
    Circle.GROUP: "approvers-group",
    Circle.NAMED: "approvers-named",
    Circle.ADMINS: "approvers-admins",
}


def approvers(locale: str, who: Who) -> str:
    """Who may approve, mentioning nobody: for what is shown more than once."""
    return say(locale, _APPROVERS[who.circle])


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
    """Mentions of these members, in a line."""
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
    more = [say(locale, "card-approved-by", by=given)] if given else []
    more += [say(locale, "card-lacking")] if request.lacking else []
    return "\n".join([said, *more])


def approved(locale: str, of: Approvable[Any], thing: Requested, request: ApprovalRequest) -> Reply:
    """Tell an approver that their approval was counted."""
    if request.missing:
        given = len(request.approvals)
        return says(say(locale, "approved", hold=thing.name, given=given, needed=request.needed))
    values = {**of.values(locale, thing), "hold": thing.name, "count": len(request.numbers)}
    return says(say(locale, of.words.approved_last, **values))


def approved_already(locale: str, thing: Requested, request: ApprovalRequest, by: UserId) -> Reply:
    """Tell an approver that their approval was counted before, and when."""
    at = next(approval.at for approval in request.approvals if approval.by == by)
    return says(say(locale, "approved-already", hold=thing.name, time=slack_time(at), missing=request.missing))


def withdrawn(locale: str, of: Approvable[Any], thing: Requested) -> Reply:
    """Tell the one who asked that nobody is asked any more."""
    return says(say(locale, of.words.withdrawn, hold=thing.name))


def closed(locale: str, of: Approvable[Any], thing: Requested, request: ApprovalRequest) -> Reply:
    """Tell somebody who comes too late what came of a request."""
    by = mention(request.closed_by or request.asked_by)
    ended = request.closed_at or of.ends(thing)
    values = {**of.values(locale, thing), "hold": thing.name, "by": by, "time": slack_time(ended)}
    match request.verdict:
        case Verdict.APPROVED:
            values |= {"by": mentions(each.by for each in request.approvals), "asker": mention(request.asked_by)}
            said = say(locale, of.words.was_approved, **values)
        case Verdict.DECLINED:
            said = say(locale, "request-was-declined", **values, reason=plain(request.reason))
        case Verdict.WITHDRAWN:
            said = say(locale, "request-was-withdrawn", **values)
        case Verdict.RELEASED:
            said = say(locale, "hold-was-released", **values)
        case _:
            said = say(locale, of.words.request_ran_out, hold=thing.name, time=slack_time(ended))
    return says(said)


def verdict(locale: str, of: Approvable[Any], thing: Requested, request: ApprovalRequest) -> Message:
    """Tell the one who asked what came of it."""
    numbers = of.numbers(locale, thing, len(request.numbers))
    by = mention(request.closed_by or request.asked_by)
    values = {**of.values(locale, thing), "numbers": numbers, "hold": thing.name, "time": slack_time(of.ends(thing))}
    match request.verdict:
        case Verdict.APPROVED:
            who = mentions(approval.by for approval in request.approvals)
            said = say(locale, of.words.verdict_approved, by=who, **values)
            return Message(text=f"{said}\n{first(locale, request.numbers, len(request.numbers))}")
        case Verdict.DECLINED:
            said = say(locale, of.words.verdict_declined, by=by, reason=plain(request.reason), **values)
        case Verdict.RELEASED:
            said = say(locale, "verdict-released", by=by, **values)
        case _:
            said = say(locale, of.words.verdict_ran_out, **values)
    return Message(text=said)
