"""Numbers of a carrier from the search to one's own, in both languages; a carrier that is slow keeps nobody waiting."""

from collections.abc import Iterator

import pytest

from tests.databases import Databases
from tests.flow.desk import Desk, eventually
from tests.flow.manners import misbehaviour
from tests.flow.member import Member
from tests.flow.product import Product, products

TWO = "search US Seattle qty:2 from:telnyx"


@pytest.fixture(scope="module")
def selling(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """The whole product with a local Telnyx."""
    with products(databases, tmp_path_factory.mktemp, Desk, "--carrier", "telnyx") as on:
        made = on("sqlite")
        yield made
        assert made.complaints() == []
        assert misbehaviour(made.desk.log()) == []


@pytest.fixture
def engine_name() -> str:
    return "sqlite"


@pytest.fixture
def desk(selling: Product) -> Desk:
    return selling.desk


def bought(desk: Desk, hold: str, by: Member, approver: Member, words: tuple[str, str, str, str]) -> None:
    """Acquire all of a hold, which a teammate approves, until all of it is ours."""
    acquire, approve, held, ours = words
    card = desk.card(hold, held)
    assert "$" in card.words
    assert by.submits(by.chooses(card, acquire), purpose="call_queue")["ok"]
    approver.presses(eventually(lambda: next((c for c in desk.cards(hold) if approve in c.buttons), None)), approve)
    eventually(lambda: ours in desk.card(hold).words)


def test_what_a_carrier_offers_is_reserved_ordered_and_ours(desk: Desk, ada: Member, ben: Member) -> None:
    everything = ada.types("search US Seattle")
    assert "*Telnyx* offers 10 toll numbers and more" in everything.words
    assert everything.buttons[:1] == ["Reserve these"]
    assert "Reserve these at Telnyx" in everything.buttons
    found = ada.types(TWO)
    assert "$1.00 a month" in found.words
    ada.presses(found, "Reserve these")
    bought(desk, "H-1", ada, ben, ("Acquire numbers", "Approve", "Held at Telnyx", "Ours:"))
    said = ada.types("carriers")
    assert "Telnyx answers" in said.words.replace("*", "")
    assert "Balance" in said.words
    assert "bills just what the desk has from it" in ada.chooses(said, "Compare").words


def test_what_a_carrier_offers_is_told_in_french(chloe: Member) -> None:
    found = chloe.types(TWO)
    assert "*Telnyx* propose 2 numéros payants et d" in found.words
    assert "par mois" in found.words
    assert found.buttons == ["Réserver ceux-ci", "Page suivante"]
    assert "Seuls les administrateurs" in chloe.types("carriers").text
    assert "stock, telnyx" in chloe.types("search Paris from:acme").words


def test_what_is_near_a_number_is_asked_for_in_its_place(ada: Member) -> None:
    found = ada.types("search near:+1 403 555 0142").words
    assert "*100 toll numbers* available in Calgary" in found
    assert "United States" not in found


def test_nobody_waits_for_a_carrier_that_is_slow(desk: Desk, ada: Member) -> None:
    desk.post("carrier/telnyx/fault", operation="search", times=1, delay_seconds=5)
    late = ada.types(TWO)
    assert "Telnyx" in late.words
    assert late.buttons == ["Look again"]
    ada.presses(late, "Look again")
    eventually(lambda: any("offers 2 toll numbers" in message.words for message in ada.told()))
