"""A refusal is a value with words; it changes nothing, and a modal that was filled wrong stays open."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from handlers.desk import press, submit, type_command
from handlers.holds import acquire
from handlers.holds.rules import HoldRefusal
from handlers.holds.views.choose import NUMBERS
from handlers.kit.member import Member, Standing
from handlers.kit.refusals import Refusal, RoleRefusal
from handlers.kit.reply import Reply
from handlers.kit.words import BadField
from handlers.quota.rules import QuotaRefusal
from handlers.search import search
from handlers.search.requests import Search
from handlers.settings import settings
from handlers.settings.requests import ShowSettings
from store.holds.types import Hold
from store.types import E164, Criteria, Kind, Place
from tests.desk import ADA, BEN, CHLOE, QUOTA, TOLL, Desk, choice, click, fill, member
from tests.rules.fields import conversation, typed
from tests.store.setting import save

GERMANY = Criteria(place=Place(country="DE"), kind=Kind.TOLL)
Ask = Callable[[Desk, Hold], Reply]


@pytest.mark.parametrize(
    ("ask", "refusal"),
    [
        pytest.param(lambda at, hold: at.release(CHLOE, hold), HoldRefusal.NOT_THE_HOLDER, id="release another's hold"),
        pytest.param(lambda at, hold: at.acquire(CHLOE, hold), HoldRefusal.NOT_THE_HOLDER, id="acquire another's hold"),
        pytest.param(
            lambda at, hold: acquire.choose(at.tools, click(CHLOE), hold.id),
            HoldRefusal.NOT_THE_HOLDER,
            id="choose from another's hold",
        ),
        pytest.param(lambda at, _hold: at.reserve(BEN, QUOTA + 1), QuotaRefusal.OVER_QUOTA, id="more than the quota"),
        pytest.param(lambda at, _hold: at.reserve(BEN, 1, GERMANY), HoldRefusal.ON_REQUEST, id="a country on request"),
        pytest.param(
            lambda at, _hold: search.search(at.tools, click(BEN), Search(wanted=GERMANY)),
            HoldRefusal.ON_REQUEST,
            id="a search there",
        ),
        pytest.param(
            lambda at, _hold: settings.show(at.tools, click(BEN), ShowSettings()),
            RoleRefusal.MAY_NOT_SET,
            id="a member sees settings",
        ),
        pytest.param(
            lambda at, _hold: save(at, click(BEN), **typed("phone_system", "0")),
            RoleRefusal.MAY_NOT_SET,
            id="a member changes settings",
        ),
    ],
)
def test_what_is_not_allowed_is_refused_in_words_and_changes_nothing(desk: Desk, ask: Ask, refusal: Refusal) -> None:
    fill(desk.database, 30)
    hold = desk.hold(BEN, 2)
    before = desk.everything()
    reply = ask(desk, hold)
    assert reply.refusal == refusal
    assert reply.text
    assert desk.everything() == before


@pytest.mark.parametrize("standing", [Standing.GUEST, Standing.STRANGER, Standing.UNKNOWN])
@pytest.mark.parametrize(
    "ask",
    [
        pytest.param(lambda at, by: type_command(at.tools, click(by), "reserve 1 US"), id="type"),
        pytest.param(lambda at, by: press(at.tools, click(by), "release", {"hold": 1}, {}), id="press"),
        pytest.param(lambda at, by: submit(at.tools, click(by), "settings", "", {}), id="submit"),
    ],
)
def test_whoever_is_no_member_may_nothing(desk: Desk, ask: Callable[[Desk, Member], Reply], standing: Standing) -> None:
    fill(desk.database, 2)
    desk.hold(BEN, 1)
    before = desk.everything()
    reply = ask(desk, member("UGUEST", standing=standing))
    assert reply.refusal == f"refused-{standing}"
    assert reply.text
    assert desk.everything() == before


def test_a_search_without_a_match_says_whether_the_country_has_others(desk: Desk) -> None:
    assert search.search(desk.tools, click(BEN), Search(wanted=TOLL)).text
    fill(desk.database, 1, Place(country="US", region="Washington", city="Spokane"))
    before = desk.everything()
    assert "United States" in str(search.search(desk.tools, click(BEN), Search(wanted=TOLL)).blocks)
    assert desk.everything() == before


def test_a_channel_in_which_the_desk_cannot_post_is_refused_at_its_field(desk: Desk) -> None:
    deaf = replace(desk, tools=replace(desk.tools, can_post=lambda _workspace, _channel: False))
    before = desk.everything()
    with pytest.raises(BadField, match="settings-cannot-post") as bad:
        save(deaf, click(ADA), **conversation("notices", "C0FIVE"))
    assert bad.value.field == "notices"
    assert desk.everything() == before


@pytest.mark.parametrize(
    "picked",
    [
        pytest.param((), id="none"),
        pytest.param((E164("+4930"),), id="only numbers that the hold does not have"),
    ],
)
def test_a_choice_of_nothing_is_refused_at_its_field(desk: Desk, picked: tuple[E164, ...]) -> None:
    fill(desk.database, 2)
    hold = desk.hold(BEN, 2)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        acquire.acquire(desk.tools, click(BEN), choice(hold, *picked))
    assert bad.value.field == NUMBERS
    assert desk.everything() == before
