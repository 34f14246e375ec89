"""What is owed is sent once and not lost, however Slack, the network and the clocks behave."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.attempt import EVENT
from bot.leases import LeaseLost, Leases
from bot.sender import DEATHS, TRIES
from handlers.kit import cards, delivery
from handlers.record import log
from handlers.record.requests import ExportLog
from store.outbox import outages
from store.outbox.table import OutboxRow
from store.outbox.timing import LEASE, LONGEST_WAIT
from store.outbox.types import ClaimedItem
from store.types import ChannelId
from tests.desk import ADA, BEN, CHANNEL, HOME, Desk, click, fill
from tests.flow.desk import eventually
from tests.store.owing import claimed, owe
from tests.store.sending import A_SECOND, AN_OUTAGE, backlog, held, parked, sender, settle
from tests.store.toy_slack import DROPPED, Json, ToySlack, no, times, toy_slack

NOTICES = ChannelId("C5")
NEVER_ANSWERED = ["account_inactive", 503]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """Its time is real time, as it is in production."""
    desk.set(notices=NOTICES)
    return replace(desk, tools=replace(desk.tools, now=desk.real_clock), clock=desk.real_clock)


@pytest.fixture
def slack(desk: Desk) -> Iterator[ToySlack]:
    with toy_slack(desk.real_clock) as made:
        yield made


@pytest.fixture
def send(desk: Desk, slack: ToySlack) -> Iterator[Callable[[], None]]:
    made = sender(desk, slack)
    yield made.drain
    made.stop()


@pytest.mark.parametrize("ahead", [timedelta(seconds=-0.05), timedelta(minutes=-10), timedelta(hours=1)])
def test_a_message_is_found_by_slacks_clock(
    desk: Desk, slack: ToySlack, send: Callable[[], None], ahead: timedelta
) -> None:
    slack.ahead = ahead
    slack.happens["chat.postMessage"] = times(1, lambda _given: DROPPED)
    hold = held(desk)
    settle(desk, send)
    assert len(slack.messages) == 1
    assert desk.fresh(hold).card_ts == slack.messages[0]["ts"]


def test_it_is_found_among_messages_that_carry_anything(desk: Desk, slack: ToySlack, send: Callable[[], None]) -> None:
    payloads: list[Any] = [None, "x", [], {}, {"debt": "1"}]
    anything: list[Any] = [None, "x", 7, [], {}, {"event_type": EVENT}]
    anything += [{"event_type": EVENT, "event_payload": payload} for payload in payloads]
    slack.happens["chat.postMessage"] = times(1, lambda _given: DROPPED)
    hold = held(desk)
    send()
    for metadata in anything:
        slack.answer("chat.postMessage", {"channel": CHANNEL, "text": "another's", "metadata": metadata})
    settle(desk, send)
    [ours] = [message for message in slack.messages if message["text"] != "another's"]
    assert desk.fresh(hold).card_ts == ours["ts"]


@pytest.mark.parametrize(
    "frozen_in",
    [
        pytest.param("conversations.info", id="before its first post"),
        pytest.param("conversations.history", id="while it looks for its message"),
    ],
)
def test_who_was_frozen_beyond_its_lease_posts_nothing(desk: Desk, slack: ToySlack, frozen_in: str) -> None:
    hold = held(desk)
    frozen, other = sender(desk, slack), sender(desk, slack)
    if frozen_in == "conversations.history":
        slack.happens["chat.postMessage"] = times(1, lambda _given: 503)
        frozen.drain()
        desk.real_clock.advance(LONGEST_WAIT)

    def freeze(_given: Json) -> None:
        desk.real_clock.advance(LEASE)
        slack.happens.clear()
        other.drain()

    slack.happens[frozen_in] = times(1, freeze)
    frozen.drain()
    assert len(slack.messages) == 1
    assert desk.fresh(hold).card_ts == slack.messages[0]["ts"]
    assert backlog(desk).count == 0
    frozen.stop()
    other.stop()


def test_a_lease_is_renewed_for_as_long_as_it_is_held_and_no_longer(desk: Desk) -> None:
    held(desk)
    debt, leases = claimed(desk), Leases(desk.tools, every=0.01)
    desk.real_clock.advance(LEASE / 2)
    with leases.kept(debt, 60):
        eventually(lambda: due_at(desk, debt) == desk.real_clock() + LEASE)
    desk.real_clock.advance(LEASE)
    taken = claimed(desk)
    assert (taken.id, taken.claim) == (debt.id, debt.claim + 1)
    with pytest.raises(LeaseLost):
        leases.check(debt)
    leases.stop()


def due_at(desk: Desk, debt: ClaimedItem) -> datetime | None:
    with desk.database.reading() as db:
        return db.scalar(select(OutboxRow.due_at).where(OutboxRow.id == debt.id))


def test_a_card_that_was_posted_beside_the_one_that_counts_is_taken_out(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    hold = held(desk)
    late = claimed(desk)
    post = delivery.render(desk.tools, late)
    desk.real_clock.advance(LEASE)
    send()
    second = slack.answer("chat.postMessage", {"channel": CHANNEL, "text": "the same once more"})
    assert isinstance(second, dict)
    delivery.posted(desk.tools, late, post, channel=CHANNEL, ts=second["ts"])  # type: ignore[arg-type]
    settle(desk, send)
    assert [message["ts"] for message in slack.messages] == [desk.fresh(hold).card_ts]


def test_a_history_that_may_not_be_read_is_no_channel_that_is_lost(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    slack.happens["conversations.join"] = times(1, no("missing_scope"))
    slack.happens["chat.postMessage"] = times(1, lambda _given: DROPPED)
    held(desk)
    settle(desk, send)
    assert slack.joined == {CHANNEL}
    assert [message["channel"] for message in slack.messages] == [CHANNEL]


def test_where_it_is_never_known_whether_it_arrived_nothing_is_said_again(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    slack.happens["chat.postMessage"] = times(1, lambda _given: DROPPED)
    slack.happens["conversations.join"] = no("missing_scope")
    held(desk)
    settle(desk, send, step=timedelta(minutes=1))
    assert len(slack.messages) == 1
    assert parked(desk) == ["missing_scope"]


@pytest.mark.parametrize("failure", NEVER_ANSWERED)
def test_an_outage_parks_nothing_and_is_told_of_afterwards(
    desk: Desk, slack: ToySlack, send: Callable[[], None], failure: str | int
) -> None:
    slack.happens[""] = no(failure) if isinstance(failure, str) else lambda _given: failure
    hold = held(desk)
    until = desk.real_clock() + AN_OUTAGE
    while desk.real_clock() < until:
        send()
        desk.real_clock.advance(10 * A_SECOND)
    with desk.database.reading() as db:
        [outage] = outages.asleep(db)
    assert outage.error == str(failure)
    assert len(slack.calls) < 80  # now and then
    slack.happens.clear()
    settle(desk, send)
    assert parked(desk) == []
    assert [message["ts"] for message in slack.messages if message["channel"] == CHANNEL] == [desk.fresh(hold).card_ts]
    [told] = slack.texts(NOTICES)
    assert f"`{failure}`" in told
    with desk.database.reading() as db:
        assert outages.asleep(db) == []


def test_a_workspace_that_owes_nothing_any_more_wakes_all_the_same(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    with desk.database.begin() as db:
        outages.failed(db, HOME, desk.real_clock(), "503", is_trial=False)
        outages.failed(db, HOME, desk.real_clock(), "503", is_trial=True)
    desk.real_clock.advance(LONGEST_WAIT)
    send()
    with desk.database.reading() as db:
        assert outages.asleep(db) == []
    assert slack.calls[0] == "auth.test"


def test_one_message_that_slack_fails_at_does_not_keep_the_others(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    fill(desk.database, 2)
    poison, other = desk.hold(BEN, 1), desk.hold(BEN, 1)
    slack.happens["chat.postMessage"] = lambda given: 500 if poison.name in str(given["blocks"]) else None
    for _ in range(2 * TRIES):
        send()
        desk.real_clock.advance(LONGEST_WAIT)
        owe(desk, cards.card(desk.fresh(other)))
    assert parked(desk) == ["500"]
    assert slack.calls.count("chat.update") > TRIES


@pytest.mark.parametrize(
    "error",
    [
        "restricted_action_read_only_channel",
        "restricted_action_thread_only_channel",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "cannot_reply_to_message",
        "restricted_action_of_a_kind_to_come",
    ],
)
def test_where_the_desk_may_never_post_it_goes_elsewhere_at_once(
    desk: Desk, slack: ToySlack, send: Callable[[], None], error: str
) -> None:
    slack.happens["chat.postMessage"] = lambda given: no(error)(given) if given["channel"] == CHANNEL else None
    held(desk)
    settle(desk, send, within=3 * A_SECOND)
    assert slack.calls.count("chat.postMessage") == 2
    assert [message["channel"] for message in slack.messages] == [NOTICES]


def test_a_remedy_that_does_not_help_is_a_try(desk: Desk, slack: ToySlack, send: Callable[[], None]) -> None:
    slack.happens["chat.postMessage"] = lambda given: no("thread_not_found")(given) if "thread_ts" in given else None
    hold = held(desk)
    desk.acquire(BEN, hold)
    settle(desk, send, step=timedelta(seconds=20))
    assert parked(desk) == ["thread_not_found"]
    assert len(slack.messages) <= TRIES


def test_a_message_that_its_senders_die_of_is_parked(desk: Desk, slack: ToySlack, send: Callable[[], None]) -> None:
    hold = held(desk)
    for _ in range(DEATHS):
        claimed(desk)
        desk.real_clock.advance(LEASE)
    send()
    assert parked(desk) == ["its senders died"]
    desk.release(BEN, hold)  # it changes: tried again
    send()
    assert parked(desk) == []
    assert slack.messages


@pytest.mark.parametrize("asked", ["86400", "soon", "-1", "1.5", ""])
def test_however_long_slack_asks_to_wait_it_is_not_for_ever(
    desk: Desk, slack: ToySlack, send: Callable[[], None], asked: str
) -> None:
    slack.headers["Retry-After"] = asked
    slack.happens["chat.postMessage"] = times(1, lambda _given: 429)
    held(desk)
    send()
    assert not slack.messages
    desk.real_clock.advance(LONGEST_WAIT)
    send()
    assert len(slack.messages) == 1


def test_a_clock_that_is_set_back_by_an_hour_stops_nothing(
    desk: Desk, slack: ToySlack, send: Callable[[], None]
) -> None:
    slack.happens["chat.postMessage"] = times(1, lambda _given: 429)
    held(desk)
    send()
    desk.real_clock.advance(timedelta(hours=-1))
    send()
    assert slack.messages


def test_what_is_over_before_a_busy_channel_could_show_it_is_named_in_one_line(desk: Desk, slack: ToySlack) -> None:
    fill(desk.database, 2)
    busy = sender(desk, slack, pace=True)
    for _ in range(45):
        desk.release(BEN, desk.hold(BEN, 1))
    settle(desk, busy.drain)
    busy.stop()
    texts = slack.texts(CHANNEL)
    assert len(texts) < 40
    shown = [text for text in texts if "released" in text and "·" in text]
    [summary] = [text for text in texts if "before they were shown" in text]
    assert f"{45 - len(shown)} cards" in summary


def test_a_file_is_sent_once_whole(desk: Desk, slack: ToySlack, send: Callable[[], None], tmp_path: Path) -> None:
    log.export(desk.tools, click(ADA), ExportLog())
    slack.happens["files.completeUploadExternal"] = times(1, lambda _given: DROPPED)
    settle(desk, send)
    assert slack.calls.count("files.completeUploadExternal") == 1
    [content] = slack.files.values()
    (tmp_path / "log.csv").write_bytes(content)
    assert content.decode("utf-8-sig").startswith("number,at,member")
    assert backlog(desk).parked == 0


def test_what_nobody_is_there_to_read_is_dropped(desk: Desk, slack: ToySlack, send: Callable[[], None]) -> None:
    log.export(desk.tools, click(ADA), ExportLog())
    slack.happens["conversations.open"] = no("user_disabled")
    send()
    assert (backlog(desk).count, backlog(desk).parked) == (0, 0)
