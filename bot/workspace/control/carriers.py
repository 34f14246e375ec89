"""The control calls about local carriers: what they have, what goes wrong there, and what comes of an order."""

from decimal import Decimal
from typing import Any, Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from pydantic import Field

from bot.carriers.local.carrier import LocalCarrier
from bot.carriers.local.faults import Fault, Operation
from bot.carriers.local.ledger import LocalNumber, LocalOrder, Status
from bot.workspace.carriers import LocalCarriers
from bot.workspace.control.bodies import Body
from bot.workspace.refused import Refused

Json = dict[str, Any]


class CarrierFault(Body):
    """POST `carrier/NAME/fault`: the next `times` calls for an `operation` go wrong; see bot.carriers.local.faults."""

    operation: Operation | Literal["any"]
    times: int = Field(1, ge=1)
    error: str | None = None
    status: int | None = Field(None, ge=400, le=599)
    retry_after: float | None = Field(None, ge=0)
    delay_seconds: float = Field(0.0, ge=0)
    drop: bool = False


class Step(Body):
    """POST `carrier/NAME/order`: move an order on, found by its `id` or our `reference`, `to` its next status.

    `numbers` are those of it that are meant, as E.164; None: all. Refused: unknown_order, order_has_ended.
    """

    reference: str | None = None
    id: str | None = None
    to: Literal["success", "failure", "papers", "pending"]
    numbers: list[str] | None = None
    reason: str = ""


class Pace(Body):
    """POST `carrier/NAME/pace`: how many seconds an order takes, and a call; None leaves it as it is."""

    order_seconds: float | None = Field(None, ge=0)
    call_seconds: float | None = Field(None, ge=0)


class Take(Body):
    """POST `carrier/NAME/take`: somebody else buys these numbers (E.164). Refused: unknown_number."""

    numbers: list[str]


class Push(Body):
    """POST `carrier/NAME/push`: the last piece of news once more, or forged. Refused: no_news, bot_takes_no_news."""

    times: int = Field(1, ge=1)
    forge: Literal["signature", "timestamp"] | None = None


def add(routes: APIRouter, carriers: LocalCarriers) -> None:
    """The calls under `carrier/NAME`, each of which is refused with unknown_carrier for one that does not run."""
    _looking(routes, carriers)
    _selling(routes, carriers)
    _making_trouble(routes, carriers)


def _looking(routes: APIRouter, carriers: LocalCarriers) -> None:
    @routes.get("/carrier/{name}")
    async def state(name: str) -> Json:
        carrier = carriers.called(name)
        carriers.attend()
        return _whole(carrier)

    @routes.get("/carrier/{name}/log")
    async def log(name: str) -> Response:
        return PlainTextResponse(carriers.called(name).log.lines(), media_type="application/jsonl")


def _selling(routes: APIRouter, carriers: LocalCarriers) -> None:
    @routes.post("/carrier/{name}/order")
    async def order(name: str, body: Step) -> Json:
        carrier = carriers.called(name)
        carrier.settle()
        _step(carrier, body)
        carriers.attend()
        return {"ok": True}

    @routes.post("/carrier/{name}/pace")
    async def pace(name: str, body: Pace) -> Json:
        carriers.called(name).set_pace(order_seconds=body.order_seconds, call_seconds=body.call_seconds)
        return {"ok": True}

    @routes.post("/carrier/{name}/take")
    async def take(name: str, body: Take) -> Json:
        ledger = carriers.called(name).ledger
        if unknown := [number for number in body.numbers if number not in ledger.numbers]:
            raise Refused("unknown_number", numbers=unknown)
        for number in body.numbers:
            ledger.take(number)
        return {"ok": True}


def _making_trouble(routes: APIRouter, carriers: LocalCarriers) -> None:
    @routes.post("/carrier/{name}/fault")
    async def fault(name: str, body: CarrierFault) -> Json:
        carriers.called(name).faults.add(Fault(**body.model_dump()))
        return {"ok": True}

    @routes.post("/carrier/{name}/push")
    async def push(name: str, body: Push) -> Json:
        carrier = carriers.called(name)
        responses = []
        for _ in range(body.times):
            news = carrier.again(body.forge)
            if news is None:
                raise Refused("no_news")
            if carriers.news_url(name) is None:
                raise Refused("bot_takes_no_news")
            delivered = await carriers.post(name, news)
            responses.append({"status": delivered.status, "body": delivered.body} if delivered else {"status": 0})
        return {"ok": True, "responses": responses}


def _step(carrier: LocalCarrier, body: Step) -> None:
    found = [order for order in carrier.ledger.orders.values() if body.id == order.id or body.reference == _ref(order)]
    if not found:
        raise Refused("unknown_order")
    numbers = {line.number for order in found for line in order.lines} if body.numbers is None else set(body.numbers)
    moved = [
        order
        for order in found
        if carrier.ledger.step(order, Status(body.to), numbers, body.reason, carrier.order_takes)
    ]
    if not moved:
        raise Refused("order_has_ended")
    for order in moved:
        carrier.tell(order)


def _ref(order: LocalOrder) -> str | None:
    return order.reference or None


def _whole(carrier: LocalCarrier) -> Json:
    return {
        "numbers": [_number(number) for number in carrier.ledger.numbers.values()],
        "orders": [
            {
                "id": order.id,
                "reference": order.reference,
                "status": order.status,
                "numbers": [{"number": line.number, "status": line.status} for line in order.lines],
            }
            for order in carrier.ledger.orders.values()
        ],
        "balance": _amount(carrier.ledger.balance) if carrier.tells_balance else None,
    }


def _number(number: LocalNumber) -> Json:
    sold = number.sold
    return {
        "number": sold.number,
        "kind": sold.kind,
        "country": sold.country,
        "region": sold.region,
        "city": sold.city,
        "monthly": _amount(sold.monthly),
        "state": number.state,
        "until": number.until.isoformat() if number.until else None,
        "reference": number.reference or None,
    }


def _amount(amount: Decimal) -> float:
    return float(amount)
