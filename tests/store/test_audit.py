"""The record: each change writes who, what, when, before and after in its own transaction; nothing is taken from it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from handlers.holds import expiry, release
from handlers.holds.entries import HoldAction
from handlers.kit.reply import Reply
from handlers.kit.transaction import MemberTransaction, transact
from store import audit, holds
from store.audit.types import Deed
from store.holds.types import Hold
from store.types import ChannelId, UserId
from store.workspaces.types import Tip
from tests.desk import (
    A_MOMENT,
    ADA,
    AUDIT_KEY,
    AWAY,
    BEN,
    CHANNEL,
    CHLOE,
    HOLD_LASTS,
    HOME,
    SIXTY_LICENCES,
    START,
    Desk,
    click,
    fill,
)
from tests.rules.fields import selected, typed
from tests.store.setting import save

DEED = Deed(workspace=HOME, at=START, who=BEN.user, action=HoldAction.RESERVED, subject="H-1")


@pytest.mark.parametrize(
    "deed",
    [
        pytest.param(DEED, id="a member's"),
        pytest.param(replace(DEED, who=None), id="the clock's"),
        pytest.param(replace(DEED, channel=ChannelId("C9")), id="in a channel"),
        pytest.param(replace(DEED, before={"a": [1, "é"]}, after={"b": None}), id="with before and after"),
    ],
)
def test_a_deed_is_found_as_it_was_recorded(desk: Desk, deed: Deed) -> None:
    [recorded] = desk.record(deed)
    with desk.database.reading() as db:
        entry = audit.find(db, HOME, recorded)
    assert entry
    assert entry.deed == deed


def test_an_entry_is_not_found_from_another_workspace(desk: Desk) -> None:
    [recorded] = desk.record(DEED)
    with desk.database.reading() as db:
        assert audit.find(db, AWAY, recorded) is None
        assert audit.of(db, AWAY, DEED.subject) == []


def test_entries_of_a_subject_come_oldest_first(desk: Desk) -> None:
    deeds = [replace(DEED, who=UserId(f"U{number}")) for number in range(5)]
    desk.record(*deeds[:3], replace(DEED, subject="H-2"), *deeds[3:])
    assert [entry.deed for entry in desk.entries("H-1")] == deeds


def test_recording_no_deeds_records_none(desk: Desk) -> None:
    before = desk.everything()
    with desk.database.begin() as db:
        audit.Addition(key=AUDIT_KEY, tip=Tip()).write(db)
    assert desk.everything() == before


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an entry is to say."""

    who: UserId | None
    action: str
    before: dict[str, Any]
    after: dict[str, Any]


MADE = [f"+1206{number:07}" for number in range(2)]  # the first that `fill` makes
RESERVED = Told(
    who=BEN.user,
    action=HoldAction.RESERVED,
    before={},
    after={"numbers": MADE, "until": (START + HOLD_LASTS).isoformat()},
)


def _acquire(desk: Desk, held: Hold) -> None:
    desk.acquire(ADA, held, desk.took(held)[0])


def _hold_again(desk: Desk, held: Hold) -> None:
    desk.clock.advance(HOLD_LASTS)
    desk.again(CHLOE, held)


def _run_out(desk: Desk, _held: Hold) -> None:
    desk.clock.advance(HOLD_LASTS)
    expiry.announce_ended(desk.tools)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(lambda _desk, _held: None, [], id="reserving"),
        pytest.param(
            _acquire,
            [
                Told(
                    who=ADA.user,
                    action=HoldAction.ACQUIRED,
                    before={"size": 2},
                    after={"numbers": MADE[:1], "purpose": "call_queue", "note": "for the bakery"},
                )
            ],
            id="acquiring",
        ),
        pytest.param(
            lambda desk, held: desk.release(BEN, held),
            [Told(who=BEN.user, action=HoldAction.RELEASED, before={"size": 2}, after={})],
            id="releasing",
        ),
        pytest.param(
            _hold_again,
            [Told(who=CHLOE.user, action=HoldAction.HELD_AGAIN, before={}, after={"again": "H-2"})],
            id="holding again",
        ),
        pytest.param(
            _run_out, [Told(who=None, action=HoldAction.RAN_OUT, before={"size": 2}, after={})], id="running out"
        ),
    ],
)
def test_each_change_of_a_hold_is_on_the_record(
    desk: Desk, change: Callable[[Desk, Hold], None], told: list[Told]
) -> None:
    assert fill(desk.database, 2) == MADE
    change(desk, desk.hold(BEN, 2))
    deeds = [entry.deed for entry in desk.entries("H-1")]
    assert [(deed.workspace, deed.channel) for deed in deeds] == [(HOME, CHANNEL)] * len(deeds)
    assert [
        Told(who=deed.who, action=deed.action, before=dict(deed.before), after=dict(deed.after)) for deed in deeds
    ] == [RESERVED, *told]


