"""What a carrier bills is compared with what a workspace has of it; what differs is told once, and can be adopted."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.workspace.blockkit import check_view
from handlers.batches import drafts
from handlers.batches.views import modals
from handlers.carriers import adopt, comparison, nightly, show
from handlers.carriers.requests import ShowCarriers
from handlers.carriers.telling import CompareOutbox
from handlers.carriers.views import compared as views
from handlers.desk import FEATURES
from handlers.kit.blocks import pretty
from handlers.kit.carriers import CarrierBusy, CarrierLine, CarrierSilent, LineState
from handlers.kit.reply import Reply
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.kit.words import BadField
from store import workspaces
from store.batches.types import Verb
from store.carriers import comparisons
from store.carriers.comparisons import Difference, Side
from store.carriers.table import CarrierTaskRow
from store.outbox.table import OutboxRow
from store.types import E164, ChannelId, Kind, WorkspaceId
from store.workspaces.types import LOCALES, Licences
from tests.desk import ADA, AWAY, BEN, EVE, HOME, START, TOLL, Desk, click, fill
from tests.rules.fields import picked, selected
from tests.rules.shown import words_of
from tests.store.batching import draft
from tests.store.selling import ONE_DOLLAR, TELNYX, Selling, ours, selling_to
from tests.store.serving import own

ONE, TWO, FREE = E164("+12065550190"), E164("+12065550191"), E164("+18005550190")
NOTICES = ChannelId("C0NOTICES")


def compared(desk: Desk, billed: list[CarrierLine], workspace: WorkspaceId = HOME) -> list[Difference]:
    """Compare, and owe a notice if there is something new."""

    def work(tx: Transaction) -> int:
        comparison.note(tx, TELNYX.name, billed)
        comparison.tell(tx, TELNYX.name)
        return 1

    transact_by_clock(desk.tools, workspace, work)
    with desk.database.reading() as db:
        return comparisons.differences(db, workspace, TELNYX.name)


def notices(desk: Desk) -> int:
    """How often a notice was owed: its row is renewed while it waits."""
    with desk.database.reading() as db:
        versions = db.scalars(select(OutboxRow.version).where(OutboxRow.kind == CompareOutbox.DIFFERS)).all()
    return sum(versions)


def adopts(desk: Desk, *numbers: E164, how: str = "acquired", by: object = ADA) -> Reply:
    fields = picked("adopt_numbers", *numbers) | selected("adopt_as", how)
    return adopt.adopt(desk.tools, click(by), {"carrier": "telnyx"}, fields)  # type: ignore[arg-type]


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.set(notices=NOTICES)
    return selling_to(desk, Selling(billed=ours(ONE, TWO, FREE)))


def test_what_differs_is_known_until_both_agree(desk: Desk) -> None:
    pool = fill(desk.database, 1)
    found = compared(desk, [*ours(ONE, *pool), CarrierLine(number=TWO, state=LineState.PENDING)])
    price = {"monthly": ONE_DOLLAR.monthly, "upfront": ONE_DOLLAR.upfront, "currency": "USD"}
    assert found == [Difference(e164=ONE, side=Side.THEIRS, **price)]  # type: ignore[arg-type]
    assert compared(desk, []) == []


def test_what_differs_is_told_once_until_it_differs_anew(desk: Desk) -> None:
    compared(desk, ours(ONE))
    assert notices(desk) == 1
    compared(desk, ours(ONE))
    assert notices(desk) == 1
    compared(desk, ours(ONE, TWO))
    assert notices(desk) == 2
    compared(desk, [])
    compared(desk, ours(TWO))
    assert notices(desk) == 3


def test_what_was_adopted_is_the_workspaces_counts_and_stands_on_the_record(desk: Desk) -> None:
    compared(desk, ours(ONE, TWO, FREE))
    assert adopts(desk, ONE, FREE, E164("+12065550999")).text == "2 numbers of Telnyx have been acquired."
    assert (desk.in_use(), desk.in_use(kind=Kind.TOLL_FREE)) == (1, 1)
    assert [entry.deed.action for entry in desk.entries(ONE)] == ["carrier_adopted"]
    assert [each.e164 for each in compared(desk, ours(ONE, TWO, FREE))] == [TWO]
    # What the carrier bills no more is missed, once it has had time to be on the list.
    desk.clock.advance(comparison._SETTLED)
    found = compared(desk, ours(ONE))
    assert [(each.e164, each.side) for each in found] == [(FREE, Side.OURS)]
    for locale in LOCALES:
        assert pretty(FREE) in views.told(locale, "Telnyx", found)


def test_what_was_adopted_as_stock_is_had_by_that_workspace_alone(desk: Desk) -> None:
    compared(desk, ours(ONE))
    assert "stock" in adopts(desk, ONE, how="stock").text
    place = replace(TOLL, place=None)
    assert (desk.to_be_had(place), desk.to_be_had(place, AWAY), desk.in_use()) == (1, 0, 0)
    assert compared(desk, ours(ONE)) == []
    assert compared(desk, ours(ONE), AWAY) == []


def test_who_releases_many_sees_what_carriers_numbers_cost_meanwhile(desk: Desk) -> None:
    compared(desk, ours(ONE, TWO))
    adopts(desk, ONE, TWO)
    batch = draft(desk, Verb.RELEASE, [*own(desk), ONE, TWO])
    with desk.database.reading() as db:
        foreseen = drafts.foreseen(db, workspaces.find(db, HOME), FEATURES.verbs[Verb.RELEASE], batch, desk.clock())
    for locale, said in (("en", "2 numbers of carriers cost $2.00 a month together"), ("fr", "coûtent ensemble 2,00")):
        shown = words_of(modals.preview(locale, FEATURES.verbs[Verb.RELEASE], foreseen).to_dict())
        assert said in shown
        assert check_view(modals.preview(locale, FEATURES.verbs[Verb.RELEASE], foreseen).to_dict()) == []


@pytest.mark.parametrize(
    ("licences", "said"), [(Licences(), "licence"), (Licences(phone_system=1), "quota")], ids=["no licence", "quota"]
)
def test_nothing_is_adopted_that_the_licences_do_not_allow(desk: Desk, licences: Licences, said: str) -> None:
    desk.set(licences=licences)
    many = [E164(f"+120655501{at:02}") for at in range(6)]
    compared(desk, ours(*many))
    assert said in adopts(desk, *many).text
    assert desk.in_use() == 0
    assert len(compared(desk, ours(*many))) == 6


def test_only_admins_see_to_carriers_and_only_to_their_own_workspaces(desk: Desk) -> None:
    compared(desk, ours(ONE))
    for reply in (
        show.show(desk.tools, click(BEN), ShowCarriers()),
        show.compare(desk.tools, click(BEN), {"carrier": "telnyx"}, {}),
        adopts(desk, ONE, by=BEN),
    ):
        assert reply.refusal == "refused-carriers-admins-only"
    with pytest.raises(BadField):
        adopts(desk, ONE, by=EVE)
    assert desk.in_use() == desk.in_use(AWAY) == 0


def test_a_carrier_is_compared_at_once_or_as_soon_as_it_answers(desk: Desk) -> None:
    reply = show.compare(desk.tools, click(ADA), {"carrier": "telnyx"}, {})
    assert reply.view is not None
    assert "3 numbers that the desk does not know" in str(reply.view)
    assert notices(desk) == 0  # who looks is told
    adopts(desk, ONE, TWO)
    reply = show.compare(desk.tools, click(ADA, "the same button"), {"carrier": "telnyx"}, {})
    adopts(desk, FREE, how="stock")
    again = show.compare(desk.tools, click(ADA, "the same button"), {"carrier": "telnyx"}, {})
    assert ("a number that the desk" in str(reply.view), "bills just what" in str(again.view)) == (True, True)
    for failure in (CarrierSilent(), CarrierBusy()):
        silent = selling_to(desk, Selling(failure=failure))
        assert "compared in the background" in show.compare(silent.tools, click(ADA), {"carrier": "telnyx"}, {}).text
    with desk.database.reading() as db:
        assert db.scalars(select(CarrierTaskRow.operation)).all() == ["compare"]


def test_how_it_stands_with_carriers_is_said(desk: Desk) -> None:
    said = show.show(desk.tools, click(ADA), ShowCarriers()).text
    assert "Telnyx answers" in said
    assert "$100.00" in said
    assert "No orders under way" in said
    silent = selling_to(desk, Selling(failure=CarrierSilent()))
    said = show.show(silent.tools, click(ADA), ShowCarriers()).text
    assert "Telnyx does not answer" in said
    assert "Last answer" in said
    none = selling_to(desk)
    assert "No carrier is set up" in show.show(none.tools, click(ADA), ShowCarriers()).text


def test_every_night_each_workspace_owes_a_comparison_with_each_of_its_carriers(desk: Desk) -> None:
    assert nightly.ring(desk.tools) == 0
    nightly.begin(desk.tools)
    assert nightly.ring(desk.tools) == 2
    assert nightly.ring(desk.tools) == 0
    with desk.database.reading() as db:
        rows = db.execute(select(CarrierTaskRow.workspace, CarrierTaskRow.carrier, CarrierTaskRow.operation)).all()
        (due,) = db.execute(comparisons.next_due()).one()
    assert sorted(map(tuple, rows)) == [(HOME, "telnyx", "compare"), (AWAY, "telnyx", "compare")]
    assert due > START
    (carrier,) = desk.tools.carriers.of(HOME)
    nightly.compare(desk.tools, HOME, carrier)
    assert notices(desk) == 1
