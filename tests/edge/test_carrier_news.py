"""What carriers post is believed where it is signed by one of our accounts just now, once, and no further than that."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import cast
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select

from bot.build import Desk as Built
from bot.carriers.accounts import Account
from bot.carriers.local.telnyx.news import Signer
from bot.carriers.registry import Clients
from bot.incoming import MOST_BYTES
from bot.web import web
from handlers.kit.carriers import CarrierName
from store.carriers import tasks
from store.carriers.news import CarrierNewsRow
from store.carriers.table import CarrierLineRow, CarrierTaskRow
from store.carriers.types import Operation
from store.session import connect
from tests.databases import Databases
from tests.desk import HOME, Desk, open_desk
from tests.table import table

REFERENCE = UUID("6f3c1b9e-3d0f-4a8e-9a43-0a3f5b6f7a10")
OURS, THEIRS = Signer("ours"), Signer("somebody else's")
LATER = timedelta(hours=1)


@pytest.fixture
def desk(databases: Databases, engine_name: str) -> Iterator[Desk]:
    """A desk with an account at Telnyx, and an order there that is asked for in an hour."""
    database = connect(databases.new(engine_name))
    made = open_desk(database)
    account = Account(name=CarrierName("telnyx"), url="http://127.0.0.1:9", key="k", public_key=OURS.public_key)
    with database.begin() as db:
        due = made.real_clock() + LATER
        tasks.owe(db, HOME, "telnyx", Operation.POLL, str(REFERENCE), due)
    yield replace(made, tools=replace(made.tools, carriers=Clients([account], made.clock)))
    database.close()


def event(
    id_: str = "event 1", reference: object = str(REFERENCE), *, bare: bool = False, status: str = "success"
) -> bytes:
    """An order is complete, or whatever it says."""
    payload = {"customer_reference": reference, "status": status}
    inner = {"event_type": "number_order.complete", "id": id_, "payload": payload}
    return json.dumps(inner if bare else {"data": inner, "meta": {}}).encode()


def headers(desk: Desk, body: bytes, by: Signer = OURS, ago: float = 0) -> dict[str, str]:
    return dict(by.push(body, desk.clock() - timedelta(seconds=ago)).headers)


def post(desk: Desk, content: bytes | AsyncIterator[bytes], said: dict[str, str], to: str = "telnyx") -> int:
    app = web(cast("Built", SimpleNamespace(database=desk.database, tools=desk.tools, clock=None)), "a secret")

    async def ask() -> int:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://desk") as client:
            return (await client.post(f"/carriers/{to}", content=content, headers=said)).status_code

    return asyncio.run(ask())


def heard(desk: Desk) -> tuple[int, bool]:
    """How many pieces of news counted, and whether the order is asked for now."""
    with desk.database.reading() as db:
        due = db.scalars(select(CarrierTaskRow.due_at)).one()
        return len(db.scalars(select(CarrierNewsRow.news)).all()), due <= desk.real_clock()


@table("bare", [False, True])
def test_news_has_the_state_asked_for_and_counts_once(desk: Desk, bare: bool) -> None:
    body = event(bare=bare)
    assert post(desk, body, headers(desk, body)) == 200
    assert heard(desk) == (1, True)
    assert post(desk, body, headers(desk, body, ago=200)) == 200  # as a carrier sends it again, signed anew
    assert heard(desk) == (1, True)


def test_news_in_any_order_asks_for_the_state_and_is_not_believed(desk: Desk) -> None:
    with desk.database.reading() as db:
        lines = db.scalar(select(func.count()).select_from(CarrierLineRow))
    for at, (id_, status) in enumerate([("event 2", "success"), ("event 1", "pending"), ("event 2", "failure")]):
        body = event(id_, status=status)
        assert post(desk, body, headers(desk, body, ago=at)) == 200
    assert heard(desk) == (2, True)
    with desk.database.reading() as db:
        assert db.scalar(select(func.count()).select_from(CarrierLineRow)) == lines


@table(
    ("body", "by", "ago", "status"),
    [
        pytest.param(event(), THEIRS, 0, 401, id="another account's"),
        pytest.param(event(), OURS, 301, 401, id="stale"),
        pytest.param(event(), OURS, -301, 401, id="of times to come"),
        pytest.param(b"[1]", OURS, 0, 401, id="no event"),
        pytest.param(event(reference="H-12"), OURS, 0, 200, id="of no order of ours"),
        pytest.param(event(reference="6f3c1b9e-0000-4a8e-9a43-0a3f5b6f7a10"), OURS, 0, 200, id="another's order"),
        pytest.param(event(reference=None), OURS, 0, 200, id="of nothing"),
    ],
)
def test_what_is_not_ours_asks_for_nothing(desk: Desk, body: bytes, by: Signer, ago: float, status: int) -> None:
    assert post(desk, body, headers(desk, body, by, ago)) == status
    assert heard(desk)[1] is False


def test_what_is_forged_is_refused(desk: Desk) -> None:
    said = headers(desk, event())
    assert post(desk, event("event 2"), said) == 401
    assert post(desk, event(), {}) == 401
    assert post(desk, event(), said | {"telnyx-signature-ed25519": "AAAA"}) == 401
    assert post(desk, event(), said | {"telnyx-timestamp": "now"}) == 401
    assert post(desk, event(), said, to="acme") == 404
    assert heard(desk) == (0, False)


def test_nobody_reads_ten_megabytes(desk: Desk) -> None:
    read = 0

    async def long() -> AsyncIterator[bytes]:
        nonlocal read
        for _ in range(160):
            read += 65_536
            yield b" " * 65_536

    said = headers(desk, event())
    assert post(desk, long(), said) == 400
    assert read <= MOST_BYTES + 2 * 65_536
    assert post(desk, b"", said | {"content-length": str(10 * 1024 * 1024)}) == 400
    assert heard(desk) == (0, False)
