"""Holds to show, and what Slack would say of what is shown."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.workspace.blockkit import blocks_text_length, check_blocks, check_view
from handlers import desk
from handlers.kit.member import Click, Member, Standing
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Message, Reply
from store.approvals.types import Approval, ApprovalRequest, RequestId, Verdict
from store.holds.types import HeldNumber, Hold, HoldId, Outcome, Purpose
from store.types import E164, ChannelId, Criteria, GroupId, Kind, Place, UserId, WorkspaceId
from store.workspaces.types import Circle, Who

SIZES = (1, 10, 11, 100, 101, 1_500)
BLOCK_TEXT_MOST = 9_000
NONCE = "1234567890.1234567890.0123456789abcdef0123456789abcdef"  # as long as a trigger_id
NOW = datetime(2025, 3, 4, 14, 22, tzinfo=UTC)
SEATTLE = Place(country="US", region="Washington", city="Seattle")
HOLDER, COLLEAGUE = UserId("U0123456789"), UserId("U9876543210")
TEAMMATES = tuple(UserId(f"U55500{at:05}") for at in range(50))
TELEPHONY = GroupId("S0123456789")
EVERY_CIRCLE = (
    Who(),
    Who(circle=Circle.GROUP, group=TELEPHONY),
    Who(circle=Circle.NAMED, members=TEAMMATES),
    Who(circle=Circle.ADMINS),
)
EVERY_REFUSAL = tuple(
    refusal for kind in Refusal.__subclasses__() if kind.__module__.startswith(desk.__package__) for refusal in kind
)
WORST = "<!channel> <!here> <!everyone> <@U1> <!subteam^S1> *now* " + "<&>*" * 200  # of what somebody can type
_MENTION = re.compile(r"<(?:@|!(?!date\^))[^>]*>")


def hold(size: int, kind: Kind = Kind.TOLL, place: Place | None = SEATTLE) -> Hold:
    """A hold with the longest name there can be."""
    return Hold(
        workspace=WorkspaceId("T1"),
        id=HoldId(2**31 - 1),
        held_by=HOLDER,
        channel=ChannelId("C1"),
        wanted=Criteria(place=place, kind=kind),
        size=size,
        held_at=NOW,
        until=NOW + timedelta(minutes=10),
    )


def acquired(size: int, kept: int, note: str = "") -> Hold:
    return replace(
        hold(size),
        outcome=Outcome.ACQUIRED,
        closed_at=NOW,
        closed_by=COLLEAGUE,
        acquired=kept,
        purpose=Purpose.CALL_QUEUE,
        note=note,
    )


def released(size: int) -> Hold:
    return replace(hold(size), outcome=Outcome.RELEASED, closed_at=NOW, closed_by=COLLEAGUE)


def ran_out(size: int) -> Hold:
    return replace(hold(size), outcome=Outcome.RAN_OUT, closed_at=NOW + timedelta(minutes=10))


def held_again(size: int) -> Hold:
    return replace(ran_out(size), again=HoldId(2**31 - 2), again_by=COLLEAGUE)


def declined(size: int) -> Hold:
    """A hold whose numbers went back because a request for them was declined."""
    return replace(released(size), closed_by=TEAMMATES[0])


def request(
    size: int, *, approvals: int = 0, who: Who = EVERY_CIRCLE[0], note: str = "", verdict: Verdict | None = None
) -> ApprovalRequest:
    """A request for all numbers of such a hold that needs five approvals, of which some are there."""
    given = tuple(Approval(by=by, at=NOW) for by in TEAMMATES[:approvals])
    return ApprovalRequest(
        workspace=WorkspaceId("T1"),
        id=RequestId(2**31 - 1),
        hold=hold(size).id,
        asked_by=HOLDER,
        asked_at=NOW,
        numbers=tuple(e164s(size)),
        purpose=Purpose.CALL_QUEUE,
        note=note[:500],
        needed=5,
        approvers=who,
        approvals=given,
        verdict=verdict,
        closed_at=NOW if verdict else None,
        closed_by=TEAMMATES[0] if verdict and verdict is not Verdict.RAN_OUT else None,
        reason=WORST[:300] if verdict is Verdict.DECLINED else "",
    )


def e164s(count: int) -> list[E164]:
    """London has a thousand such numbers; what is more than that is of Belfast."""
    return [E164(f"+442079460{at:03}" if at < 1_000 else f"+44289649{5_000 + at}") for at in range(count)]


def held(count: int, place: Place = SEATTLE, outcome: Outcome | None = None) -> list[HeldNumber]:
    return [HeldNumber(e164=e164, place=place, outcome=outcome) for e164 in e164s(count)]


def refused_by_slack(shown: Message | Reply) -> list[str]:
    """What Slack would not take of a message or an answer."""
    if isinstance(shown, Reply) and shown.view:
        return check_view(shown.view)
    blocks = as_json(shown)
    faults = check_blocks(blocks, surface="message")
    if not shown.text.strip() or len(shown.text) > 4_000:
        faults.append(f"text of {len(shown.text)} characters")
    if blocks_text_length(blocks) > BLOCK_TEXT_MOST:
        faults.append(f"blocks of {blocks_text_length(blocks)} characters")
    return faults


def as_json(shown: Message | Reply) -> list[dict[str, Any]]:
    blocks: list[Any] = list(shown.blocks)
    return [block if isinstance(block, dict) else block.to_dict() for block in blocks]


def buttons(shown: Message | Reply) -> list[dict[str, Any]]:
    return [element for element in elements(as_json(shown)) if element.get("type") == "button"]


def labels(shown: Message | Reply) -> list[str]:
    return [button["text"]["text"] for button in buttons(shown)]


def click(locale: str) -> Click:
    member = Member(workspace=WorkspaceId("T1"), user=HOLDER, standing=Standing.MEMBER, locale=locale)
    return Click(member=member, channel=ChannelId("C1"), key=NONCE)


def elements(thing: Any) -> Iterator[dict[str, Any]]:
    """Every object in blocks, however deep."""
    if isinstance(thing, dict):
        yield thing
    for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        yield from elements(inner)


def words(shown: Message | Reply) -> str:
    """All that a message says."""
    return words_of(as_json(shown))


def words_of(thing: Any) -> str:
    """All that blocks or a view say."""
    return "\n".join(element["text"] for element in elements(thing) if isinstance(element.get("text"), str))


def mentioned(text: str) -> set[str]:
    """All that a text mentions: members, user groups, everybody."""
    return set(_MENTION.findall(text))
