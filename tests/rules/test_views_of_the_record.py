"""Entries of the record are readable, taken by Slack however much they say, and ping nobody for what was written."""

import pytest

from handlers.approvals.entries import ApprovalAction
from handlers.desk import FEATURES, read_command
from handlers.holds.entries import HoldAction
from handlers.kit.fields import command, turns, unpacked
from handlers.ports.entries import PortAction
from handlers.record import views
from handlers.record.entries import RecordAction
from handlers.record.requests import Log
from handlers.settings.entries import SettingsAction
from store.audit.types import Entry
from store.places import known_places
from store.types import E164, ChannelId, UserId
from store.workspaces.types import LOCALES
from tests.rules.deeds import ada, entry
from tests.rules.shown import (
    COLLEAGUE,
    HOLDER,
    NONCE,
    NOW,
    TEAMMATES,
    as_json,
    buttons,
    e164s,
    elements,
    labels,
    mentioned,
    refused_by_slack,
    words,
)
from tests.table import table

WORDS = FEATURES.entries
PLACES = known_places()
BOTH_LANGUAGES = table("locale", LOCALES)


def line(locale: str, of: Entry) -> str:
    return views.log(WORDS, locale, Log(), [of], 1, NONCE).text


@BOTH_LANGUAGES
@table("action", WORDS)
@table("count", [1, 10])
def test_the_record_is_taken_by_slack(locale: str, action: str, count: int) -> None:
    reply = views.log(WORDS, locale, Log(), [entry(action)] * count, 1_000_000, NONCE)
    assert refused_by_slack(reply) == []
    assert "*" not in reply.text


@BOTH_LANGUAGES
def test_pages_with_every_deed_are_taken_by_slack(locale: str) -> None:
    deeds = [entry(action) for action in WORDS]
    for begin in range(0, len(deeds), views.PAGE):
        page = deeds[begin : begin + views.PAGE]
        assert refused_by_slack(views.log(WORDS, locale, Log(), page, 1_000_000, NONCE)) == []


@BOTH_LANGUAGES
@table("action", WORDS)
def test_the_record_mentions_nobody_for_what_was_written(locale: str, action: str) -> None:
    said = words(views.log(WORDS, locale, Log(), [entry(action)], 1, NONCE))
    meant: dict[str, set[str]] = {
        HoldAction.ACQUIRED: {f"<@{HOLDER}>"},
        PortAction.PORT_COMMENT_DELETED: {f"<@{COLLEAGUE}>"},
        ApprovalAction.LAPSED: {f"<@{user}>" for user in TEAMMATES[:3]},
        SettingsAction.SETTINGS_CHANGED: {
            f"<@{user}>" for user in TEAMMATES[:3]
        },  # who was named, not who was written of
    }
    assert mentioned(said) == meant.get(action, set())


@table(
    ("of", "english", "french"),
    [
        pytest.param(
            ada(HoldAction.RESERVED, after={"numbers": e164s(2)}),
            "Ada reserved `+44 20 7946 0000`, `+44 20 7946 0001` · H-12 · <#C0123456789>",
            "Ada a réservé `+44 20 7946 0000`, `+44 20 7946 0001` · H-12 · <#C0123456789>",
            id="reserved",
        ),
        pytest.param(
            ada(ApprovalAction.ASKED, after={"numbers": e164s(5)}),
            "`+44 20 7946 0002` and 2 more",
            "`+44 20 7946 0002` et 2 de plus",
            id="asked for more than are named",
        ),
        pytest.param(
            ada(HoldAction.ACQUIRED, after={"numbers": e164s(1)}),
            "acquired `+44 20 7946 0000` ·",
            "a acquis `+44 20 7946 0000` ·",
            id="acquired",
        ),
        pytest.param(
            ada(HoldAction.ACQUIRED, after={"numbers": e164s(1), "asked_by": HOLDER}),
            "acquired `+44 20 7946 0000` for <@U0123456789>",
            "a acquis `+44 20 7946 0000` pour <@U0123456789>",
            id="acquired by the last approval",
        ),
        pytest.param(
            ada(HoldAction.ACQUIRED, after={"numbers": e164s(1), "ordered": e164s(1)}),
            "acquired `+44 20 7946 0000`; one is ordered at its carrier ·",
            "a acquis `+44 20 7946 0000`\u202f; un est commandé chez son opérateur ·",
            id="acquired, and still to be given by its carrier",
        ),
        pytest.param(
            ada(HoldAction.RELEASED, before={"size": 1}), "released 1 number ·", "a libéré 1 numéro ·", id="released"
        ),
        pytest.param(
            ada(HoldAction.RAN_OUT, before={"size": 3}, who=None, name=""),
            "The clock ended a hold of 3 numbers",
            "a mis fin à une réservation de 3 numéros",
            id="ran out",
        ),
        pytest.param(
            ada(ApprovalAction.APPROVED, after={"approvals": 1, "needed": 2}),
            "approved (1 of 2)",
            "a approuvé (1 sur 2)",
            id="approved",
        ),
        pytest.param(
            ada(ApprovalAction.DECLINED, after={"reason": "too many"}),
            "declined: too many ·",
            "a refusé\u00a0: too many ·",
            id="declined",
        ),
        pytest.param(
            ada(
                SettingsAction.SETTINGS_CHANGED,
                before={"notices": None, "hold_minutes": 10},
                after={"notices": "C1", "hold_minutes": 0},
                subject="settings",
            ),
            "changed settings (Minutes a hold lasts: 10 → 0, Channel for notices: \N{EN DASH} → <#C1>)",
            "a modifié les réglages (Durée d’une réservation, en minutes: 10 → 0,",  # noqa: RUF001 (an apostrophe)
            id="settings",
        ),
        pytest.param(
            ada(
                SettingsAction.SETTINGS_CHANGED,
                before={"approvers": "anyone", "credits_set_up": False, "locale": "en", "may_reserve": "admins"},
                after={"approvers": "named U1 U2", "credits_set_up": True, "locale": "fr", "may_reserve": "group S1"},
                subject="settings",
            ),
            "(Who may approve: Any member of the channel → <@U1> <@U2>, Communications Credits: \N{EN DASH} → ✓, "
            "Language in channels: English → Français, Reserve: Admins only → <!subteam^S1>)",
            "(Qui peut approuver: Tout membre du canal → <@U1> <@U2>, Crédits de communication: \N{EN DASH} → ✓,",
            id="who may do what, and what is on or off",
        ),
    ],
)
def test_an_entry_says_who_did_what_to_what_and_where(of: Entry, english: str, french: str) -> None:
    assert english in line("en", of)
    assert french in line("fr", of)


