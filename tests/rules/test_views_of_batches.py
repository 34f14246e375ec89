"""What is shown of batches, with the longest lists and the worst names: taken by Slack, and mentioning nobody."""

import re
from dataclasses import replace

import pytest

from bot.workspace.blockkit import check_view
from handlers.batches.views import answers, modals, parts
from handlers.batches.views.modals import Preview
from handlers.inventory.rules import InventoryRefusal
from handlers.inventory.views import assign
from handlers.kit.blocks import pretty
from handlers.kit.fields import unpacked
from handlers.kit.number_reading import Unread
from store.batches.types import DONE, NOTHING, BatchId, Form, Line, Stage, Verb
from store.services.types import ServiceKind
from store.types import E164
from tests.rules.batched import (
    BOTH_LANGUAGES,
    EVERY_NAME,
    EVERY_OUTCOME,
    EVERY_VERB,
    NAMES_OF_WRONG,
    VERBS,
    WRONG,
    Wrong,
    batch,
    decided,
    many,
)
from tests.rules.fields import as_sent
from tests.rules.owned import LONGEST_NUMBER
from tests.rules.shown import (
    NOW,
    WORST,
    buttons,
    mentioned,
    refused_by_slack,
    words_of,
)
from tests.table import table


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
@table("wrong", WRONG, ids=NAMES_OF_WRONG)
def test_what_is_told_of_a_file_is_taken_by_slack_and_leads_on(locale: str, verb: Verb, wrong: Wrong) -> None:
    message = answers.read(locale, VERBS[verb], batch(verb, Stage.DRAFT), wrong)
    assert refused_by_slack(message) == []
    (button,) = buttons(message)
    assert button["action_id"] == (modals.BACK if wrong else modals.SEE)
    assert check_view(modals.reading(locale, VERBS[verb], batch(verb, Stage.DRAFT)).to_dict()) == []
