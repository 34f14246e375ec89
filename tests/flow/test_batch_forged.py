"""Batches pressed by who may not, and by clicks that no card or modal of ours has: nothing is changed."""

from copy import deepcopy
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from store import batches, workspaces
from store.batches.types import Batch, BatchId, Line, Stage, Verb
from store.numbers.types import Status
from store.types import ChannelId, UserId, WorkspaceId
from store.workspaces.types import ADMINS, Roles
from tests.flow.batching import (
    FIRST,
    FIVE,
    SECOND,
    batch,
    changes,
    confirms,
    does,
    owns,
    previews,
    statuses,
)
from tests.flow.desk import ALONE, Desk
from tests.flow.member import Member
from tests.flow.porting import errors, forged, next_step
from tests.flow.product import Product
from tests.flow.slack import Json

ACQUIRED, RESTING = Status.ACQUIRED, Status.RESTING

pytestmark = pytest.mark.usefixtures("alone")


@pytest.mark.parametrize("text", ["assign many", "release +1 206 555 0100-0101"])
def test_guests_and_strangers_and_those_who_may_not_manage_numbers_open_no_modal(
    shared: Product, ben: Member, chloe: Member, dev: Member, eve: Member, text: str
) -> None:
    owns(ben)
    shared.set_up(replace(ALONE, roles=Roles(manage=ADMINS)))
    assert "Guests cannot use the number desk." in dev.types(text).text
    assert "belongs to the workspace that installed it" in eve.types(text).text
    assert "peuvent attribuer, libérer et récupérer des numéros ici" in chloe.types(text).text
    assert batch(shared.desk) is None


def test_who_may_not_any_more_confirms_nothing(shared: Product, ada: Member, ben: Member) -> None:
    desk = shared.desk
    owns(ben)
    preview = previews(ben, "release", FIRST)
    view = ada.opens("release many")
    shared.set_up(replace(ALONE, roles=Roles(manage=ADMINS)))
    assert "can assign, release and restore numbers here" in confirms(ben, preview).words
    assert statuses(desk) == [ACQUIRED] * 5
    confirms(ada, next_step(ada, view, list=FIRST))
    assert statuses(desk) == [RESTING, *[ACQUIRED] * 4]


# Nothing, broken JSON, no batch, one of another workspace, somebody else's draft.
VALUES = [
    "",
    "{",
    '{"batch":true}',
    '{"batch":7,"request":1}',
    '{"batch":2,"request":1}',
    '{"batch":99999999999999999999}',
]
ACTIONS = ["batch_lines", "restore_batch", "batch_back", "batch_see", "approve", "decline", "withdraw_request"]


def other_workspaces_batch(desk: Desk) -> None:
    """B-7, of another workspace."""
    other = Batch(
        workspace=WorkspaceId("T0OTHER01"),
        id=BatchId(7),
        verb=Verb.RELEASE,
        asked_by=UserId("U0BEN0001"),
        channel=ChannelId("C0OTHER01"),
        since=desk.now(),
    )
    with desk.database.begin() as db:
        workspaces.lock(db, other.workspace)
        batches.write(db, other, [Line(number=1, said=FIRST, e164=FIRST)], desk.now() + timedelta(days=1))


@pytest.mark.parametrize("value", VALUES)
def test_a_button_that_carries_nonsense_is_answered_in_words(desk: Desk, ada: Member, ben: Member, value: str) -> None:
    owns(ben)
    card = does(ben, "release", FIRST)
    ben.closes(previews(ben, "release", SECOND))
    other_workspaces_batch(desk)
    for at, action in enumerate(ACTIONS):
        if at % 4 == 0:  # what answers may go to can be used five times
            ada.presses(card, "Show lines")
            ada.closes(ada.modal())
        payload: Any = deepcopy(forged(desk, "block_actions", "batch_lines"))
        payload["actions"][0] |= {"action_id": action, "value": value}
        told = len(ada.told())
        desk.post("deliver", type="interactive", payload=payload)
        assert len(ada.told()) == told + 1, action
        assert "our side" not in ada.told()[-1].text
        assert ada.modals() == []
    assert statuses(desk) == [RESTING, *[ACQUIRED] * 4]


@pytest.mark.parametrize("metadata", ["{", '{"batch":7,"verb":"release","version":2}', '{"batch":2,"verb":"release"}'])
@pytest.mark.parametrize("callback", ["batch_confirm", "batch_form"])
def test_a_modal_that_is_about_no_draft_of_the_members_own_is_answered_in_words(
    desk: Desk, ada: Member, ben: Member, callback: str, metadata: str
) -> None:
    owns(ben)
    does(ben, "release", FIRST)
    ben.closes(previews(ben, "release", SECOND))
    other_workspaces_batch(desk)
    confirms(ada, previews(ada, "release", FIVE[2]))
    payload: Any = deepcopy(forged(desk, "view_submission", callback))
    payload["view"] |= {"private_metadata": metadata, "id": "V0FORGED"}
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    assert "no longer" in str(answer["body"]) or "no batch" in str(answer["body"]), answer
    assert changes(desk) == {FIRST: 1, FIVE[2]: 1}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        pytest.param({"kind": {"kind": {"selected_option": {"value": "elevator"}}}}, "kind", id="no such kind"),
        pytest.param({"list": {"list": {"value": "1" * 3_001}}}, "list", id="too long a list"),
    ],
)
def test_fields_that_no_modal_of_ours_can_send_are_refused(desk: Desk, ben: Member, fields: Json, field: str) -> None:
    owns(ben)
    view = ben.opens("assign many")
    assert "list" in errors(ben, view, list="hello")
    payload: Any = deepcopy(forged(desk, "view_submission", "batch_form"))
    payload["view"]["state"]["values"] |= fields
    payload["view"]["id"] = "V0FORGED"
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    assert list(answer["body"]["errors"]) == [field]


@pytest.mark.parametrize("verb", ["explode", "", 7])
def test_a_modal_of_no_verb_is_answered_in_words(desk: Desk, ben: Member, verb: object) -> None:
    owns(ben)
    ben.closes(previews(ben, "release", FIRST))
    payload: Any = deepcopy(forged(desk, "view_submission", "batch_form"))
    payload["view"] |= {"private_metadata": f'{{"verb":{verb!r}}}'.replace("'", '"'), "id": "V0FORGED"}
    (answer,) = desk.post("deliver", type="interactive", payload=payload)["responses"]
    assert answer["body"]["response_action"] == "update"
    assert batch(desk, "B-2") is None


def test_who_may_not_manage_numbers_restores_nothing(
    shared: Product, ada: Member, ben: Member, dev: Member, chloe: Member
) -> None:
    desk = shared.desk
    owns(ben)
    card = does(ben, "release", FIRST)
    shared.set_up(replace(ALONE, roles=Roles(manage=ADMINS)))
    assert "Guests cannot use the number desk." in dev.presses(card, "Restore")
    assert "peuvent attribuer" in chloe.presses(card, "Restore")
    assert "can assign, release and restore numbers here" in ben.presses(card, "Restore")
    assert statuses(desk, (FIRST,)) == [RESTING]
    assert ada.presses(card, "Restore") == "Restored: 1 number."
    it = batch(desk)
    assert it
    assert it.stage is Stage.DONE
