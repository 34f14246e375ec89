"""Ranges of a hold that somebody writes are shown as they were read, before anything is done with them."""

import json
from dataclasses import replace

from handlers.holds import payloads
from handlers.holds.acquire import Acquire, acquire
from handlers.holds.selection import Selection
from handlers.holds.views.choose import FIND, ONLY
from handlers.kit.fields import unpacked
from handlers.kit.reply import DONE, Reply
from store.holds.types import Hold, HoldId, Purpose
from store.types import E164
from store.workspaces.types import Licences
from tests.desk import BEN, Desk, click, fill


def held_by_ben(desk: Desk) -> tuple[list[E164], Hold]:
    """More numbers than stand in the modal one by one."""
    desk.set(licences=Licences(phone_system=5_000))
    return sorted(fill(desk.database, 101)), desk.hold(BEN, 101)


def written(hold: HoldId, ranges: str) -> Acquire:
    choice = Selection(field=FIND, which=ONLY, ranges=ranges)
    return Acquire(hold=hold, choice=choice, purpose=Purpose.NOT_YET, note="")


def again(shown: Reply, ask: Acquire) -> Acquire:
    """The same modal as it was shown, sent once more."""
    assert shown.view
    carried = unpacked(shown.view["private_metadata"])
    return replace(ask, seen=payloads.acquire(carried, {"numbers": {}}).seen)


def test_ranges_are_shown_and_what_was_shown_is_acquired_when_it_is_sent_once_more(desk: Desk) -> None:
    held, hold = held_by_ben(desk)
    ask = written(hold.id, f"{held[0]}-{held[9][-4:]}")
    shown = acquire(desk.tools, click(BEN), ask)
    assert "is read as 10 numbers" in json.dumps(shown.view, ensure_ascii=False)
    assert "10 numbers of 101 are acquired." in json.dumps(shown.view)
    other = acquire(desk.tools, click(BEN), again(shown, written(hold.id, f"{held[0]}-{held[19][-4:]}")))
    assert "20 numbers of 101" in json.dumps(other.view)
    assert desk.in_use() == 101  # all are still held
    assert acquire(desk.tools, click(BEN), again(shown, ask)) == DONE
    assert desk.in_use() == 10


def test_a_number_that_is_written_whole_needs_no_second_look(desk: Desk) -> None:
    held, hold = held_by_ben(desk)
    assert acquire(desk.tools, click(BEN), written(hold.id, held[0])) == DONE
