"""What is shown of batches, with the longest lists and the worst names: taken by Slack, and mentioning nobody."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.workspace.blockkit import check_view
from handlers.approvals.entries import ApprovalAction
from handlers.approvals.views import lines as approval_lines
from handlers.batches.entries import BatchAction
from handlers.batches.lines import BatchRefusal
from handlers.batches.subject import APPROVAL
from handlers.batches.views import answers, lines, modals, parts
from handlers.batches.views import card as cards
from handlers.batches.views.card import BatchCard
from handlers.batches.views.modals import Preview
from handlers.desk import FEATURES
from handlers.inventory.rules import InventoryRefusal
from handlers.inventory.views import assign
from handlers.kit.blocks import FIRST, pretty
from handlers.kit.fields import unpacked
from handlers.kit.file_faults import MORE, FileFault, Unused
from handlers.kit.number_reading import Unread
from handlers.quota.rules import QuotaRefusal
from store.approvals.types import ApprovalRequest, Verdict
from store.batches.types import DONE, NOTHING, RESTORED, Batch, BatchId, Form, Line, Met, Stage, Verb
from store.services.types import ServiceKind
from store.types import E164, ChannelId, WorkspaceId
from store.workspaces.types import LOCALES, Who
from tests.rules.deeds import entry
from tests.rules.fields import as_sent
from tests.rules.owned import LONGEST_NUMBER, NAMES
from tests.rules.shown import (
    COLLEAGUE,
    EVERY_CIRCLE,
    HOLDER,
    NOW,
    TEAMMATES,
    WORST,
    buttons,
    e164s,
    labels,
    mentioned,
    refused_by_slack,
    words,
    words_of,
)
from tests.rules.shown import request as a_request
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
Wrong = dict[str, Any] | None
WHYS = ("batch-file-no-list", "batch-file-too-long", *FileFault)
WRONG: list[Wrong] = [None, *(Unused(why=why, columns=[WORST, 7, MORE]).kept() for why in WHYS)]
NAMES_OF_WRONG = [each["why"] if each else "nothing" for each in WRONG]
VERBS = FEATURES.verbs
EVERY_VERB = table("verb", Verb)
EVERY_NAME = table("name", NAMES.values(), ids=NAMES)
COUNTS = table("count", [0, 1, 10, 11, 1_000])
REFUSALS = (
    *(
        InventoryRefusal.NOT_OURS,
        InventoryRefusal.IS_RESTING,
        InventoryRefusal.IS_PORTING,
        InventoryRefusal.IS_ASSIGNED,
        InventoryRefusal.NOT_ASSIGNED,
    ),
    *(
        InventoryRefusal.DEFAULT_OF_BRIDGES,
        InventoryRefusal.DEFAULT_IS_TOLL,
        InventoryRefusal.NAME_NEXT_DEFAULT,
        InventoryRefusal.NO_SERVICE,
    ),
    *(InventoryRefusal.LONG_NAME, BatchRefusal.SAID_BEFORE, QuotaRefusal.NO_CREDITS, QuotaRefusal.NO_LICENCE),
)
EVERY_OUTCOME = (DONE, RESTORED, *REFUSALS)
NUMBERS = e164s(1_000)


def batch(verb: Verb = Verb.RELEASE, stage: Stage = Stage.DONE, **changes: Any) -> Batch:
    """A batch with the longest name there can be, of a thousand lines."""
    made = Batch(
        workspace=WorkspaceId("T1"),
        id=BatchId(2**31 - 1),
        verb=verb,
        asked_by=HOLDER,
        channel=ChannelId("C1"),
        since=NOW,
        stage=stage,
        size=1_000,
        done=1_000 if stage is Stage.DONE else 0,
        until=NOW + timedelta(days=30) if verb is Verb.RELEASE and stage is Stage.DONE else None,
    )
    return replace(made, **changes)


def decided(outcome: str | None, number: int = 1, name: str = "Contoso", e164: E164 | None = LONGEST_NUMBER) -> Line:
    met = Met(kind=ServiceKind.ATTENDANT, name=name)
    return Line(number=number, said=WORST[:80], e164=e164, outcome=outcome, met=met, is_default=outcome == DONE)


def many(name: str = "Contoso", outcome: str | None = None) -> list[Line]:
    """A thousand lines, of every outcome in turn or of one."""
    every = [*EVERY_OUTCOME, *Unread]
    lines = []
    for at, e164 in enumerate(NUMBERS):
        came_to = outcome or every[at % len(every)]
        lines.append(decided(came_to, at + 1, name, None if came_to in list(Unread) else e164))
    return lines


def request(size: int = 1_000, **changes: Any) -> ApprovalRequest:
    asked = a_request(size, **changes)
    return replace(asked, hold=None, batch=batch().id)


def sight(of: Batch, **more: Any) -> BatchCard:
    return BatchCard(batch=of, verb=VERBS[of.verb], numbers=NUMBERS[:FIRST], now=NOW, **more)


@pytest.mark.slow
@BOTH_LANGUAGES
@EVERY_VERB
@EVERY_NAME
@table("outcome", [None, DONE, InventoryRefusal.IS_ASSIGNED, Unread.NOT_A_NUMBER])
def test_a_preview_of_a_thousand_lines_is_taken_by_slack(
    locale: str, verb: Verb, name: str, outcome: str | None
) -> None:
    preview = Preview(batch=batch(verb, Stage.DRAFT), lines=many(name, outcome), until=NOW, needed=5)
    view = modals.preview(locale, VERBS[verb], preview).to_dict()
    assert check_view(view) == []
    assert not mentioned(words_of(view))


@pytest.mark.slow
@BOTH_LANGUAGES
@EVERY_VERB
@EVERY_NAME
def test_the_report_of_a_thousand_lines_is_taken_by_slack(locale: str, verb: Verb, name: str) -> None:
    for outcome in (None, DONE, InventoryRefusal.NAME_NEXT_DEFAULT):
        view = modals.lines(locale, VERBS[verb], batch(verb), many(name, outcome), NOW).to_dict()
        assert check_view(view) == []
        assert not mentioned(words_of(view))


def test_of_lines_that_are_too_many_to_be_shown_those_that_are_refused_come_first() -> None:
    heavy = many("\N{KATAKANA LETTER NU}" * 40, DONE)[:-1]
    lines = [*heavy, decided(InventoryRefusal.NOT_OURS, 1_000)]
    said = words_of(modals.lines("en", VERBS[Verb.ASSIGN], batch(Verb.ASSIGN), lines, NOW).to_dict())
    assert "more" in said
    assert said.index("1000. ✗ ") < said.index("1. ✓ ")


@table("verb", Verb)
def test_every_line_is_shown_with_its_number_or_counted(verb: Verb) -> None:
    said = words_of(modals.lines("en", VERBS[verb], batch(verb), many(), NOW).to_dict())
    shown = [int(each) for each in re.findall(r"^(\d+)\. [✓✗] ", said, re.MULTILINE)]
    more = re.search(r"([\d,]+) more", said)
    assert shown == list(range(1, len(shown) + 1))
    assert len(shown) + (int(more[1].replace(",", "")) if more else 0) == 1_000
    assert len(shown) >= 900


@BOTH_LANGUAGES
@EVERY_VERB
@EVERY_NAME
@table("outcome", EVERY_OUTCOME)
def test_every_outcome_has_its_words(locale: str, verb: Verb, name: str, outcome: str) -> None:
    said = parts.line_in_words(locale, VERBS[verb], decided(outcome, name=name))
    assert pretty(LONGEST_NUMBER) in said
    assert len(said) <= 500
    assert not mentioned(said)


@table(("locale", "shown"), [("en", "“206 555 0100” → "), ("fr", "«\u202f206 555 0100\u202f» → ")])
def test_a_cell_that_was_completed_stands_beside_its_number(locale: str, shown: str) -> None:
    line = Line(number=1, said="206 555 0100", e164=E164("+12065550100"), from_file=True)
    assert parts.line_in_words(locale, VERBS[Verb.RELEASE], line) == f"{shown}`+1 206-555-0100`"
    whole = replace(line, said="+1 206 555 0100")
    assert parts.line_in_words(locale, VERBS[Verb.RELEASE], whole) == "`+1 206-555-0100`"


def test_of_a_number_that_may_be_two_both_are_named_where_the_country_is_known() -> None:
    line = Line(number=1, said="6565550100", e164=None, outcome=Unread.AMBIGUOUS)
    assert "+1 656-555-0100 / +65 6555 0100" in parts.unread("en", line, country="US")


@BOTH_LANGUAGES
@table("why", Unread)
def test_what_is_no_number_is_shown_as_it_was_said(locale: str, why: Unread) -> None:
    said = parts.line_in_words(locale, VERBS[Verb.RELEASE], decided(why, e164=None))
    assert "&lt;!channel&gt;" in said
    assert not mentioned(said)


@BOTH_LANGUAGES
@EVERY_VERB
@EVERY_NAME
@table("wrong", WRONG, ids=NAMES_OF_WRONG)
@table("kept", [0, 1, 1_000])
def test_the_modal_for_a_list_is_taken_by_slack(locale: str, verb: Verb, name: str, wrong: Wrong, kept: int) -> None:
    written = Form(typed=(WORST * 20)[: modals.LIST_LENGTH], kind=ServiceKind.BRIDGE, name=name)
    for form, of in ((NOTHING, None), (written, batch().id)):
        view = modals.form(locale, VERBS[verb], form, of, wrong=wrong, kept=kept).to_dict()
        assert check_view(view) == []
        assert not mentioned(words_of(view["blocks"][0]))


def test_the_modal_for_a_list_is_sent_as_it_was_written() -> None:
    written = Form(typed="+12065550100\n+12065550101", kind=ServiceKind.QUEUE, name="Sales")
    view = modals.form("en", VERBS[Verb.ASSIGN], written, BatchId(7)).to_dict()
    fields = as_sent(view)
    assert fields[modals.LIST][modals.LIST]["value"] == written.typed
    assert fields[modals.KIND][modals.KIND]["selected_option"]["value"] == "queue"
    assert fields[modals.NAME][assign.FIND_NAME]["selected_option"]["value"] == "Sales"
    assert unpacked(view["private_metadata"]) == {"verb": "assign", "batch": 7}
    assert set(as_sent(modals.form("en", VERBS[Verb.RELEASE], NOTHING).to_dict())) == {modals.LIST, modals.FILE}


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
@EVERY_VERB
@table("wrong", WRONG, ids=NAMES_OF_WRONG)
def test_what_is_told_of_a_file_is_taken_by_slack_and_leads_on(locale: str, verb: Verb, wrong: Wrong) -> None:
    message = answers.read(locale, VERBS[verb], batch(verb, Stage.DRAFT), wrong)
    assert refused_by_slack(message) == []
    (button,) = buttons(message)
    assert button["action_id"] == (modals.BACK if wrong else modals.SEE)
    assert check_view(modals.reading(locale, VERBS[verb], batch(verb, Stage.DRAFT)).to_dict()) == []


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
