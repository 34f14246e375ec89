"""Letters of authorisation: made from the order, signed by the right person, handed to who has the right."""

import io

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from handlers.ports.entries import PortAction
from store.ports import secrets
from store.ports.table import PortLetterRow
from store.ports.types import Field
from store.vault import Vault
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import (
    FIVE,
    PDF,
    SIGNER,
    STEPS,
    card,
    found,
    hands_in,
    letter,
    next_step,
    opens,
    presses,
    received,
    replies,
    sends,
    signs,
    under,
    uploads,
    writes,
)
from tests.flow.product import AUDIT_KEY

pytestmark = pytest.mark.usefixtures("monday")
PNG, JPEG = b"\x89PNG\r\n\x1a\n a picture", b"\xff\xd8\xff\xe0 another"
IS_THERE = "Signed letter of"


def test_the_letter_says_what_the_order_says_and_comes_to_who_asked_for_it(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    writes(ben)
    pdf = letter(chloe)
    said = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    for words in ("Crème & Œuvres SA", "1 Main St", "98101", "Old Carrier", "A-4711", "+1 425-555-0199", SIGNER):
        assert words in said[0]
    assert "☒ Voice service numbers (not user numbers): toll\n☐ Voice service numbers" in said[0]
    assert "☐ All numbers of the account, the BTN among them\n☒ Only the numbers listed" in said[0]
    assert all(f"+1 425-555-010{last}" in said[1] for last in range(5))
    assert "remettez-la avec le bouton" in desk.texts("@chloe")[-1]
    assert desk.texts("@ben") == []
    assert under(desk)[-1].text == f"PO-1 · {chloe.mention} had the letter of authorisation made."


def test_the_letter_is_in_the_language_that_was_chosen_for_it(ben: Member) -> None:
    writes(ben, list="+1 833 555 0100", language="fr")
    (first, *_) = PdfReader(io.BytesIO(letter(ben))).pages
    assert "mardi 17 juillet 2035, 10:00" in first.extract_text()
    assert first.extract_text().count("☒") == 2


def test_there_is_no_letter_before_the_order_is_complete_and_the_answer_says_what_is_missing(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    next_step(ben, ben.opens("port new"), list=f"{FIVE}, +1 833 555 0100")
    told = presses(ben, "Make the letter")
    assert told.startswith("The letter for PO-1 cannot be made yet.")
    for words in ("• The numbers are of several kinds or countries", "• Missing: Losing carrier, Account number"):
        assert words in told
    assert "• Il manque\xa0: Opérateur cédant" in presses(chloe, "Make the letter")
    assert desk.get("files")["files"] == []


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(PDF, "letter.doc", id="a PDF"),
        pytest.param(PNG, "scan.pdf", id="a PNG"),
        pytest.param(JPEG, "scan", id="a JPEG"),
    ],
)
def test_a_signed_letter_is_taken_by_its_content_whatever_its_name(
    desk: Desk, ben: Member, content: bytes, name: str
) -> None:
    writes(ben)
    view = opens(ben, "Add the signed letter")
    assert SIGNER in view.words
    ben.submits(view, file=uploads(ben, content, name), signer="ZOE łukasz")
    assert "is being checked" in ben.modal().words
    assert f"from {ben.mention}" in card(desk, IS_THERE).words
    assert under(desk)[-1].text == f"PO-1 · {ben.mention} brought the signed letter."
    it = found(desk).letter
    assert it
    assert (it.name, it.size) == (name, len(content))


def test_a_signed_letter_may_be_dropped_in_the_thread_and_then_its_signer_is_asked_for(
    desk: Desk, ben: Member, chloe: Member
) -> None:
    writes(ben)
    replies(chloe, "voilà", uploads(chloe, JPEG, "scan.heic"))
    assert "• Nobody has said yet who signed the letter." in card(desk, IS_THERE).words
    assert "Who signed it? Press “Say who signed”." in under(desk)[-1].text
    view = opens(ben, "Say who signed")
    assert ben.submits(view, file=[], signer=SIGNER)["response"] is None
    assert "Nobody has said" not in card(desk, "Add the signed letter").words
    assert under(desk)[-1].text == f"PO-1 · {ben.mention} says that {SIGNER} signed the letter."
    before = found(desk).letter
    replies(chloe, "and something else", uploads(chloe, PDF, "bill.pdf"))
    eventually(lambda: PortAction.PORT_COMMENTED in desk.record("PO-1")[-1:])
    desk.settle()
    assert found(desk).letter == before


