"""What takes long of a port order's numbers is found out before anybody waits for the order."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from handlers.ports import business_days, follow_up, port_list, wizard
from handlers.ports.step_payloads import Written
from handlers.ports.views.step_view import Step
from handlers.ports.views.steps import LIST
from store.ports.types import PortOrder
from store.session import Db
from tests.desk import BEN, Desk, click
from tests.orders import ACCOUNT, DATE, NUMBERS, TOLL_FREE_NUMBER, arrive, begin, ready, send, step

THESE = [*NUMBERS, TOLL_FREE_NUMBER]
LISTED = {LIST: {LIST: {"value": "+1 206 555 0100-0109, +44 7400 123456, hello"}}}


def _back(desk: Desk, order: PortOrder) -> object:
    said = {str(name): text for name, text in ACCOUNT.items()}
    return wizard.back(desk.tools, click(BEN), Written(step=Step.ACCOUNT, order=order.id, fields=said))


def _first(desk: Desk, _order: PortOrder) -> object:
    return wizard.send_step(desk.tools, click(BEN), {"step": Step.NUMBERS}, LISTED)


def _typed_anew(desk: Desk, order: PortOrder) -> object:
    return wizard.send_step(desk.tools, click(BEN), {"step": Step.NUMBERS, "order": order.id}, LISTED)


def _from_file(desk: Desk, order: PortOrder) -> object:
    written = Written(step=Step.NUMBERS, order=order.id, typed=order.typed, file="F1")
    reply = wizard.next_step(desk.tools, click(BEN), written)
    arrive(desk, BEN, b"number\n+1 206 555 0120", "more.csv")
    return reply


WAYS: dict[str, tuple[Callable[..., PortOrder], Callable[[Desk, PortOrder], object]]] = {
    "a first list": (begin, _first),
    "another list": (begin, _typed_anew),
    "a list in a file": (begin, _from_file),
    "the parts are shown": (begin, lambda desk, order: step(desk, Step.NUMBERS, order, typed=order.typed)),
    "a step back to the parts": (begin, _back),
    "a wanted date": (begin, lambda desk, order: step(desk, Step.DATE, order, fields=DATE)),
    "splitting": (begin, lambda desk, order: step(desk, Step.REVIEW, order)),
    "taking numbers out": (begin, lambda desk, order: follow_up.take_out(desk.tools, click(BEN), order.id, NUMBERS[0])),
    "sending": (lambda desk: ready(desk), send),
}


@pytest.mark.parametrize("way", WAYS)
def test_nobody_waits_while_numbers_and_holidays_are_looked_up(desk: Desk, way: str) -> None:
    before, act = WAYS[way]
    order = before(desk) if way == "sending" else before(desk, these=THESE)
    _forget()
    act(replace(desk, tools=replace(desk.tools, begin=lambda: _knowing_all(desk))), order)
    assert _looked_up(), "the test shows nothing where nothing is looked up"


@contextmanager
def _knowing_all(desk: Desk) -> Iterator[Db]:
    """A change in which nothing is looked up that was not known when it began."""
    with desk.tools.begin() as db:
        known = _looked_up()
        yield db
        assert _looked_up() == known


def _looked_up() -> int:
    return port_list._judge.cache_info().misses + business_days._calendar.cache_info().misses


def _forget() -> None:
    port_list._judge.cache_clear()
    business_days._calendar.cache_clear()
