"""Answers, quota and settings are taken by Slack and say what they must, in both languages."""

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.workspace.blockkit import check_view
from handlers import desk
from handlers.kit import answers, note
from handlers.kit.fields import command, unpacked
from handlers.kit.refusals import Refusal
from handlers.kit.reply import Reply
from handlers.kit.words import BadField, BadInput
from handlers.quota import views as quota
from store.numbers.types import InUse
from store.places import known_places
from store.types import ChannelId, Kind, WorkspaceId
from store.workspaces.types import LOCALES, Credits, Licences, Workspace
from tests.rules.shown import EVERY_REFUSAL, NONCE, as_json, buttons, labels, refused_by_slack, words
from tests.table import table

PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)


@BOTH_LANGUAGES
@table(
    "text",
    [
        pytest.param("foo", id="no command"),
        pytest.param("search Birmingham", id="two places"),
        pytest.param("reserve 5", id="no place"),
        pytest.param("search type:x " + "&amp;" * 240, id="as long as can be corrected, all escaped"),
        pytest.param("search type:x " + "&amp;" * 2_000, id="too long to be corrected"),
        pytest.param("search type:x " + "😀" * 280, id="emoji"),
        pytest.param("search " + "x" * 3_000, id="one long word"),
        pytest.param("search <!channel> <@U1>", id="mentions"),
    ],
)
def test_bad_input_is_answered_within_slacks_limits(locale: str, text: str) -> None:
    reply = answers.bad_input(locale, wrong(text), NONCE)
    assert refused_by_slack(reply) == []
    assert not {"<!channel>", "<@U1>"} & set(words(reply).split())


def wrong(text: str) -> BadInput:
    with pytest.raises(BadInput) as bad:
        desk.read_command(text, PLACES)
    return bad.value


@settings(deadline=None)
@given(st.text(max_size=400), st.sampled_from(["", "search ", "reserve 0 ", "show ", "search type:x "]))
def test_whatever_is_typed_the_answer_is_taken_by_slack(text: str, verb: str) -> None:
    try:
        desk.read_command(verb + text, PLACES)
    except BadInput as bad:
        reply = answers.bad_input("en", bad, NONCE)
        faults = refused_by_slack(reply)
        if faults:
            raise AssertionError(faults) from bad


@BOTH_LANGUAGES
def test_corrections_are_buttons_that_run_them(locale: str) -> None:
    bad = wrong("search Birmingham")
    reply = answers.bad_input(locale, bad, NONCE)
    assert tuple(command(unpacked(button["value"])) for button in buttons(reply)) == bad.corrected
    assert tuple(labels(reply)) == bad.corrected


@BOTH_LANGUAGES
def test_a_stale_button_is_answered_in_words(locale: str) -> None:
    assert "`/numbers`" in answers.bad_input(locale, BadInput("stale-button"), NONCE).text


def test_a_long_word_is_shown_by_its_beginning() -> None:
    assert "“" + "x" * 79 + "…”" in answers.bad_input("en", wrong("search " + "x" * 3_000), NONCE).text


@BOTH_LANGUAGES
def test_a_bad_field_keeps_the_modal_open_with_the_reason(locale: str) -> None:
    reply = answers.bad_field(locale, BadField("ranges", "acquire-bad-range", said="R&D"))
    assert reply.errors.keys() == {"ranges"}
    assert "R&D" in reply.errors["ranges"]
    assert answers.bad_field(locale, BadField("hold_minutes", "settings-not-whole", least=1, most=60)).errors


@BOTH_LANGUAGES
@table("refusal", EVERY_REFUSAL)
def test_every_refusal_is_said_in_words_and_named_for_the_log(locale: str, refusal: Refusal) -> None:
    reply = answers.refused(
        locale,
        refusal,
        left=0,
        quota=20,
        country="Belgium",
        offer="none",
        holder="<@U1>",
        hold="H-1",
        who="admins",
        asker="<@U2>",
        channels="<#C1>, <#C2>",
        order="PO-7",
        state="Draft",
        to="Completed",
        number="`+1 206-555-0100`",
        service="Call queue *Reception*",
        carrier="Telnyx",
        name="R-1",
        by="<@U3>",
    )
    assert refused_by_slack(reply) == []
    assert reply.refusal == refusal


@BOTH_LANGUAGES
def test_a_hold_that_is_not_there_is_said_so(locale: str) -> None:
    assert "H-12" in answers.bad_input(locale, BadInput("no-such-hold", hold="H-12"), NONCE).text


def workspace(licences: int = 60, **credit: bool | Decimal) -> Workspace:
    return Workspace(
        id=WorkspaceId("T1"),
        licences=Licences(enterprise_e5=licences, phone_system=licences, audio_conferencing=licences),
        credits=Credits(**credit),  # type: ignore[arg-type] # a few of its fields
        notices=ChannelId("C1"),
    )


NOTHING_SET = Workspace(id=WorkspaceId("T2"))
IN_USE = {Kind.TOLL: InUse(held=3, acquired=4), Kind.TOLL_FREE: InUse(held=1, acquired=1)}
NONE_IN_USE = {Kind.TOLL: InUse(), Kind.TOLL_FREE: InUse()}


@BOTH_LANGUAGES
@table("of", [NOTHING_SET, workspace(), workspace(10_000_000, set_up=True)], ids=["new", "set", "big"])
@table("in_use", [IN_USE, NONE_IN_USE], ids=["in use", "none in use"])
def test_the_quota_is_taken_by_slack(locale: str, of: Workspace, in_use: dict[Kind, InUse]) -> None:
    assert refused_by_slack(quota.quota(locale, of, in_use)) == []


@table(
    ("of", "in_use", "said"),
    [
        pytest.param(NOTHING_SET, NONE_IN_USE, "no licence", id="no licence"),
        pytest.param(workspace(), NONE_IN_USE, "until Communications Credits are set up", id="no credits"),
        pytest.param(workspace(set_up=True), IN_USE, "low or unknown", id="the balance is not known"),
    ],
)
def test_the_quota_says_what_is_wanting(of: Workspace, in_use: dict[Kind, InUse], said: str) -> None:
    assert said in quota.quota("en", of, in_use).text


def test_the_quota_warns_of_nothing_without_need() -> None:
    low = workspace(set_up=True, balance=Decimal(1))
    recharged = workspace(set_up=True, auto_recharge=True)
    assert "low or unknown" not in quota.quota("en", low, NONE_IN_USE).text
    assert "low or unknown" not in quota.quota("en", recharged, IN_USE).text


def test_the_quota_shows_what_is_acquired_held_and_left_as_a_bar() -> None:
    said = quota.quota("en", Workspace(id=WorkspaceId("T1"), licences=Licences(phone_system=60)), IN_USE).text
    assert "Toll ▰▰▰▱▱▱▱▱▱▱ 13 of 20 left · 4 acquired, 3 held" in said


@BOTH_LANGUAGES
@table(
    "reply",
    [
        pytest.param(answers.bad_input("en", BadInput("no-such-hold", hold="H-12"), NONCE), id="words alone"),
        pytest.param(answers.bad_input("en", BadInput("bad-topic", "help", said="x"), NONCE), id="with a button"),
    ],
)
def test_an_answer_without_a_channel_is_a_modal(locale: str, reply: Reply) -> None:
    shown = note.note(locale, reply).to_dict()
    assert check_view(shown) == []
    assert not as_json(reply) or json.dumps(shown["blocks"], sort_keys=True) == json.dumps(
        as_json(reply), sort_keys=True
    )