@pytest.mark.parametrize("dropped", [False, True], ids=["in the modal", "in the thread"])
def test_what_is_no_letter_or_too_large_is_refused_in_words(desk: Desk, ben: Member, dropped: bool) -> None:
    writes(ben)
    refused = {
        b"MZ a program": "bad.pdf could not be used: a letter must be a PDF, PNG or JPEG, whatever its name says.",
        PDF + bytes(10_000_000): "bad.pdf could not be used: it is larger than 10 MB.",
    }
    for content, why in refused.items():
        if dropped:
            replies(ben, "here", uploads(ben, content, "bad.pdf"))
        else:
            ben.submits(opens(ben, "Add the signed letter"), file=uploads(ben, content, "bad.pdf"), signer=SIGNER)
            ben.closes(ben.modal())
        assert desk.said(why, "@ben").text.startswith("PO-1 · ")
    assert found(desk).letter is None
    assert IS_THERE not in card(desk).words


def test_only_the_authorised_person_can_have_signed(desk: Desk, ben: Member, chloe: Member) -> None:
    writes(ben)
    told = hands_in(ben, signer="Ada")["response"]["errors"]
    assert told == {"signer": f"The letter must be signed by {SIGNER}, the authorised person of the order."}
    view = opens(chloe, "Add the signed letter")
    assert chloe.submits(view, file=uploads(chloe, PDF))["error"] == "required"
    assert "La lettre doit être signée par" in hands_in(chloe, signer="Z")["response"]["errors"]["signer"]
    desk.settle()
    assert found(desk).letter is None


def test_nothing_is_sent_without_a_signed_letter_and_a_word_on_capacity(desk: Desk, ben: Member, chloe: Member) -> None:
    writes(ben)
    told = presses(ben, "Send order")
    assert told.startswith("PO-1 cannot be sent yet.\n• The signed letter of authorisation is not there yet.")
    signs(ben)
    view = opens(ben, "Send order")
    assert "*Never cancel the old service before the transfer*" in view.words
    assert ben.submits(view)["error"] == "required"
    assert "Ne résiliez jamais" in opens(chloe, "Send order").words
    assert "*Draft*" in card(desk).words


@pytest.mark.parametrize(
    ("field", "said", "is_old"),
    [
        pytest.param("street", "2 Main St", True, id="another address"),
        pytest.param("list", "+1 425 555 0100-0103", False, id="fewer numbers"),
        pytest.param("list", "+1 425 555 0100-0105", True, id="more numbers"),
        pytest.param("wanted_date", "2035-07-18", False, id="another date"),
    ],
)
def test_a_letter_that_says_something_else_than_the_order_is_to_be_signed_anew(
    desk: Desk, ben: Member, field: str, said: str, is_old: bool
) -> None:
    writes(ben)
    signs(ben)
    presses(ben, "Continue")
    at = next(at for at, step in enumerate(STEPS) if field in step)
    for _ in STEPS[at + 1 :]:
        ben.presses(ben.modal(), "Back")
    next_step(ben, ben.modal(), **{field: said})
    ben.closes(ben.modal())
    desk.settle()
    assert ("The signed letter says something else than the order does now" in card(desk).words) is is_old
    if is_old:
        assert "make the letter anew" in presses(ben, "Send order")
        signs(ben)
    sends(ben)


def test_only_who_has_the_right_fetches_the_signed_letter_and_gets_it_byte_for_byte(
    desk: Desk, ada: Member, ben: Member, chloe: Member
) -> None:
    writes(ben)
    content = PDF + bytes(range(256)) * 100
    hands_in(ben, content)
    card(desk, IS_THERE)
    assert "Only admins of this workspace can fetch signed letters." in presses(ben, "Signed letter")
    assert "Seuls les administrateurs" in presses(chloe, "Signed letter")
    assert "is on its way to you" in presses(ada, "Signed letter")
    assert received(ada, "PO-1-signed") == content
    assert desk.record("PO-1")[-1] == PortAction.LETTER_FETCHED
    sends(ben)
    presses(ben, "Cancel order")
    card(desk, "*Cancelled*")
    assert "is on its way to you" in presses(ada, "Signed letter")


def test_a_signed_letter_is_kept_encrypted_and_the_pin_stays_out_of_the_record(desk: Desk, ben: Member) -> None:
    writes(ben, pin="90210")
    signs(ben)
    with desk.database.reading() as db:
        content = db.scalar(select(PortLetterRow.content))
    assert content
    assert PDF not in content
    order = found(desk)
    assert secrets.opened(Vault(key=AUDIT_KEY.encode()), order)[Field.PIN] == "90210"
    assert "90210" not in repr(order)
    assert "90210" not in ben.types("log PO-1").words
