"""Which releases need approval by the policy, of how many, and where it is asked for."""

import re
from dataclasses import replace

import pytest

from handlers.batches import drafts
from handlers.batches.execution import AT_ONCE
from handlers.inventory import cool_down
from store.batches.types import Batch, Stage, Verb
from store.types import ChannelId
from store.workspaces.types import Policy
from tests.desk import BEN, CHLOE, Desk, click
from tests.rules.shown import words_of
from tests.store.batching import (
    ASSIGN,
    RELEASE,
    UNASSIGN,
    asked,
    begun,
    confirm,
    draft,
    found,
    fresh,
    is_done,
    make_ready,
    ours,
    released,
    ring,
    to_the_end,
    toll_free,
)
from tests.store.serving import assign, release

ONE, TWO = Policy(releases=True), Policy(approvals=2, releases=True)


@pytest.mark.parametrize(
    ("policy", "quantity", "free", "needed"),
    [
        pytest.param(Policy(approvals=2), 3, 1, 0, id="none where releases are not to be approved"),
        pytest.param(Policy(approvals=0, releases=True), 3, 1, 0, id="none where nothing is"),
        pytest.param(TWO, 1, 0, 2, id="as many as for what is acquired"),
        pytest.param(replace(TWO, from_quantity=3), 2, 0, 0, id="none of fewer than the policy begins with"),
        pytest.param(replace(TWO, from_quantity=3), 3, 0, 2, id="of as many as it begins with"),
        pytest.param(replace(TWO, from_quantity=3), 2, 1, 2, id="numbers of both kinds count together"),
        pytest.param(replace(ONE, toll_free=3), 1, 0, 1, id="of toll numbers alone, theirs"),
        pytest.param(replace(ONE, toll_free=3), 1, 1, 3, id="of a toll-free one among them, its own"),
        pytest.param(replace(TWO, toll_free=0), 0, 1, 0, id="of toll-free numbers alone none, where they need none"),
        pytest.param(replace(TWO, toll_free=0), 1, 1, 2, id="of a toll number among them, theirs"),
    ],
)
def test_how_many_must_agree(desk: Desk, policy: Policy, quantity: int, free: int, needed: int) -> None:
    numbers = [*(ours(desk, quantity) if quantity else []), *(toll_free(desk, free) if free else [])]
    desk.set(policy=policy)
    batch = draft(desk, RELEASE, numbers)
    assert look_needs(desk, batch) == needed
    confirm(desk, batch)
    stage = fresh(desk, batch).stage
    assert stage is (Stage.ASKED if needed else Stage.DONE)
    assert not needed or asked(desk, batch).needed == needed


def look_needs(desk: Desk, batch: Batch) -> int:
    """How many approvals the preview speaks of."""
    view = drafts.see(desk.tools, click(BEN), batch.id).view
    assert view
    said = re.search(r"(A teammate|\d+ teammates) must approve first", words_of(view))
    return 0 if said is None else 1 if said[1] == "A teammate" else int(said[1].split()[0])


def test_what_cannot_be_released_does_not_count_and_is_not_asked_for(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    assign(desk, third)
    desk.set(policy=replace(ONE, from_quantity=3))
    assert released(desk, [first, second, third]).stage is Stage.DONE


def test_a_long_release_goes_on_by_the_clock_once_all_have_agreed(desk: Desk) -> None:
    desk.set(policy=ONE)
    batch = released(desk, ours(desk, 150))
    assert ring(desk) == 0
    desk.approve(CHLOE, asked(desk, batch))
    assert ring(desk) == 1
    assert (fresh(desk, batch).stage, fresh(desk, batch).done) == (Stage.UNDER_WAY, AT_ONCE)
    assert to_the_end(desk, batch).done == 150
    assert desk.verify().flaw is None


@pytest.mark.parametrize("notices", [ChannelId("C9"), None], ids=["in the notices channel", "nowhere"])
def test_approval_is_asked_for_where_others_see_it_or_not_at_all(desk: Desk, notices: ChannelId | None) -> None:
    (number,) = ours(desk, 1)
    desk.set(policy=ONE, notices=notices)
    alone = replace(desk, tools=replace(desk.tools, can_post=lambda _workspace, channel: channel == notices))
    before = desk.everything()
    reply = release(alone, number)
    if notices:
        assert found(desk, 1).channel == notices
        assert f"<#{notices}>" in reply.text
    else:
        assert "nobody would see the request" in reply.text
        assert desk.everything() == before


def test_a_single_number_goes_by_the_policy_too(desk: Desk) -> None:
    (number,) = ours(desk, 1)
    desk.set(policy=ONE)
    view = cool_down.ask(desk.tools, click(BEN), number).view
    assert view
    assert "A teammate must approve first." in words_of(view)
    assert "waits for approval" in release(desk, number).text
    assert not is_done(desk, RELEASE, number)
    desk.approve(CHLOE, asked(desk, found(desk, 1)))
    ring(desk)
    assert is_done(desk, RELEASE, number)


@pytest.mark.parametrize("verb", [ASSIGN, UNASSIGN])
def test_only_releases_are_approved(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb)
    desk.set(policy=TWO)
    assert begun(desk, verb, numbers).stage is Stage.DONE
