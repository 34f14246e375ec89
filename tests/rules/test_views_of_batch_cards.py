"""The card of a batch and what is told under it are taken by Slack, and say how it stands."""

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.approvals.views import lines as approval_lines
from handlers.batches.entries import BatchAction
from handlers.batches.subject import APPROVAL
from handlers.batches.views import answers, lines
from handlers.batches.views import card as cards
from handlers.kit.fields import unpacked
from store.approvals.types import Verdict
from store.batches.types import Batch, Stage, Verb
from store.types import ChannelId
from store.workspaces.types import Who
from tests.rules.batched import BOTH_LANGUAGES, COUNTS, EVERY_VERB, VERBS, batch, request, sight
from tests.rules.deeds import entry
from tests.rules.shown import (
    COLLEAGUE,
    EVERY_CIRCLE,
    HOLDER,
    NOW,
    TEAMMATES,
    buttons,
    labels,
    mentioned,
    refused_by_slack,
    words,
)
from tests.table import table


@BOTH_LANGUAGES
@EVERY_VERB
@COUNTS
@table("refused", [0, 1, 1_000])
def test_the_card_is_taken_by_slack(locale: str, verb: Verb, count: int, refused: int) -> None:
    for stage in (Stage.UNDER_WAY, Stage.DONE):
        of = batch(verb, stage, done=count, refused=refused, size=max(count + refused, 1))
        for restored in sorted({0, min(1, count), count}):
            message = cards.batch(locale, sight(of, restored=restored))
            assert refused_by_slack(message) == []
            assert mentioned(words(message)) <= {f"<@{HOLDER}>"}


@BOTH_LANGUAGES
@COUNTS
@table("who", EVERY_CIRCLE, ids=lambda who: who.circle)
@table("approvals", [0, 1, 4])
def test_the_card_of_a_request_is_taken_by_slack(locale: str, count: int, who: Who, approvals: int) -> None:
    waits = request(max(count, 1), approvals=approvals, who=who)
    message = cards.batch(locale, sight(batch(stage=Stage.ASKED), request=waits))
    assert refused_by_slack(message) == []
    assert mentioned(words(message)) <= {f"<@{user}>" for user in (HOLDER, *TEAMMATES[:approvals])}
    assert all(unpacked(each["value"])["batch"] == batch().id for each in buttons(message))


@BOTH_LANGUAGES
@COUNTS
@table(("stage", "verdict"), [(Stage.DECLINED, Verdict.DECLINED), (Stage.WITHDRAWN, Verdict.WITHDRAWN)])
def test_the_card_of_a_request_that_ended_is_taken_by_slack(
    locale: str, count: int, stage: Stage, verdict: Verdict
) -> None:
    ended = request(max(count, 1), verdict=verdict)
    message = cards.batch(locale, sight(batch(stage=stage), request=ended))
    assert refused_by_slack(message) == []
    assert buttons(message) == []
    assert mentioned(words(message)) <= {f"<@{HOLDER}>", f"<@{TEAMMATES[0]}>"}


@table(
    ("of", "restored", "there"),
    [
        pytest.param(batch(), 0, True, id="while all rests"),
        pytest.param(batch(), 999, True, id="while one rests"),
        pytest.param(batch(), 1_000, False, id="once all is restored"),
        pytest.param(batch(until=NOW), 0, False, id="once the rest has ended"),
        pytest.param(batch(until=None), 0, False, id="without a rest"),
        pytest.param(batch(done=0, refused=1_000), 0, False, id="where nothing was released"),
        pytest.param(batch(Verb.ASSIGN), 0, False, id="where numbers were assigned"),
        pytest.param(batch(stage=Stage.UNDER_WAY), 0, False, id="before it is done"),
    ],
)
def test_restore_is_on_the_card_as_long_as_something_rests(of: Batch, restored: int, there: bool) -> None:
    shown = labels(cards.batch("en", sight(of, restored=restored)))
    assert ("Restore" in shown) is there
    assert "Show lines" in shown


def test_buttons_are_others_in_another_state() -> None:
    first, second = (cards.batch("en", sight(batch(version=version))) for version in (1, 2))
    assert not {each["value"] for each in buttons(first)} & {each["value"] for each in buttons(second)}


@BOTH_LANGUAGES
@table("channel", [ChannelId("C1"), ChannelId(HOLDER)], ids=["a channel", "their own messages"])
@table("stage", [Stage.ASKED, Stage.UNDER_WAY])
def test_it_is_said_where_the_card_of_what_goes_on_is(locale: str, channel: ChannelId, stage: Stage) -> None:
    said = answers.goes_on(locale, batch(stage=stage, channel=channel))
    assert "B-2147483647" in said
    assert ("<#C1>" in said) == (channel == "C1")


@BOTH_LANGUAGES
@EVERY_VERB
def test_what_is_told_in_the_thread_is_taken_by_slack(locale: str, verb: Verb) -> None:
    for action in (
        BatchAction.BATCH_DONE,
        BatchAction.BATCH_RESTORED,
        BatchAction.REST_ENDED,
        ApprovalAction.DECLINED,
        ApprovalAction.APPROVED,
    ):
        deed = entry(action, subject="B-2147483647").deed
        message = lines.line(locale, VERBS[verb], batch(verb), deed) or approval_lines.line(
            locale, APPROVAL, batch(verb), deed
        )
        assert message
        assert refused_by_slack(message) == []
        assert mentioned(message.text) <= {f"<@{user}>" for user in (HOLDER, COLLEAGUE, *TEAMMATES)}
