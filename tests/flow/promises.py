"""What must be true of the database, the record and the channels together once all is quiet."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sqlalchemy import func, select

from bot.local import SAMPLE
from handlers.approvals import rules as approval_rules
from handlers.approvals.entries import ApprovalAction
from handlers.approvals.views import lines as approval_lines
from handlers.holds.entries import HoldAction
from handlers.holds.subject import APPROVAL
from handlers.holds.views import card, lines
from handlers.kit.blocks import FIRST
from handlers.kit.on_card import mark
from handlers.quota import Left
from handlers.quota import rules as quota_rules
from store import outbox
from store.approvals.types import ApprovalRequest, Verdict
from store.audit.types import Deed
from store.holds.table import HoldRow
from store.holds.types import Hold, Outcome
from store.workspaces.types import Workspace
from tests.flow.desk import Desk, eventually
from tests.flow.facts import NEVER, Facts, facts
from tests.flow.slack import Message, Shown

_COUNTED_APART = (ApprovalAction.APPROVED, ApprovalAction.TAKEN_BACK, ApprovalAction.LAPSED)
_UNTOLD = (HoldAction.RESERVED, HoldAction.RAN_OUT)  # in no line under the card


def check(desk: Desk, settings: Workspace = SAMPLE) -> Facts:
    """Wait until all is quiet and see that every promise was kept. What was seen is handed back."""
    wait_until_quiet(desk)
    seen = facts(desk, settings)
    told = [f"{promise.__name__}: {told}" for promise in _PROMISES for told in promise(seen)]
    assert not told, "\n".join(told)
    return seen


def wait_until_quiet(desk: Desk) -> None:
    """Until every end is announced, and all that can be sent is sent."""
    eventually(lambda: _is_quiet(desk))


def a_number_has_one_holder_at_a_time(seen: Facts) -> Iterator[str]:
    for e164, spells in seen.spells_of.items():
        for earlier, later in pairwise(spells):
            if later.hold.held_at < earlier.until:
                yield f"{later.hold.name} took {e164} while {earlier.hold.name} had it"


def the_quota_is_never_exceeded(seen: Facts) -> Iterator[str]:
    quota = quota_rules.quota(seen.settings.licences)
    for hold in seen.holds:
        used = sum(spell.covers(hold.held_at) for spell in seen.spells)
        if used > quota:
            yield f"with {hold.name} {used} of {quota} were in use"


def a_number_is_where_its_last_hold_left_it(seen: Facts) -> Iterator[str]:
    yield from (f"{e164} knows no hold, or no hold it" for e164 in seen.numbers.keys() ^ seen.spells_of.keys())
    for e164, row in seen.numbers.items():
        last = seen.spells_of[e164][-1]
        if (row.hold, row.available_at or NEVER) != (last.hold.id, last.until):
            yield f"{e164} is in H-{row.hold} until {row.available_at}; it was last in {last}"


def a_hold_remembers_what_came_of_each_number(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        expected = Counter({hold.outcome: hold.size})
        if hold.outcome is Outcome.ACQUIRED:
            expected = Counter({hold.outcome: hold.acquired, Outcome.RELEASED: hold.size - hold.acquired})
        if Counter(seen.took[hold.id].values()) != +expected:
            yield f"{hold} took {seen.took[hold.id]}"


def a_hold_that_nobody_decided_ended_by_the_clock(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        if hold.outcome is Outcome.RAN_OUT and (hold.closed_at, hold.closed_by) != (hold.until, None):
            yield f"{hold} ended otherwise"


def each_change_is_on_the_record(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        deeds = seen.deeds[hold.name]
        requests = seen.requests.get(hold.id, [])
        expected = Counter({HoldAction.RESERVED: 1, ApprovalAction.ASKED: len(requests), **_ending(hold, requests)})
        expected[HoldAction.HELD_AGAIN] += hold.again is not None
        expected[ApprovalAction.WITHDRAWN] += sum(request.verdict is Verdict.WITHDRAWN for request in requests)
        done = Counter(deed.action for deed in deeds if deed.action not in _COUNTED_APART)
        if done != +expected or deeds[0].after["numbers"] != sorted(seen.took[hold.id]):
            yield f"{hold}: {deeds}"
        given = Counter(deed.action for deed in deeds if deed.action in _COUNTED_APART)
        if given[ApprovalAction.APPROVED] - given[ApprovalAction.TAKEN_BACK] != sum(
            len(request.approvals) for request in requests
        ):
            yield f"{hold.name} has other approvals than the record: {requests}"
    yield from seen.deeds.keys() - {hold.name for hold in seen.holds} - {"settings"}


def the_record_is_as_it_was_written(seen: Facts) -> Iterator[str]:
    if seen.record.flaw or seen.record.sound != sum(map(len, seen.deeds.values())):
        yield str(seen.record)


def whoever_did_something_is_named(seen: Facts) -> Iterator[str]:
    for deed in (deed for deeds in seen.deeds.values() for deed in deeds):
        if (deed.who is None) != (deed.action == HoldAction.RAN_OUT) or bool(deed.who) != bool(deed.name):
            yield str(deed)


def nothing_is_acquired_without_the_approvals_that_it_needs(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        requests = seen.requests.get(hold.id, [])
        approved = [request for request in requests if request.verdict is Verdict.APPROVED]
        needed = approval_rules.needed(seen.settings.policy, hold.wanted.kind, hold.acquired)
        if len(approved) != (hold.outcome is Outcome.ACQUIRED and needed > 0):
            yield f"{hold} was acquired with {requests}"
        for request in requests:
            if any(approval.by == request.asked_by for approval in request.approvals):
                yield f"{request} was approved by who asked"
        for request in approved:
            kept = {e164 for e164, outcome in seen.took[hold.id].items() if outcome is Outcome.ACQUIRED}
            if len(request.approvals) != needed or kept != set(request.numbers) or hold.closed_by != request.asked_by:
                yield f"{hold} was acquired with {request}"


def a_request_ends_with_its_hold(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        waiting = [request for request in seen.requests.get(hold.id, []) if request.verdict is None]
        if waiting and hold.outcome:
            yield f"{hold} ended, and {waiting} did not"


def each_hold_has_one_card_that_shows_it_as_it_is(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        cards = seen.cards(hold)
        if not cards and hold.name in seen.unshown:
            continue
        if [(found.channel, found.ts) for found in cards] != [(hold.channel, hold.card_ts)]:
            yield f"{hold.name} has {len(cards)} cards"
        for found in cards:
            if _looks(found) != (expected := _looks(_as_it_is(seen, hold))):
                yield f"the card of {hold.name} shows {_looks(found)}, not {expected}"


def each_deed_is_told_once_under_the_card_and_nothing_else_but_a_warning(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        if hold.name in seen.unshown:
            continue
        ends = f"{hold.name} ends at"
        said = Counter(message.text for message in seen.under(hold) if ends not in message.text)
        owed = Counter(_told(seen, hold, deed) for deed in seen.deeds[hold.name] if deed.action not in _UNTOLD)
        if sum(ends in message.text for message in seen.under(hold)) > 1:
            yield f"{hold.name} was warned of twice"
        if said != owed:
            yield f"under {hold.name} is said {said}, not {owed}"


def each_hold_that_ran_out_is_named_or_counted_in_one_notice(seen: Facts) -> Iterator[str]:
    named = Counter(name for notice in seen.notices for name in re.findall(r"\bH-\d+", notice.text))
    counted = sum(int(more) for notice in seen.notices for more in re.findall(r"and (\d+) more$", notice.text))
    ended = Counter(
        hold.name for hold in seen.holds if hold.outcome is Outcome.RAN_OUT and hold.name not in seen.unshown
    )
    if named - ended or (ended - named).total() != counted:
        yield f"too much is told of {named - ended}; of {ended - named} {counted} are counted"


def nothing_is_said_twice(seen: Facts) -> Iterator[str]:
    # What stands in threads is counted beside what was done; that may be done again.
    alone = [message for message in seen.messages if message.is_broadcast or not message.is_reply]
    said = Counter((message.channel, message.text) for message in alone)
    yield from (f"{words} is said {times} times" for words, times in said.items() if times > 1)
    paid = Counter(message.body["metadata"]["event_payload"]["debt"] for message in seen.messages)
    yield from (f"debt {debt} is paid with {times} messages" for debt, times in paid.items() if times > 1)


def nothing_is_owed_any_more(seen: Facts) -> Iterator[str]:
    if seen.backlog.count or seen.backlog.parked:
        yield str(seen.backlog)


_PROMISES: tuple[Callable[[Facts], Iterator[str]], ...] = (
    a_number_has_one_holder_at_a_time,
    the_quota_is_never_exceeded,
    a_number_is_where_its_last_hold_left_it,
    a_hold_remembers_what_came_of_each_number,
    a_hold_that_nobody_decided_ended_by_the_clock,
    each_change_is_on_the_record,
    the_record_is_as_it_was_written,
    whoever_did_something_is_named,
    nothing_is_acquired_without_the_approvals_that_it_needs,
    a_request_ends_with_its_hold,
    each_hold_has_one_card_that_shows_it_as_it_is,
    each_deed_is_told_once_under_the_card_and_nothing_else_but_a_warning,
    each_hold_that_ran_out_is_named_or_counted_in_one_notice,
    nothing_is_said_twice,
    nothing_is_owed_any_more,
)


def _is_quiet(desk: Desk) -> bool:
    """Whether every end is announced and all that can be sent is sent."""
    now = desk.now()
    with desk.database.reading() as db:
        unannounced = db.scalar(select(func.count()).where(HoldRow.outcome.is_(None), HoldRow.until <= now))
        return not unannounced and not outbox.backlog(db, now).count


def _ending(hold: Hold, requests: Sequence[ApprovalRequest]) -> dict[str, int]:
    """The entry that tells of a hold's end."""
    if hold.outcome is None:
        return {}
    declined = any(request.verdict is Verdict.DECLINED for request in requests)
    return {ApprovalAction.DECLINED if declined else HoldAction(hold.outcome): 1}


