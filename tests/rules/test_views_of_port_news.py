"""What is told of port orders, under their cards and in answers, is taken by Slack, whatever was typed."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from handlers.desk import FEATURES
from handlers.kit.file_faults import MORE, FileFault, Unused
from handlers.kit.reply import Message
from handlers.ports.entries import PortAction
from handlers.ports.open_points import Point
from handlers.ports.port_list import Bad, RefusedNumber
from handlers.ports.views import answers, card, lines, lists
from store.ports.types import Alarm, Capacity, Comment, PortOrder, Reason, State
from store.types import E164
from store.workspaces.types import LOCALES
from tests.rules.deeds import entry
from tests.rules.orders import ASKER, BRINGER, DRAFT, FOC, NOW, many, order, worst
from tests.rules.shown import COLLEAGUE, TEAMMATES, WORST, mentioned, refused_by_slack, words
from tests.table import table

BOTH_LANGUAGES = table("locale", LOCALES)
TEXTS = table("text", ["", WORST, "&" * 1_000], ids=["nothing", "mentions", "escaped"])
TOLD = [
    *(
        PortAction.PORT_MOVED,
        PortAction.PORT_REMINDED,
        PortAction.PORT_LISTED,
        PortAction.PORT_DIVIDED,
        PortAction.PORT_CAPACITY,
    ),
    *(PortAction.LETTER_MADE, PortAction.LETTER_SIGNED, PortAction.LETTER_SIGNER),
]
WHEN = f"<!date^{int(NOW.timestamp())}^{{date_short_pretty}} {{time}}|2026-03-02 09:00 UTC>"
AT_THE_FOC = f"<!date^{int(FOC.timestamp())}^{{date_short_pretty}} {{time}}|2026-03-09 09:00 UTC>"
REMINDED = {"state": State.CONTACTING, "since": NOW.isoformat()}


def line(
    locale: str,
    action: str,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    of: PortOrder = DRAFT,
    **deed: Any,
) -> Message:
    """What is told of a deed; where nothing else is said, of one that says as much as it can."""
    told = lines.line(locale, of, entry(action, before, after, **deed).deed)
    assert told
    return told


def said(action: str, after: Mapping[str, Any], before: Mapping[str, Any] | None = None) -> str:
    return words(line("en", action, before or {}, after))


@BOTH_LANGUAGES
@table("action", TOLD)
def test_what_is_told_is_taken_by_slack(locale: str, action: str) -> None:
    message = line(locale, action, of=worst(WORST))
    assert refused_by_slack(message) == []
    assert "*" not in message.text
    assert mentioned(words(message)) <= {f"<@{COLLEAGUE}>"}


@BOTH_LANGUAGES
@table("action", [action for action in FEATURES.entries if action not in TOLD])
def test_of_the_rest_nothing_is_told(locale: str, action: str) -> None:
    assert lines.line(locale, DRAFT, entry(action).deed) is None


@BOTH_LANGUAGES
@TEXTS
def test_a_list_from_a_file_is_told_whatever_is_in_it(locale: str, text: str) -> None:
    refused = [[text[:80], why, ""] for why in Bad] * 2
    after = {"file": text[:100], "added": 0, "left_out": len(refused), "refused": refused[:20]}
    message = line(locale, PortAction.PORT_LISTED, {}, after)
    assert refused_by_slack(message) == []
    assert mentioned(words(message)) == {f"<@{COLLEAGUE}>"}


@BOTH_LANGUAGES
@TEXTS
@table("reason", Reason)
def test_every_refusal_of_a_carrier_is_told(locale: str, text: str, reason: Reason) -> None:
    after = {"state": State.ERROR, "reason": reason, "comment": text[:500]}
    assert refused_by_slack(line(locale, PortAction.PORT_MOVED, {"state": State.CONTACTING}, after)) == []


@BOTH_LANGUAGES
@table("state", State)
@table("alarm", Alarm)
def test_every_reminder_is_told(locale: str, alarm: Alarm, state: State) -> None:
    after = {"alarm": alarm, "state": state, "since": NOW.isoformat()}
    message = line(locale, PortAction.PORT_REMINDED, {}, after, order(state), who=None)
    assert refused_by_slack(message) == []
    assert mentioned(words(message)) == ({f"<@{ASKER}>"} if alarm is Alarm.IDLE else set())


@BOTH_LANGUAGES
@table("capacity", Capacity)
def test_what_support_said_of_the_capacity_is_told(locale: str, capacity: Capacity) -> None:
    assert refused_by_slack(line(locale, PortAction.PORT_CAPACITY, {}, {"capacity": capacity})) == []


@BOTH_LANGUAGES
@table("to", State)
@table("was", State)
def test_every_move_is_told(locale: str, was: State, to: State) -> None:
    before = {"state": was, "foc": NOW.isoformat()}
    after = {"state": to, "foc": FOC.isoformat(), "reason": Reason.PIN}
    assert refused_by_slack(line(locale, PortAction.PORT_MOVED, before, after, who=None)) == []


@table(
    ("was", "after", "told"),
    [
        pytest.param(
            State.DRAFT,
            {"state": State.PROCESSING},
            [
                f"<@{COLLEAGUE}> moved it from “Draft” to *Processing*.",
                "*Never cancel the old service before the transfer*",
            ],
            id="sent: never cancel the old service",
        ),
        pytest.param(
            State.CONTACTING,
            {"state": State.APPROVED, "foc": FOC.isoformat()},
            [f"*Transfer approved* by the losing carrier, as <@{COLLEAGUE}> says. The FOC: *{AT_THE_FOC}*."],
            id="the first FOC",
        ),
        pytest.param(
            State.APPROVED,
            {"state": State.APPROVED, "foc": FOC.isoformat()},
            [f"*Another FOC*, as <@{COLLEAGUE}> says: *{AT_THE_FOC}* instead of {WHEN}."],
            id="another FOC",
        ),
        pytest.param(
            State.APPROVED,
            {"state": State.PENDING, "foc": FOC.isoformat()},
            ["*Transfer pending*: ", AT_THE_FOC, "Do not cancel the old service"],
            id="pending: do not cancel the old service",
        ),
        pytest.param(
            State.PENDING,
            {"state": State.COMPLETED, "foc": FOC.isoformat()},
            ["to *Completed*.", "they are acquired, outside the quota", "bridge, an auto attendant or a call queue"],
            id="completed: assign the numbers",
        ),
        pytest.param(
            State.CONTACTING,
            {"state": State.ERROR, "reason": Reason.PIN, "comment": "call <!here>"},
            ["The PIN is wrong or missing. Ask the losing carrier for the account's PIN", "“call &lt;!here&gt;”"],
            id="refused: why, what to fix, and the comment",
        ),
    ],
)
def test_a_move_says_what_to_do_next(was: State, after: Mapping[str, Any], told: list[str]) -> None:
    message = said(PortAction.PORT_MOVED, after, {"state": was, "foc": NOW.isoformat()})
    assert message.startswith("*PO-7* · ")
    assert [part for part in told if part not in message] == []


@table(
    ("alarm", "told"),
    [
        pytest.param(Alarm.IDLE, f"<@{ASKER}>, this draft has waited since {WHEN}", id="idle"),
        pytest.param(Alarm.SILENT, f"Nothing new since {WHEN}: still *Contacting carrier*.", id="silent"),
        pytest.param(Alarm.HOUR, "An hour to go", id="an hour before"),
        pytest.param(Alarm.CHECKLIST, "then cancel the old service", id="the transfer is due"),
    ],
)
def test_a_reminder_says_what_to_do(alarm: Alarm, told: str) -> None:
    assert told in said(PortAction.PORT_REMINDED, {"alarm": alarm} | REMINDED)


def test_a_list_from_a_file_says_what_was_left_out_and_why() -> None:
    refused = [["hello", Bad.NOT_A_NUMBER, ""], ["+12065550100", Bad.IN_ORDER, "PO-3"]]
    message = said(PortAction.PORT_LISTED, {"file": "list.csv", "added": 5, "left_out": 12, "refused": refused})
    assert f"<@{COLLEAGUE}> added 5 numbers from list.csv." in message
    assert "• hello: this is not a number" in message
    assert "• +1 206-555-0100: this number is in the open order PO-3" in message
    assert "and 10 more" in message


def test_a_letter_of_which_nobody_said_who_signed_is_asked_for_that() -> None:
    signed = {"sha256": "f" * 64, "size": 1, "media_type": "image/png", "signer": "Ben"}
    assert "Who signed it?" not in said(PortAction.LETTER_SIGNED, signed)
    assert "Who signed it?" in said(PortAction.LETTER_SIGNED, signed | {"signer": ""})


@BOTH_LANGUAGES
@TEXTS
@table(
    "why",
    [
        *("port-file-too-late", "port-file-no-list", "port-file-too-long", "port-file-no-letter"),
        *FileFault,
    ],
)
def test_a_file_that_cannot_be_used_is_told(locale: str, text: str, why: str) -> None:
    message = lines.rejected(locale, DRAFT, Unused(why=why, columns=[text, 7, MORE]).kept(), text[:100], 1_000_000)
    assert refused_by_slack(message) == []
    assert not mentioned(message.text)


@BOTH_LANGUAGES
@TEXTS
@table("key", ["port-not-ready", "port-no-letter-yet"])
def test_what_an_order_lacks_is_taken_by_slack(locale: str, text: str, key: str) -> None:
    reply = answers.lacks(locale, worst(text), list(Point), key)
    assert refused_by_slack(reply) == []
    assert reply.text.count("• ") == len(Point)
    assert not mentioned(reply.text)


@BOTH_LANGUAGES
@table("count", [1, 10, 11, 999, 10_000])
@table("why", Bad)
def test_numbers_that_cannot_be_ported_now_are_taken_by_slack(locale: str, count: int, why: Bad) -> None:
    reply = answers.taken(locale, DRAFT, [RefusedNumber(said=e164, why=why, detail="PO-3") for e164 in many(count)])
    assert refused_by_slack(reply) == []
    assert reply.text.count("• ") == min(count, 10)


def comment(text: str) -> Comment:
    """A message as long as it is kept, with ten files."""
    return Comment(by=BRINGER, at=NOW, text=text[:4_000], files=tuple([text[:200]] * 10))


@BOTH_LANGUAGES
@TEXTS
@table("count", [0, 1, 5])
def test_an_order_with_its_comments_is_taken_by_slack(locale: str, count: int, text: str) -> None:
    sight = card.OrderCard(
        order=worst(text, State.ERROR), points=list(Point), reached={}, followers=TEAMMATES[:20], now=NOW
    )
    message = card.card(locale, sight)
    reply = lists.with_comments(locale, message, [comment(text * 20)] * count)
    assert refused_by_slack(reply) == []
    assert mentioned(words(reply)) == mentioned(words(message)) | ({f"<@{BRINGER}>"} if count else set())


def test_comments_are_shown_as_they_were_said() -> None:
    message = card.card("en", card.OrderCard(order=DRAFT, points=[], reached={}, followers=[], now=NOW))
    told = Comment(by=BRINGER, at=NOW, text="Q&amp;A at &lt;9&gt;", files=("bill.pdf", "map.png"))
    assert f"<@{BRINGER}> · {WHEN}: Q&amp;A at &lt;9&gt; · bill.pdf, map.png" in words(
        lists.with_comments("en", message, [told])
    )
    assert "Last said" not in words(lists.with_comments("en", message, []))


@table("e164", [E164("+12065550100"), E164("+9991234567")])
def test_a_number_that_was_left_out_is_shown_as_people_write_it_where_it_is_one(e164: E164) -> None:
    reply = answers.taken("en", replace(DRAFT, numbers=(e164,)), [RefusedNumber(said=e164, why=Bad.OURS)])
    shown = {"+12065550100": "+1 206-555-0100"}.get(e164, e164)
    assert f"• {shown}: this number is ours already" in reply.text
