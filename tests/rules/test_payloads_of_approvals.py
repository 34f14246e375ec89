"""Nothing that the buttons and modals of a request carry is trusted."""

import json
from typing import Any

import pytest

from handlers.approvals import payloads as approvals_payloads
from handlers.approvals.requests import Decision
from handlers.approvals.views import decline
from handlers.holds.subject import APPROVAL
from handlers.kit import fields as fields_of
from handlers.kit.fields import unpacked
from handlers.kit.words import BadField, BadInput
from store.approvals.types import RequestId
from tests.rules.fields import typed
from tests.rules.shown import hold, request
from tests.table import table


def test_a_decision_is_on_a_request_and_its_hold() -> None:
    carried = {"hold": 12, "request": 3, "nonce": "H-12.2"}
    assert approvals_payloads.decision(carried) == Decision(request=RequestId(3), ref={"hold": 12})


@table("name", ["hold", "request"])
@table("number", [None, 0, -1, 2**31, 1.0, True, "12", [12], {"hold": 12}], ids=repr)
def test_a_decision_on_what_is_no_hold_or_no_request_is_refused(name: str, number: Any) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        approvals_payloads.decision({"hold": 12, "request": 3, name: number})


@table("missing", ["hold", "request"])
def test_a_decision_needs_both(missing: str) -> None:
    carried = {"hold": 12, "request": 3}
    del carried[missing]
    with pytest.raises(BadInput, match="stale-button"):
        approvals_payloads.decision(carried)


@table(
    ("said", "read"),
    [
        pytest.param("too many", "too many", id="in words"),
        pytest.param("  too many\n", "too many", id="with space around"),
        pytest.param("é" * 300, "é" * 300, id="as long as can be"),
        pytest.param("a\0b\ud800c", "abc", id="with what no database keeps"),
    ],
)
def test_a_reason_is_read(said: str, read: str) -> None:
    assert approvals_payloads.reason(typed(decline.REASON, said)) == read


@table("said", [None, "", "  \n", "\0", 12, ["too many"]], ids=repr)
def test_without_a_reason_nothing_is_declined(said: Any) -> None:
    with pytest.raises(BadField, match="decline-no-reason") as bad:
        approvals_payloads.reason(typed(decline.REASON, said))
    assert bad.value.field == decline.REASON


def test_a_reason_may_have_300_characters() -> None:
    with pytest.raises(BadField, match="decline-too-long") as bad:
        approvals_payloads.reason(typed(decline.REASON, "é" * 301))
    assert (bad.value.field, bad.value.values) == (decline.REASON, {"most": 300})


def test_the_modal_for_a_reason_carries_what_is_declined() -> None:
    view = decline.decline("en", APPROVAL, hold(3), request(3)).to_dict()
    carried = unpacked(view["private_metadata"])
    assert approvals_payloads.decision(carried) == Decision(request=request(3).id, ref=hold(3).ref)
    assert fields_of.place(carried) == ("", "")


@table(
    ("carried", "place"),
    [
        pytest.param(
            {"channel": "C0GENERAL", "message": "1741098120.000100"}, ("C0GENERAL", "1741098120.000100"), id="a message"
        ),
        pytest.param(
            {"channel": "G0PRIVATE", "message": "1741098120.000100"}, ("G0PRIVATE", "1741098120.000100"), id="a private"
        ),
        pytest.param({"channel": "D0BEN"}, ("D0BEN", ""), id="somebody's own messages, and no message"),
        pytest.param({}, ("", ""), id="nowhere, as in the Home tab"),
        pytest.param({"channel": None, "message": None}, ("", ""), id="nothing"),
        pytest.param({"channel": 12, "message": 1741098120.0001}, ("", ""), id="numbers"),
        pytest.param({"channel": ["C0GENERAL"], "message": {}}, ("", ""), id="a list and an object"),
        pytest.param({"channel": "U0BEN0001"}, ("", ""), id="a member"),
        pytest.param({"channel": "c0general"}, ("", ""), id="in small letters"),
        pytest.param({"channel": "C0GENERAL> <!channel"}, ("", ""), id="more than an id"),
        pytest.param({"channel": "C0GENERAL\n"}, ("", ""), id="with a line's end"),
        pytest.param({"channel": "C" + "0" * 21}, ("", ""), id="longer than ids are"),
        pytest.param({"channel": "C0GENERAL", "message": "now"}, ("C0GENERAL", ""), id="no time"),
        pytest.param({"channel": "C0GENERAL", "message": "1741098120"}, ("C0GENERAL", ""), id="half a time"),
        pytest.param({"channel": "C0GENERAL", "message": "٣.٣"}, ("C0GENERAL", ""), id="the digits of another script"),
        pytest.param({"channel": "C0GENERAL", "message": "1.1\n"}, ("C0GENERAL", ""), id="a time with a line's end"),
        pytest.param({"message": "1741098120.000100"}, ("", "1741098120.000100"), id="a message without its channel"),
    ],
)
def test_a_modal_knows_where_it_was_opened(carried: dict[str, Any], place: tuple[str, str]) -> None:
    assert fields_of.place(json.loads(json.dumps(carried))) == place
