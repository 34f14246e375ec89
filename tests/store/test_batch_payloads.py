"""What Slack sends of batches, whatever made it: what the modal says is read or refused, and nothing else changes."""

from typing import Any

import pytest

from handlers.batches import BATCHES
from handlers.batches.owing import BatchOutbox
from handlers.batches.views import modals
from handlers.inventory.views import assign as assigning
from handlers.kit.member import Member
from handlers.kit.reply import Reply
from handlers.kit.words import BadField, BadInput
from store.batches.types import Form, Verb
from tests.desk import BEN, Desk, click
from tests.rules.fields import selected, typed
from tests.store.batching import ASSIGN, confirm, draft, found, fresh, is_done, next_owed, ours, released
from tests.store.owing import claim
from tests.store.serving import QUEUE
from tests.table import table


def send(desk: Desk, fields: dict[str, Any], by: Member = BEN, **carried: Any) -> Reply:
    return BATCHES.submissions[modals.FORM](desk.tools, click(by), carried, fields)


def fields(typed_list: Any = "", **said: Any) -> dict[str, Any]:
    return {**typed(modals.LIST, typed_list), **said}


def service(kind: Any, name: Any) -> dict[str, Any]:
    selected_name = {modals.NAME: {assigning.FIND_NAME: {"selected_option": {"value": name}}}}
    return selected(modals.KIND, kind) | selected_name


def test_the_modal_is_read_as_it_was_sent(desk: Desk) -> None:
    (number,) = ours(desk, 1)
    given = {modals.FILE: {modals.FILE: {"files": [{"id": "F0123"}]}}}
    send(desk, {**fields(number), **service("queue", " Front  desk "), **given}, verb="assign")
    batch = found(desk, 1)
    assert (batch.verb, batch.form) == (Verb.ASSIGN, Form(typed=number, kind=QUEUE, name="Front desk"))
    assert next_owed(desk, BatchOutbox.FETCH).owing.detail["file"] == "F0123"


@pytest.mark.parametrize(
    ("sent", "field", "key"),
    [
        pytest.param(service("queue", ""), modals.NAME, "batch-half-a-service", id="a kind without a name"),
        pytest.param(service("", "Sales"), modals.KIND, "batch-half-a-service", id="a name without a kind"),
        pytest.param(service("fax", "Sales"), modals.KIND, "settings-not-a-choice", id="a kind that there is not"),
        pytest.param(typed(modals.LIST, "1" * 3_001), modals.LIST, "port-too-long", id="a list that is too long"),
    ],
)
def test_what_cannot_be_used_is_said_at_its_field(desk: Desk, sent: dict[str, Any], field: str, key: str) -> None:
    (number,) = ours(desk, 1)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        send(desk, {**fields(number), **sent}, verb="assign")
    assert (bad.value.field, bad.value.key) == (field, key)
    assert desk.everything() == before


@pytest.mark.parametrize(
    "carried",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"verb": "sell"}, id="a verb that there is not"),
        pytest.param({"verb": ["release"]}, id="no word"),
        pytest.param({"verb": "release", "batch": "1"}, id="a batch in words"),
        pytest.param({"verb": "release", "batch": True}, id="no number"),
        pytest.param({"verb": "release", "batch": -1}, id="less than the first"),
        pytest.param({"verb": "release", "batch": 2**40}, id="more than there can be"),
        pytest.param({"verb": "release", "batch": 99}, id="a batch that there is not"),
    ],
)
def test_what_nobody_of_us_made_is_refused(desk: Desk, carried: dict[str, Any]) -> None:
    (number,) = ours(desk, 1)
    before = desk.everything()
    with pytest.raises(BadInput):
        send(desk, fields(number), **carried)
    assert desk.everything() == before


@pytest.fixture
def one_released(desk: Desk) -> None:
    """There is a batch, which released a number."""
    released(desk, ours(desk, 1))


@pytest.mark.usefixtures("one_released")
@table("action", [*BATCHES.actions, modals.CONFIRM])
@table("value", [{}, {"batch": None}, {"batch": 0}, {"batch": "x"}, {"batch": 7}])
def test_buttons_of_batches_that_there_are_not_are_refused(desk: Desk, action: str, value: dict[str, Any]) -> None:
    before = desk.everything()
    with pytest.raises(BadInput):
        {**BATCHES.actions, **BATCHES.submissions}[action](desk.tools, click(BEN), value, {})
    assert desk.everything() == before


def test_another_verb_than_the_drafts_own_changes_nothing_of_what_is_done(desk: Desk) -> None:
    (number,) = ours(desk, 1)
    batch = draft(desk, ASSIGN, [number])
    send(desk, fields(number), verb="release", batch=batch.id)
    assert fresh(desk, batch).verb is Verb.ASSIGN
    confirm(desk, batch)
    assert not is_done(desk, Verb.RELEASE, number)


@pytest.mark.parametrize("files", [None, [], [{}], [{"id": "../etc"}], "F1", [None]])
def test_a_file_that_is_none_is_not_fetched(desk: Desk, files: Any) -> None:
    (number,) = ours(desk, 1)
    send(desk, {**fields(number), modals.FILE: {modals.FILE: {"files": files}}}, verb="release")
    assert claim(desk) is None


@pytest.mark.parametrize("listed", [None, 7, ["x"], {"value": "x"}])
def test_a_list_that_is_none_has_no_number(desk: Desk, listed: Any) -> None:
    assert set(send(desk, fields(listed), verb="release").errors) == {modals.LIST}
    assert desk.everything()["batches"] == []