def _told(seen: Facts, hold: Hold, deed: Deed) -> str:
    """The line under the card that tells of an entry."""
    locale = seen.settings.locale
    if deed.action != ApprovalAction.ASKED:
        told = lines.line(locale, hold, deed) or approval_lines.line(locale, APPROVAL, hold, deed)
        return told.text if told else f"nothing is told of {deed.action}"
    (request,) = (each for each in seen.requests[hold.id] if each.id == deed.after["request"])
    return approval_lines.asked(locale, APPROVAL, hold, request).text


def _as_it_is(seen: Facts, hold: Hold) -> Shown:
    request = next(iter(seen.requests.get(hold.id, [])[-1:]), None)
    kept = Outcome.ACQUIRED if hold.outcome is Outcome.ACQUIRED else None
    first = sorted(e164 for e164, outcome in seen.took[hold.id].items() if kept in (None, outcome))[:FIRST]
    if request and request.verdict is None and hold.is_live(seen.now):
        first = list(request.numbers[:FIRST])
    sight = card.HoldCard(hold=hold, numbers=first, room=Left(left=0, quota=0), now=seen.now, request=request)
    drawn = card.card(seen.settings.locale, sight)
    mark(drawn.blocks)
    return Shown(body={"text": drawn.text, "blocks": [block.to_dict() for block in drawn.blocks]})


def _looks(shown: Shown | Message) -> tuple[str, list[str], list[str]]:
    """What tells one state of a card from another. How much of the quota is left is as it was when it was drawn."""
    return shown.body["text"], shown.numbers, [shown.button(label)["value"] for label in shown.buttons]
