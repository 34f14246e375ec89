"""What must be true of the database, the record and the channels together once all is quiet."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from sqlalchemy import func, select

from bot.local import SAMPLE
from handlers import rules
from handlers.views import card, lines
from store import outbox
from store.tables import HoldRow
from store.types import Action, Hold, Outcome, Workspace
from tests.flow.desk import Desk, eventually
from tests.flow.facts import NEVER, Facts, facts
from tests.flow.slack import Message, Shown

_TOLD = (Action.ACQUIRED, Action.RELEASED, Action.HELD_AGAIN)  # each in a line under the card


def check(desk: Desk, settings: Workspace = SAMPLE, *, within: float = 20.0) -> Facts:
    """Wait until all is quiet and see that every promise was kept. What was seen is handed back."""
    eventually(lambda: _is_quiet(desk), within=within)
    seen = facts(desk, settings)
    told = [f"{promise.__name__}: {told}" for promise in _PROMISES for told in promise(seen)]
    assert not told, "\n".join(told)
    return seen


def a_number_has_one_holder_at_a_time(seen: Facts) -> Iterator[str]:
    for e164, spells in seen.spells_of.items():
        for earlier, later in pairwise(spells):
            if later.hold.held_at < earlier.until:
                yield f"{later.hold.name} took {e164} while {earlier.hold.name} had it"


def the_quota_is_never_exceeded(seen: Facts) -> Iterator[str]:
    quota = rules.quota(seen.settings.licences)
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
        expected: list[tuple[Action, str | None]] = [(Action.RESERVED, hold.held_by)]
        if hold.outcome:
            expected.append((Action(hold.outcome), hold.closed_by))
        if hold.again:
            expected.append((Action.HELD_AGAIN, hold.again_by))
        done = [(deed.action, deed.who) for deed in deeds]
        if done != expected or deeds[0].after["numbers"] != sorted(seen.took[hold.id]):
            yield f"{hold}: {deeds}"
    yield from seen.deeds.keys() - {hold.name for hold in seen.holds} - {"settings"}


def each_hold_has_one_card_that_shows_it_as_it_is(seen: Facts) -> Iterator[str]:
    for hold in seen.holds:
        cards = seen.cards(hold)
        if [(found.channel, found.ts) for found in cards] != [(hold.channel, hold.card_ts)]:
            yield f"{hold.name} has {len(cards)} cards"
        for found in cards:
            if _looks(found) != (expected := _looks(_as_it_is(seen, hold))):
                yield f"the card of {hold.name} shows {_looks(found)}, not {expected}"


def each_deed_is_told_once_under_the_card_and_nothing_else_but_a_warning(seen: Facts) -> Iterator[str]:
    locale = seen.settings.locale
    for hold in seen.holds:
        said = Counter(message.text for message in seen.under(hold))
        said -= Counter([lines.warning(locale, hold).text])
        owed = Counter(lines.line(locale, hold, deed).text for deed in seen.deeds[hold.name] if deed.action in _TOLD)
        if said != owed:
            yield f"under {hold.name} is said {said}, not {owed}"


def each_hold_that_ran_out_is_named_or_counted_in_one_notice(seen: Facts) -> Iterator[str]:
    named = Counter(name for notice in seen.notices for name in re.findall(r"\bH-\d+", notice.text))
    counted = sum(int(more) for notice in seen.notices for more in re.findall(r"and (\d+) more$", notice.text))
    ended = Counter(hold.name for hold in seen.holds if hold.outcome is Outcome.RAN_OUT)
    if named - ended or (ended - named).total() != counted:
        yield f"too much is told of {named - ended}; of {ended - named} {counted} are counted"


def nothing_is_said_twice(seen: Facts) -> Iterator[str]:
    said = Counter((message.channel, message.body.get("thread_ts"), message.text) for message in seen.messages)
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


def _as_it_is(seen: Facts, hold: Hold) -> Shown:
    kept = Outcome.ACQUIRED if hold.outcome is Outcome.ACQUIRED else None
    first = sorted(e164 for e164, outcome in seen.took[hold.id].items() if kept in (None, outcome))[: card.SHOWN]
    sight = card.Sight(hold=hold, numbers=first, left=0, quota=0, now=seen.now)
    drawn = card.card(seen.settings.locale, sight)
    return Shown(body={"text": drawn.text, "blocks": [block.to_dict() for block in drawn.blocks]})


def _looks(shown: Shown | Message) -> tuple[str, list[str], list[str]]:
    """What tells one state of a card from another. How much of the quota is left is as it was when it was drawn."""
    return shown.body["text"], shown.numbers, [shown.button(label)["value"] for label in shown.buttons]