def test_changed_settings_are_on_the_record_with_what_they_were(desk: Desk) -> None:
    save(desk, click(ADA), **typed("phone_system", "50"), **typed("balance", "12.50"), **selected("language", "fr"))
    [entry] = desk.entries("settings")
    assert entry.deed.who == ADA.user
    assert entry.deed.before == {"phone_system": SIXTY_LICENCES.phone_system, "credits_balance": None, "locale": "en"}
    assert entry.deed.after == {"phone_system": 50, "credits_balance": "12.50", "locale": "fr"}


def test_a_deed_is_dated_by_the_desks_clock(desk: Desk) -> None:
    fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    desk.clock.advance(A_MOMENT)
    desk.release(BEN, held)
    assert [entry.deed.at for entry in desk.entries(held.name)] == [START, START + A_MOMENT]


def test_what_ran_out_is_dated_by_its_end_however_late_it_is_announced(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    desk.clock.advance(HOLD_LASTS * 7)
    expiry.announce_ended(desk.tools)
    assert desk.entries(held.name)[-1].deed.at == held.until


def test_what_fails_leaves_nothing_behind(desk: Desk) -> None:
    fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    before = desk.everything()

    def work(tx: MemberTransaction) -> Reply:
        tx.record(HoldAction.RELEASED, held.name, before={}, after={})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        transact(desk.tools, click(BEN), work)
    assert desk.everything() == before


def test_what_fails_at_its_end_leaves_neither_change_nor_entry_nor_debt(desk: Desk) -> None:
    """What is owed is written last: where that fails, the numbers are back too."""
    fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    before = desk.everything()
    without_debts = replace(desk.tools, real_now=lambda: None)  # type: ignore[arg-type,return-value] # to be refused
    with pytest.raises(Exception, match="due_at"):
        replace(desk, tools=without_debts).release(BEN, held)
    assert desk.everything() == before


def test_the_record_is_only_added_to(desk: Desk) -> None:
    fill(desk.database, 4)
    recorded: list[tuple[Any, ...]] = []
    held = desk.hold(BEN, 2)
    for change in (_acquire, _run_out, _hold_again):
        change(desk, held)
        entries = sorted(desk.everything()["entries"])
        assert entries[: len(recorded)] == recorded
        recorded = entries
        held = desk.hold(BEN, 1)


def test_a_change_is_recorded_with_the_members_name_and_where_it_was_asked(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    pressed = replace(click(BEN), channel=ChannelId("C7"), message="1772442600.000100")
    release.release(desk.tools, pressed, held.id)
    deed = desk.entries(held.name)[-1].deed
    assert (deed.name, deed.channel, deed.message) == (BEN.name, "C7", "1772442600.000100")


def test_a_change_in_the_home_tab_was_asked_in_no_channel(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    release.release(desk.tools, replace(click(BEN), channel=ChannelId("")), held.id)
    deed = desk.entries(held.name)[-1].deed
    assert (deed.name, deed.channel, deed.message) == (BEN.name, None, None)


def test_what_runs_out_is_recorded_with_where_its_card_is(desk: Desk) -> None:
    fill(desk.database, 1)
    held = desk.hold(BEN, 1)
    with desk.database.begin() as db:
        holds.card_posted(db, held, channel=ChannelId("C7"), ts="1772442600.000100")
    _run_out(desk, held)
    deed = desk.entries(held.name)[-1].deed
    assert (deed.name, deed.channel, deed.message) == ("", "C7", "1772442600.000100")
