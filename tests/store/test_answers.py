"""The same click twice is one click: within 30 minutes it gets the first one's answer, and changes nothing."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import timedelta
from threading import Barrier

import pytest

from bot.scheduler import forget
from handlers.holds import acquire, release, reserve
from handlers.holds.entries import HoldAction
from handlers.holds.requests import Reserve
from handlers.kit.member import Click, Member
from handlers.kit.reply import DONE, Reply
from handlers.kit.transaction import MemberTransaction, transact
from store import answers
from store.answers import Answer
from store.holds.types import Hold
from store.session import Db
from store.types import UserId
from tests.desk import (
    A_MOMENT,
    ADA,
    AWAY,
    BEN,
    CHLOE,
    EVE,
    HOLD_LASTS,
    HOME,
    QUOTA,
    START,
    TOLL,
    Desk,
    choice,
    click,
    fill,
)
from tests.rules.fields import typed
from tests.store.interleaving import meanwhile
from tests.store.setting import save

HALF_AN_HOUR = timedelta(minutes=30)
KEY = "the same click"
TWO = Reserve(wanted=TOLL, quantity=2)


def _end(desk: Desk, hold: Hold) -> Hold:
    desk.clock.advance(HOLD_LASTS)
    return hold


def _as_it_is(_desk: Desk, hold: Hold) -> Hold:
    return hold


@pytest.mark.parametrize(
    ("prepare", "press"),
    [
        pytest.param(_as_it_is, lambda desk, by, _hold: reserve.reserve(desk.tools, by, TWO), id="reserve"),
        pytest.param(_end, lambda desk, by, hold: reserve.hold_again(desk.tools, by, hold.id), id="hold again"),
        pytest.param(_as_it_is, lambda desk, by, hold: release.release(desk.tools, by, hold.id), id="release"),
        pytest.param(
            _as_it_is,
            lambda desk, by, hold: acquire.acquire(desk.tools, by, choice(hold, *desk.took(hold))),
            id="acquire",
        ),
        pytest.param(
            _as_it_is,
            lambda desk, by, _hold: save(desk, by, **typed("hold_minutes", "5")),
            id="settings",
        ),
    ],
)
def test_a_repeat_gets_the_first_answer_and_changes_nothing(
    desk: Desk, prepare: Callable[[Desk, Hold], Hold], press: Callable[[Desk, Click, Hold], Reply]
) -> None:
    fill(desk.database, 10)
    hold = prepare(desk, desk.hold(BEN, 2))
    first = press(desk, click(ADA, KEY), hold)
    after = desk.everything()
    assert told(press(desk, click(ADA, KEY), hold)) == told(first)
    assert desk.everything() == after


@pytest.mark.parametrize(
    ("after", "made"),
    [
        pytest.param(timedelta(0), 1, id="at once"),
        pytest.param(HALF_AN_HOUR - A_MOMENT, 1, id="just within 30 minutes"),
        pytest.param(HALF_AN_HOUR, 2, id="after 30 minutes it is another click"),
    ],
)
def test_a_click_is_the_same_for_30_minutes(desk: Desk, after: timedelta, made: int) -> None:
    fill(desk.database, 10)
    press(desk)
    desk.clock.advance(after)
    press(desk)
    assert len(desk.everything()["holds"]) == made


@pytest.mark.parametrize(
    ("by", "key"),
    [
        pytest.param(BEN, "another click", id="another click of the member's"),
        pytest.param(CHLOE, KEY, id="another member's"),
        pytest.param(replace(EVE, user=UserId(BEN.user)), KEY, id="of another workspace"),
    ],
)
def test_another_click_is_another(desk: Desk, by: Member, key: str) -> None:
    fill(desk.database, 10)
    press(desk)
    press(desk, by, key)
    assert len(desk.everything()["holds"]) == 2


def test_a_refusal_is_not_remembered(desk: Desk) -> None:
    fill(desk.database, 30)
    full = desk.hold(CHLOE, QUOTA)
    assert press(desk).refusal
    desk.release(CHLOE, full)
    assert not press(desk).refusal


def test_a_modal_that_was_sent_wrong_can_be_sent_again(desk: Desk) -> None:
    fill(desk.database, 2)
    held = desk.hold(BEN, 2)
    with pytest.raises(Exception, match="acquire-none"):
        acquire.acquire(desk.tools, click(BEN, KEY), choice(held))
    assert acquire.acquire(desk.tools, click(BEN, KEY), choice(held, *desk.took(held))) == DONE
    assert desk.in_use() == 2


def test_the_same_click_in_two_threads_makes_one_hold(desk: Desk) -> None:
    fill(desk.database, 10)
    start = Barrier(2)

    def race(_: int) -> Reply:
        start.wait()
        return press(desk)

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(race, range(2))
    assert told(first) == told(second)
    assert len(desk.everything()["holds"]) == 1


def test_a_repeat_that_waits_for_the_first_gets_its_answer(desk: Desk) -> None:
    fill(desk.database, 9)
    with meanwhile(desk.database, "INSERT INTO holds", lambda: press(desk)) as again:
        first = press(desk)
    assert (again.result(), desk.in_use()) == (first, 2)


def test_an_answer_is_remembered_whole(desk: Desk) -> None:
    whole = Reply(
        text="é",
        blocks=[{"type": "divider"}],
        view={"type": "modal", "blocks": []},
        errors={"field": "wrong"},
        refusal="no",
    )

    def work(tx: MemberTransaction) -> Reply:
        tx.record(HoldAction.RESERVED, "H-1", before={}, after={})
        return whole

    assert transact(desk.tools, click(BEN, KEY), work) == whole
    assert told(transact(desk.tools, click(BEN, KEY), work)) == told(whole)


def test_old_answers_are_dropped_and_young_ones_kept(desk: Desk) -> None:
    with desk.database.begin() as db:
        answers.keep(db, HOME, BEN.user, "old", {"text": "old"}, START)
        answers.keep(db, HOME, BEN.user, "young", {"text": "young"}, START + A_MOMENT)
        answers.forget_old(db, START + HALF_AN_HOUR)
    assert [row[2] for row in desk.everything()["answers"]] == ["young"]


def test_however_many_are_old_they_are_dropped_in_small_steps(desk: Desk) -> None:
    steps: list[int] = []
    with desk.database.begin() as db:
        for number in range(1_201):
            answers.keep(db, HOME, BEN.user, str(number), {}, START)

    @contextmanager
    def begin() -> Iterator[Db]:
        before = len(desk.everything()["answers"])
        with desk.database.begin() as db:
            yield db
        steps.append(before - len(desk.everything()["answers"]))

    desk.clock.advance(HALF_AN_HOUR)
    forget(replace(desk.tools, begin=begin))
    assert steps == [500, 500, 201]


def test_an_answer_is_not_found_from_another_workspace(desk: Desk) -> None:
    with desk.database.begin() as db:
        answers.keep(db, HOME, BEN.user, KEY, {"text": "yes"}, START)
        assert answers.lock_and_find(db, AWAY, BEN.user, KEY)[1] is None
        assert answers.lock_and_find(db, HOME, BEN.user, KEY)[1] == Answer(at=START, reply={"text": "yes"})


def told(reply: Reply) -> str:
    """What Slack is sent."""
    return json.dumps(asdict(reply))


def press(desk: Desk, by: Member = BEN, key: str = KEY) -> Reply:
    return reserve.reserve(desk.tools, click(by, key), TWO)