def test_an_entry_says_when_in_the_readers_own_time() -> None:
    when = f"<!date^{int(NOW.timestamp())}^{{date_short_pretty}} {{time}}|2025-03-04 14:22 UTC>"
    assert line("en", entry(RecordAction.EXPORTED)).startswith(when)


def test_a_member_is_shown_by_the_name_they_had_else_mentioned() -> None:
    assert " · Ada Lovelace approved" in line("en", entry(ApprovalAction.APPROVED, name="Ada Lovelace"))
    assert f" · <@{COLLEAGUE}> approved" in line("en", entry(ApprovalAction.APPROVED, name=""))


@table("channel", [None, ChannelId(""), ChannelId("D0BEN"), ChannelId("U0BEN0001")], ids=repr)
def test_somebodys_own_messages_are_no_channel(channel: ChannelId | None) -> None:
    assert "<#" not in line("en", entry(ApprovalAction.APPROVED, channel=channel))


def test_a_page_shows_an_entry_in_each_line_and_how_many_there_are() -> None:
    reply = views.log(WORDS, "en", Log(page=2), [entry(ApprovalAction.APPROVED)] * 10, 35, NONCE)
    sections = [block for block in as_json(reply) if block["type"] == "section"]
    assert len(sections) == 10
    assert "11–20 of 35" in words(reply)  # noqa: RUF001 (from one to another)


@table(
    ("page", "shown", "total", "older"),
    [
        pytest.param(1, 10, 10, [], id="all on one page"),
        pytest.param(1, 10, 11, ["Older entries"], id="more than a page"),
        pytest.param(2, 1, 11, [], id="the last page"),
    ],
)
def test_older_entries_are_offered_while_there_are_some(page: int, shown: int, total: int, older: list[str]) -> None:
    assert (
        labels(views.log(WORDS, "en", Log(page=page), [entry(ApprovalAction.APPROVED)] * shown, total, NONCE)) == older
    )


@table(
    "ask",
    [
        pytest.param(Log(), id="all"),
        pytest.param(Log(about="H-12"), id="of a hold"),
        pytest.param(Log(about=E164("+12065550100"), who=UserId("U0BEN0001")), id="of a number and a member"),
        pytest.param(read_command("log since:60w page:7", PLACES), id="since long ago"),
        pytest.param(read_command("log since:2026-11-01", PLACES), id="since a day"),
    ],
)
def test_the_button_for_older_entries_asks_for_the_next_page_of_the_same(ask: Log) -> None:
    (button,) = buttons(views.log(WORDS, "en", ask, [entry(ApprovalAction.APPROVED)] * 10, 1_000, NONCE))
    value = unpacked(button["value"])
    assert read_command(command(value), PLACES) == Log(about=ask.about, who=ask.who, since=ask.since, page=ask.page + 1)
    assert turns(value)


@BOTH_LANGUAGES
@table("total", [0, 12])
def test_an_empty_page_is_answered(locale: str, total: int) -> None:
    reply = views.log(WORDS, locale, Log(page=9), [], total, NONCE)
    assert refused_by_slack(reply) == []
    assert ("9" in reply.text) == bool(total)
    assert not list(elements(as_json(reply)))
