"""What is Telnyx's own: papers with a deadline, and what is believed of its news."""

import base64
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.carriers.local.carrier import Push
from bot.carriers.local.telnyx.news import Signer
from bot.carriers.telnyx_news import read_news
from handlers.kit.carriers import CarrierRefused, LineState, News, Want
from store.types import Kind
from tests.carriers.conftest import Side

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
OURS = Signer("KEYours")
REFERENCE = UUID("5b1b5f0e-5a35-4a9f-9a35-0d6a4c1f7a11")
EVENT = {
    "event_type": "number_order.complete",
    "id": "7a1b",
    "occurred_at": "2026-11-28T12:00:00Z",
    "payload": {"id": "o-1", "customer_reference": str(REFERENCE), "status": "success"},
}
WRAPPED = json.dumps({"data": {**EVENT, "record_type": "event"}, "meta": {"attempt": 1}}).encode()


def test_papers_are_told_with_their_deadline_which_cancels_the_order(telnyx: Side) -> None:
    paris = telnyx.offers(1, Want(country="FR", city="Paris", kind=Kind.TOLL))
    held = telnyx.client.hold(uuid4(), paris)
    (asked,) = telnyx.order(held).lines
    assert asked.state is LineState.PAPERS
    assert asked.papers
    assert asked.papers.wanted == ["Proof of an address in the number's country"]
    assert asked.papers.until
    assert asked.papers.until > telnyx.now
    telnyx.control("order", reference=str(held.reference), to="pending")
    ordered = telnyx.client.ordered(held.reference)
    assert ordered
    assert ordered.lines[0].state is LineState.PENDING
    telnyx.control("order", reference=str(held.reference), to="papers", numbers=[paris[0].number])
    telnyx.pass_time(timedelta(days=4))
    ordered = telnyx.client.ordered(held.reference)
    assert ordered
    assert (ordered.lines[0].state, ordered.lines[0].code) == (LineState.REFUSED, "cancelled")
    assert telnyx.states(paris[0].number) == ["free"]


def test_what_is_done_is_not_called_undone_for_want_of_particulars(telnyx: Side) -> None:
    paris = telnyx.offers(1, Want(country="FR", city="Paris", kind=Kind.TOLL))
    held = telnyx.client.hold(uuid4(), paris)
    telnyx.control("fault", operation="ordered", status=404, times=1)
    assert [line.state for line in telnyx.order(held).lines] == [LineState.PAPERS]


def test_a_second_order_of_the_same_numbers_is_refused_and_the_first_is_found(telnyx: Side) -> None:
    held = telnyx.hold()
    first = telnyx.order(held)
    with pytest.raises(CarrierRefused):
        telnyx.order(held)
    assert telnyx.client.ordered(held.reference) == first


def push(body: bytes, *, now: datetime = NOW, signer: Signer = OURS) -> Push:
    return signer.push(body, now)


def read(pushed: Push, *, key: str = OURS.public_key) -> News:
    return read_news(dict(pushed.headers), pushed.body, NOW, key)


def changed(body: bytes | None = None, signature: str | None = None, timestamp: str | None = None) -> Push:
    """A piece of news that is well signed, and something of it changed afterwards."""
    good = push(WRAPPED)
    said = {"telnyx-signature-ed25519": signature, "telnyx-timestamp": timestamp}
    headers = {**good.headers, **{name: value for name, value in said.items() if value is not None}}
    return Push(body=body or good.body, headers=headers)


@pytest.mark.parametrize(
    "body", [pytest.param(WRAPPED, id="in its envelope"), pytest.param(json.dumps(EVENT).encode(), id="without")]
)
def test_news_tells_whose_order_it_is_about_and_nothing_else(body: bytes) -> None:
    news = read(push(body))
    assert (news.id, news.reference) == ("7a1b", REFERENCE)


def test_news_about_something_else_has_no_reference() -> None:
    assert read(push(b'{"data": {"id": "1", "payload": {"customer_reference": "H-12"}}}')).reference is None


def test_headers_are_read_in_any_case() -> None:
    pushed = push(WRAPPED)
    headers = {name.title(): value for name, value in pushed.headers.items()}
    assert read_news(headers, pushed.body, NOW, OURS.public_key).id == "7a1b"


@pytest.mark.parametrize(
    ("reading", "code"),
    [
        pytest.param(lambda: read(changed(body=WRAPPED + b" ")), "forged", id="a changed body"),
        pytest.param(lambda: read(push(WRAPPED, signer=Signer("KEYother"))), "forged", id="of another account"),
        pytest.param(lambda: read(changed(signature="AAAA")), "forged", id="too short"),
        pytest.param(lambda: read(changed(signature="=%")), "forged", id="no base64"),
        pytest.param(lambda: read(push(WRAPPED), key="AAAA"), "forged", id="no key of the account's"),
        pytest.param(lambda: read(push(WRAPPED), key=""), "unsigned", id="an account without a key"),
        pytest.param(lambda: read(changed(signature="")), "unsigned", id="not signed"),
        pytest.param(lambda: read(changed(timestamp="soon")), "stale", id="no time"),
        pytest.param(lambda: read(changed(timestamp="9" * 400)), "stale", id="no time there is"),
        pytest.param(lambda: read(changed(timestamp=str(int(NOW.timestamp()) + 1))), "forged", id="moved"),
        pytest.param(lambda: read(push(WRAPPED, now=NOW - timedelta(seconds=301))), "stale", id="old"),
        pytest.param(lambda: read(push(WRAPPED, now=NOW + timedelta(seconds=301))), "stale", id="from the future"),
        pytest.param(lambda: read(push(b"{}")), "unreadable", id="without an id"),
        pytest.param(lambda: read(push(b"[]")), "unreadable", id="no object"),
        pytest.param(lambda: read(push(b"\xff")), "unreadable", id="no JSON"),
        pytest.param(lambda: read(push(b"[" * 200_000)), "unreadable", id="bottomless"),
    ],
)
def test_what_cannot_be_believed_is_refused(reading: Callable[[], object], code: str) -> None:
    with pytest.raises(CarrierRefused) as refused:
        reading()
    assert refused.value.code == code


@pytest.mark.parametrize("seconds", [-300, 300])
def test_clocks_may_differ_a_little(seconds: int) -> None:
    assert read(push(WRAPPED, now=NOW + timedelta(seconds=seconds)))


def test_the_local_telnyx_signs_as_the_sdk_expects() -> None:
    from telnyx.lib.webhook_verification import verify_webhook_signature

    pushed = push(WRAPPED, now=datetime.now(UTC))
    verify_webhook_signature(pushed.body, pushed.headers, OURS.public_key)


def test_our_reading_takes_what_anybody_with_the_key_has_signed() -> None:
    private = Ed25519PrivateKey.generate()
    public = base64.b64encode(private.public_key().public_bytes_raw()).decode()
    at = str(int(NOW.timestamp()))
    signature = base64.b64encode(private.sign(f"{at}|".encode() + WRAPPED)).decode()
    assert read_news({"telnyx-signature-ed25519": signature, "telnyx-timestamp": at}, WRAPPED, NOW, public)
