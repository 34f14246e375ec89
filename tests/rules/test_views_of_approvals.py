"""The card of a hold that waits for approval, or that was decided by others: taken by Slack, and says what it must."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.workspace.blockkit import check_view
from handlers.approvals import payloads as approvals_payloads
from handlers.approvals.requests import Decision
from handlers.approvals.views import decline
from handlers.approvals.views.buttons import APPROVE, DECLINE, TAKE_BACK, WITHDRAW
from handlers.holds import payloads as holds_payloads
from handlers.holds.subject import APPROVAL
from handlers.holds.views import card
from handlers.kit import fields as fields_of
from handlers.kit.blocks import FIRST
from handlers.kit.fields import unpacked
from handlers.kit.reply import Message
from handlers.quota import Left
from store.approvals.types import ApprovalRequest, RequestId, Verdict
from store.holds.types import Hold, HoldId, Outcome
from store.workspaces.types import LOCALES, Who
from tests.rules import shown
from tests.rules.shown import (
    COLLEAGUE,
    EVERY_CIRCLE,
    HOLDER,
    NOW,
    SIZES,
    TEAMMATES,
    WORST,
    acquired,
    buttons,
    hold,
    labels,
    mentioned,
    refused_by_slack,
    request,
    words,
)
from tests.table import table

EVERY_SIZE = table("size", SIZES)
EVERY_WHO = table("who", EVERY_CIRCLE, ids=lambda who: who.circle)
BOTH_LANGUAGES = table("locale", LOCALES)


def card_of(locale: str, of: Hold, asked: ApprovalRequest) -> Message:
    first = asked.numbers[: of.acquired if of.outcome is Outcome.ACQUIRED else of.size][:FIRST]
    return card.card(
        locale, card.HoldCard(hold=of, numbers=first, room=Left(left=17, quota=1_500), now=NOW, request=asked)
    )


def extended(size: int, minutes: int = 60) -> Hold:
    return replace(hold(size), extended_minutes=minutes)


@pytest.mark.slow
@BOTH_LANGUAGES
@EVERY_SIZE
@EVERY_WHO
@table("approvals", range(6))
def test_a_card_that_waits_for_approval_is_taken_by_slack(locale: str, size: int, who: Who, approvals: int) -> None:
    for of in (hold(size), extended(size)):
        for note in ("", WORST):
            message = card_of(locale, of, request(size, approvals=approvals, who=who, note=note))
            assert refused_by_slack(message) == []
            assert "*" not in message.text


@BOTH_LANGUAGES
@EVERY_SIZE
@table(
    ("of", "verdict"),
    [
        pytest.param(lambda size: acquired(size, size, WORST[:500]), Verdict.APPROVED, id="approved"),
        pytest.param(shown.declined, Verdict.DECLINED, id="declined for the worst reason"),
        pytest.param(shown.released, Verdict.RELEASED, id="released"),
        pytest.param(shown.ran_out, Verdict.RAN_OUT, id="ran out"),
        pytest.param(shown.ran_out, None, id="ran out, and the request not yet closed"),
        pytest.param(shown.held_again, Verdict.RAN_OUT, id="held again"),
        pytest.param(hold, Verdict.WITHDRAWN, id="withdrawn"),
    ],
)
def test_the_card_of_what_was_decided_is_taken_by_slack(
    locale: str, size: int, of: Callable[[int], Hold], verdict: Verdict | None
) -> None:
    message = card_of(locale, of(size), request(size, approvals=5, note=WORST, verdict=verdict))
    assert refused_by_slack(message) == []


@table(
    ("approvals", "english", "french"),
    [
        pytest.param(
            0,
            ["Approve", "Decline", "Withdraw", "Show numbers"],
            ["Approuver", "Refuser", "Retirer la demande", "Afficher les numéros"],
            id="none yet",
        ),
        pytest.param(
            1,
            ["Approve", "Decline", "Take back approval", "Withdraw", "Show numbers"],
            ["Approuver", "Refuser", "Retirer mon approbation", "Retirer la demande", "Afficher les numéros"],
            id="some are there, and can be taken back",
        ),
    ],
)
def test_a_card_that_waits_has_buttons_for_all_who_are_concerned(
    approvals: int, english: list[str], french: list[str]
) -> None:
    assert labels(card_of("en", hold(3), request(3, approvals=approvals))) == english
    assert labels(card_of("fr", hold(3), request(3, approvals=approvals))) == french


@table(
    ("of", "verdict", "offered"),
    [
        pytest.param(acquired(3, 3), Verdict.APPROVED, ["Show numbers", "Assign"], id="approved"),
        pytest.param(shown.declined(3), Verdict.DECLINED, [], id="declined"),
        pytest.param(shown.released(3), Verdict.RELEASED, [], id="released"),
        pytest.param(shown.ran_out(3), Verdict.RAN_OUT, ["Hold again"], id="ran out"),
        pytest.param(replace(hold(3), until=NOW), None, ["Hold again"], id="ran out, and not yet announced"),
        pytest.param(
            hold(3),
            Verdict.WITHDRAWN,
            ["Show numbers", "Acquire numbers", "Release"],
            id="withdrawn: held as before",
        ),
    ],
)
def test_nobody_can_decide_what_is_decided(of: Hold, verdict: Verdict | None, offered: list[str]) -> None:
    assert labels(card_of("en", of, request(3, approvals=1, verdict=verdict))) == offered


@BOTH_LANGUAGES
def test_every_button_that_decides_carries_the_hold_its_request_and_its_state(locale: str) -> None:
    of, asked = replace(hold(3), id=HoldId(12), version=4), replace(request(3, approvals=1), id=RequestId(7))
    carried = {button["action_id"]: unpacked(button["value"]) for button in buttons(card_of(locale, of, asked))}
    deciding = {APPROVE, DECLINE, TAKE_BACK, WITHDRAW}
    assert carried.keys() == deciding | {card.SHOW}
    assert {holds_payloads.hold(value) for value in carried.values()} == {12}
    assert {fields_of.nonce(value) for value in carried.values()} == {"H-12.4"}
    decision = Decision(request=RequestId(7), ref={"hold": 12})
    assert all(approvals_payloads.decision(carried[action]) == decision for action in deciding)


def test_the_buttons_are_others_once_the_card_shows_something_new() -> None:
    before, after = (
        [button["value"] for button in buttons(card_of("en", replace(hold(3), version=version), request(3)))]
        for version in (1, 2)
    )
    assert not set(before) & set(after)


@BOTH_LANGUAGES
@EVERY_WHO
@table("approvals", [0, 2])
def test_a_card_mentions_only_who_asks_and_who_approved(locale: str, who: Who, approvals: int) -> None:
    message = card_of(locale, hold(3), request(3, approvals=approvals, who=who, note=WORST))
    known = {f"<@{user}>" for user in (HOLDER, *TEAMMATES[:approvals])}
    assert mentioned(words(message)) | mentioned(message.text) == known


@BOTH_LANGUAGES
@table(
    ("of", "verdict"),
    [
        pytest.param(shown.declined(3), Verdict.DECLINED, id="a reason"),
        pytest.param(acquired(3, 3, WORST[:500]), Verdict.APPROVED, id="a note"),
    ],
)
def test_what_was_written_mentions_nobody_on_the_card(locale: str, of: Hold, verdict: Verdict) -> None:
    message = card_of(locale, of, request(3, note=WORST, verdict=verdict))
    assert mentioned(words(message)) <= {f"<@{user}>" for user in (HOLDER, COLLEAGUE, TEAMMATES[0])}


def test_a_card_that_waits_says_who_wants_what_for_what_and_what_is_missing_until_when() -> None:
    asked = replace(request(2, approvals=2, note="for the front desk"), needed=3)
    said = words(card_of("en", extended(3, 15), asked))
    for part in (
        f"<@{HOLDER}> asks to acquire *2 of 3 toll numbers*",
        "Seattle, Washington, United States",
        "For: Call queue",
        "Note: for the front desk",
        "Approvals: *2 of 3* · any member of this channel may approve, by the policy when this was asked",
        f"Approved by <@{TEAMMATES[0]}>, <@{TEAMMATES[1]}>",
        f"<!date^{int(hold(3).until.timestamp())}^{{time}}|14:32 UTC>",
        "15 minutes longer while approval is awaited",
    ):
        assert part in said


@table(
    ("minutes", "english", "french"),
    [(1, "1 minute longer", "1 minute de plus"), (2, "2 minutes longer", "2 minutes de plus")],
)
def test_an_extension_is_counted(minutes: int, english: str, french: str) -> None:
    assert english in words(card_of("en", extended(3, minutes), request(3)))
    assert french in words(card_of("fr", extended(3, minutes), request(3)))


def test_a_card_that_was_never_extended_says_nothing_of_it() -> None:
    assert "longer" not in words(card_of("en", hold(3), request(3)))


@EVERY_SIZE
def test_a_card_that_waits_counts_the_numbers_asked_for(size: int) -> None:
    said = words(card_of("en", hold(size), request(size)))
    assert said.count("`") // 2 == min(size, 10)
    assert ("and " in said) == (size > 10)


def test_a_card_says_how_it_was_decided() -> None:
    approved = words(card_of("en", acquired(3, 3), request(3, approvals=2, verdict=Verdict.APPROVED)))
    declined = words(card_of("en", shown.declined(3), replace(request(3, verdict=Verdict.DECLINED), reason="too many")))
    late = words(card_of("en", shown.ran_out(3), request(3, approvals=2, verdict=Verdict.RAN_OUT)))
    assert f"Approved by <@{TEAMMATES[0]}>, <@{TEAMMATES[1]}>" in approved
    assert f"<@{TEAMMATES[0]}> declined what <@{HOLDER}> asked for" in declined
    assert "Why: too many" in declined
    assert f"What <@{HOLDER}> asked for was not approved in time (2 of 5)." in late


@BOTH_LANGUAGES
@EVERY_SIZE
@EVERY_WHO
def test_the_modal_for_a_reason_is_taken_by_slack(locale: str, size: int, who: Who) -> None:
    view = decline.decline(locale, APPROVAL, hold(size), request(size, who=who)).to_dict()
    assert check_view(view) == []
    assert mentioned(json.dumps(view)) == {f"<@{HOLDER}>"}
    assert view["callback_id"] == decline.CALLBACK
