"""The numbers of a list are divided among orders: each of one country and one kind, and no larger than the form."""

from collections.abc import Sequence
from itertools import chain

import pytest

from handlers.ports import port_list
from handlers.ports.port_list import MOST, Portable
from store.types import E164, Kind
from tests.table import table


def many(count: int, first: int, country: str, kind: Kind) -> list[Portable]:
    return [Portable(e164=E164(f"+{first + more}"), country=country, kind=kind) for more in range(count)]


def sizes(numbers: Sequence[Portable]) -> list[tuple[str, Kind, int]]:
    return [(country, kind, len(group)) for country, kind, group in port_list.split(numbers)]


def test_an_order_is_of_one_country_and_kind() -> None:
    us, free = many(3, 12065550100, "US", Kind.TOLL), many(2, 18662530000, "US", Kind.TOLL_FREE)
    gb = many(3, 442079460000, "GB", Kind.TOLL)
    mixed = list(chain.from_iterable(zip(gb, us, [*free, us[0]], strict=True)))
    assert sizes(mixed) == [("GB", Kind.TOLL, 3), ("US", Kind.TOLL, 4), ("US", Kind.TOLL_FREE, 2)]
    assert port_list.split(gb) == [("GB", Kind.TOLL, tuple(number.e164 for number in gb))]


def test_an_order_takes_no_more_than_the_form_does() -> None:
    us = many(2 * MOST + 1, 12065550000, "US", Kind.TOLL)
    assert sizes(us[:MOST]) == [("US", Kind.TOLL, MOST)]
    assert sizes(us) == [("US", Kind.TOLL, MOST), ("US", Kind.TOLL, MOST), ("US", Kind.TOLL, 1)]
    assert [e164 for _, _, group in port_list.split(us) for e164 in group] == [number.e164 for number in us]
    assert port_list.split([]) == []


@table(
    ("e164s", "has_gaps"),
    [
        pytest.param(["+442079460000", "+442079460001", "+442079460002"], False, id="a whole block"),
        pytest.param(["+442079460002", "+442079460000", "+442079460001"], False, id="a whole block in another order"),
        pytest.param(["+442079460000", "+442079460002"], True, id="one is missing"),
        pytest.param(["+442079460000", "+441612340000"], False, id="two blocks"),
        pytest.param(["+448009111111", "+448009111113"], False, id="not geographic"),
        pytest.param(["+12065550100", "+12065550102"], False, id="not of GB"),
        pytest.param([], False, id="none"),
    ],
)
def test_gaps(e164s: list[str], has_gaps: bool) -> None:
    assert port_list.gaps([E164(e164) for e164 in e164s]) == has_gaps
