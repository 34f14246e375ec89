"""What is owed to Slack is owed once, claimed by one sender, told in order, and never lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from handlers.holds.owing import HoldOutbox
from handlers.kit.cards import CardOutbox
from store import outbox
from store.outbox.timing import LEASE
from store.outbox.types import OutboxItem
from store.types import WorkspaceId
from tests.desk import A_MOMENT, AWAY, Desk
from tests.store.owing import ELSEWHERE, claim, claimed, in_order, owe, owing, park, pay, put_off

CARD = owing()
LINE = owing(CardOutbox.LINE, item="1")
A_SECOND = timedelta(seconds=1)


def test_what_is_owed_is_claimed_as_it_is_owed(desk: Desk) -> None:
    owed = owing(HoldOutbox.ENDED, detail={"hold": 1, "holds": [1, 2]}, item="x")
    owe(desk, owed)
    assert claimed(desk).owing == owed


def test_nothing_owed_is_nothing_to_claim(desk: Desk) -> None:
    owe(desk)
    assert claim(desk) is None


def test_what_is_owed_again_before_it_was_paid_is_owed_once_and_as_it_is_now(desk: Desk) -> None:
    owe(desk, CARD)
    now = replace(CARD, channel=ELSEWHERE, detail={"hold": 2})
    owe(desk, now)
    debt = claimed(desk)
    assert (debt.owing, debt.version) == (now, 2)
    pay(desk, debt)
    assert claim(desk) is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(CARD, workspace=AWAY), id="of another workspace"),
        pytest.param(replace(CARD, kind=HoldOutbox.WARNING), id="of another kind"),
        pytest.param(replace(CARD, subject="H-2"), id="of another subject"),
        pytest.param(replace(CARD, item="2"), id="another of its kind"),
    ],
)
def test_what_is_owed_besides_is_owed_too(desk: Desk, other: OutboxItem) -> None:
    owe(desk, CARD, other)
    assert len(in_order(desk)) == 2


def test_what_changed_while_it_was_sent_is_sent_again_at_once(desk: Desk) -> None:
    owe(desk, CARD)
    first = claimed(desk)
    owe(desk, CARD)
    pay(desk, first)
    again = claimed(desk)
    assert (again.id, again.version, again.tries) == (first.id, 2, 1)


def test_an_id_is_never_used_again(desk: Desk) -> None:
    owe(desk, CARD)
    first = claimed(desk)
    pay(desk, first)
    owe(desk, CARD)
    assert claimed(desk).id != first.id


def test_a_claimed_debt_is_nobody_elses(desk: Desk) -> None:
    owe(desk, CARD)
    claimed(desk)
    assert claim(desk) is None


@pytest.mark.parametrize(
    ("after", "due"),
    [
        pytest.param(LEASE - A_MOMENT, False, id="during the lease"),
        pytest.param(LEASE, True, id="after it"),
    ],
)
def test_the_debt_of_a_sender_that_died_falls_due_again(desk: Desk, after: timedelta, due: bool) -> None:
    owe(desk, CARD)
    first = claimed(desk)
    desk.real_clock.advance(after)
    again = claim(desk)
    assert (again is not None) == due
    assert again is None or (again.id, again.tries) == (first.id, 1)  # Slack has refused it nothing


def test_a_debt_says_since_when_its_message_may_be_there(desk: Desk) -> None:
    owe(desk, CARD)
    first = desk.real_clock()
    assert claimed(desk).tried_since is None
    desk.real_clock.advance(LEASE)
    assert claimed(desk).tried_since == first


def test_a_debt_of_a_newer_version_of_the_desk_is_left_to_it(desk: Desk) -> None:
    newer = replace(CARD, kind="of a newer version", subject="H-2")
    owe(desk, newer)
    assert not is_due(desk)
    owe(desk, CARD)
    assert in_order(desk) == [("H-1", CardOutbox.CARD, "")]
    with desk.database.begin() as db:
        theirs = outbox.claim(db, desk.real_clock(), [newer.kind])
    assert theirs
    assert (theirs.owing, theirs.tries, theirs.tried_since) == (newer, 1, None)


def test_once_paid_and_owed_again_no_message_of_before_is_meant(desk: Desk) -> None:
    owe(desk, CARD)
    first = claimed(desk)
    owe(desk, CARD)
    pay(desk, first)
    assert claimed(desk).tried_since is None


def test_of_a_subject_the_card_goes_first_and_the_rest_in_order(desk: Desk) -> None:
    second = replace(LINE, item="2")
    owe(desk, LINE, second, CARD)
    assert in_order(desk) == [
        ("H-1", CardOutbox.CARD, ""),
        ("H-1", CardOutbox.LINE, "1"),
        ("H-1", CardOutbox.LINE, "2"),
    ]


def test_what_is_told_later_of_a_subject_waits_for_what_is_being_told(desk: Desk) -> None:
    owe(desk, LINE, replace(LINE, item="2", channel=ELSEWHERE))
    first = claimed(desk)
    assert claim(desk) is None
    pay(desk, first)
    assert claimed(desk).owing.item == "2"


def test_what_is_told_under_a_card_waits_for_the_card_that_is_put_off(desk: Desk) -> None:
    owe(desk, CARD, LINE)
    put_off(desk, claimed(desk), A_SECOND)
    assert claim(desk) is None
    desk.real_clock.advance(A_SECOND)
    assert in_order(desk) == [("H-1", CardOutbox.CARD, ""), ("H-1", CardOutbox.LINE, "1")]


@pytest.mark.parametrize(
    ("other", "waits"),
    [
        pytest.param(owing(subject="H-2"), True, id="a post to the same channel"),
        pytest.param(owing(subject="H-2", channel=ELSEWHERE), False, id="a post to another channel"),
        pytest.param(owing(subject="H-2", edits=True), False, id="an edit in the same channel"),
        pytest.param(owing(subject="H-2", workspace=AWAY), False, id="a post in another workspace"),
    ],
)
def test_a_channel_has_one_sender_at_a_time(desk: Desk, other: OutboxItem, waits: bool) -> None:
    owe(desk, CARD, other)
    first = claimed(desk)
    assert (claim(desk) is None) == waits
    pay(desk, first)
    assert (claim(desk) is not None) == waits


@pytest.mark.parametrize(
    ("workspace", "waits"),
    [
        pytest.param(CARD.workspace, True, id="of the workspace wait for one another"),
        pytest.param(AWAY, False, id="of another workspace do not"),
    ],
)
def test_edits(desk: Desk, workspace: WorkspaceId, waits: bool) -> None:
    owe(desk, owing(edits=True), owing(subject="H-2", channel=ELSEWHERE, edits=True, workspace=workspace))
    claimed(desk)
    assert (claim(desk) is None) == waits


def test_a_debt_that_is_put_off_is_tried_again_later(desk: Desk) -> None:
    owe(desk, CARD)
    put_off(desk, claimed(desk), A_SECOND)
    assert claim(desk) is None
    desk.real_clock.advance(A_SECOND)
    assert claimed(desk).tries == 2


def test_a_parked_debt_is_not_tried_and_holds_nothing_back(desk: Desk) -> None:
    owe(desk, CARD, LINE)
    card = claimed(desk)
    park(desk, card)
    assert in_order(desk) == [("H-1", CardOutbox.LINE, "1")]
    with desk.database.reading() as db:
        [(parked, error)] = outbox.parked(db)
    assert (parked.id, parked.owing, error) == (card.id, CARD, "is_archived")


def test_a_parked_debt_is_tried_again_when_asked_for(desk: Desk) -> None:
    owe(desk, CARD)
    park(desk, claimed(desk))
    with desk.database.begin() as db:
        assert outbox.retry_parked(db, desk.real_clock()) == 1
        assert outbox.retry_parked(db, desk.real_clock()) == 0
    assert claimed(desk).tries == 1


def test_a_parked_debt_is_tried_again_when_its_subject_changes(desk: Desk) -> None:
    owe(desk, CARD)
    park(desk, claimed(desk))
    owe(desk, CARD)
    assert claimed(desk).version == 2


def test_whether_anything_is_due_is_known_without_claiming_it(desk: Desk) -> None:
    owe(desk, CARD)
    assert is_due(desk)
    debt = claimed(desk)
    assert not is_due(desk)
    park(desk, debt)
    desk.real_clock.advance(LEASE)
    assert not is_due(desk)


def test_the_backlog_counts_what_waits_and_what_is_parked_and_its_age(desk: Desk) -> None:
    owe(desk, CARD)
    desk.real_clock.advance(A_SECOND)
    owe(desk, owing(subject="H-2"), owing(subject="H-3"))
    park(desk, claimed(desk))
    desk.real_clock.advance(A_SECOND)
    with desk.database.reading() as db:
        backlog = outbox.backlog(db, desk.real_clock())
    assert (backlog.count, backlog.parked, backlog.age) == (2, 1, A_SECOND)


def test_without_debts_there_is_no_backlog(desk: Desk) -> None:
    with desk.database.reading() as db:
        backlog = outbox.backlog(db, desk.real_clock())
    assert (backlog.count, backlog.parked, backlog.age) == (0, 0, timedelta(0))


def is_due(desk: Desk) -> bool:
    with desk.database.reading() as db:
        return outbox.is_due(db, desk.real_clock(), desk.tools.features.messages)
