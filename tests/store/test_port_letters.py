"""A signed letter is kept encrypted and with its own order; who fetches it is on the record, and the PIN never is."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from handlers.desk import submit
from handlers.kit import delivery
from handlers.kit.answers import bad_field
from handlers.kit.file_faults import FileFault
from handlers.kit.member import Standing
from handlers.kit.outgoing import Upload
from handlers.kit.reply import DONE
from handlers.kit.tools import SlackSilent
from handlers.kit.words import BadField
from handlers.ports import comments, letters
from handlers.ports.comments import Gone, Said
from handlers.ports.entries import PortAction
from handlers.ports.files import about
from handlers.ports.letters import Signed
from handlers.ports.owing import PortOutbox
from handlers.ports.views.letter import CALLBACK
from handlers.ports.views.letter import FILE as LETTER_FILE
from handlers.ports.views.letter import SIGNER as SIGNED_BY
from store import ports
from store.ports.table import PortLetterRow
from store.ports.types import Field, MediaType, PortOrder
from store.types import ChannelId
from store.vault import WrongKey
from tests.desk import ADA, BEN, CHANNEL, CHLOE, DEV, Desk, click
from tests.orders import (
    BTN,
    LETTER,
    PIN,
    SIGNER,
    arrive,
    cancel,
    complete,
    draft,
    edit,
    fresh,
    ready,
    send,
    sent,
    sign,
    take_out,
)
from tests.orders import owed as what_is_owed
from tests.rules.fields import typed
from tests.store.owing import claim, pay

TS, SAID_AT = "1772442600.000100", "1772442601.000100"


def test_the_signed_letter_cannot_be_read_in_the_database(desk: Desk) -> None:
    order = ready(desk)
    assert LETTER[:6] not in sealed(desk, order)
    assert LETTER.decode() not in repr(desk.everything())


def test_the_vault_opens_it_with_its_own_order(desk: Desk) -> None:
    order = ready(desk)
    assert desk.tools.vault.open(sealed(desk, order), about(order)) == LETTER
    assert order.letter
    assert (order.letter.by, order.letter.signer, order.letter.size) == (BEN.user, SIGNER, len(LETTER))


def test_it_does_not_open_once_it_is_moved_to_another_order(desk: Desk) -> None:
    order, other = ready(desk), draft(desk, these=[BTN], fields={Field.BTN: "+12065550198"})
    with desk.database.begin() as db:
        db.execute(update(PortLetterRow).values(port_order=other.id))
    moved = sealed(desk, other)
    assert moved
    with pytest.raises(WrongKey):
        desk.tools.vault.open(moved, about(other))
    assert desk.tools.vault.open(moved, about(order)) == LETTER


def test_the_letter_is_given_to_who_has_the_right_and_that_is_on_the_record(desk: Desk, tmp_path: Path) -> None:
    order = ready(desk)
    assert "on its way" in letters.fetch(desk.tools, click(ADA), order.id).text
    entry = desk.entries(order.name)[-1]
    assert (entry.deed.action, entry.deed.who) == (PortAction.LETTER_FETCHED, ADA.user)
    upload = uploaded(desk, PortOutbox.SIGNED)
    upload.write(tmp_path / upload.name)
    assert upload.user == ChannelId(ADA.user)
    assert upload.name == f"PO-1-signed-{entry.number}.pdf"
    assert (tmp_path / upload.name).read_bytes() == LETTER


def test_where_there_is_no_letter_none_is_fetched(desk: Desk) -> None:
    order = draft(desk)
    before = desk.everything()
    assert "no signed letter" in letters.fetch(desk.tools, click(ADA), order.id).text
    assert desk.everything() == before


def test_the_letter_to_be_signed_is_made_once_all_that_it_says_is_there(desk: Desk) -> None:
    order = draft(desk, fields={Field.STREET: ""})
    before = desk.everything()
    assert "Missing: Street and number" in letters.make(desk.tools, click(BEN), order.id).text
    assert desk.everything() == before
    edit(desk, order, {Field.STREET: "1 Main St"})
    assert f"to be signed by {SIGNER}" in letters.make(desk.tools, click(BEN), order.id).text
    assert uploaded(desk, PortOutbox.LETTER).name.endswith(".pdf")


@pytest.mark.parametrize("content", [FileFault.GONE, b"<html>%PDF-", b"%PDF-1.7\n", b" " * 1_025 + b"%PDF-1.7 x"])
def test_what_is_no_letter_is_not_taken_for_one_and_who_gave_it_is_told(desk: Desk, content: bytes | FileFault) -> None:
    order = sign(desk, draft(desk), CHLOE, content)
    assert order.letter is None
    assert (f"PO-1 {CHLOE.user}", PortOutbox.REJECTED, "F1") in what_is_owed(desk).values()


def test_only_a_letter_signed_by_the_authorised_person_is_taken(desk: Desk) -> None:
    order = draft(desk)
    before = desk.everything()
    with pytest.raises(BadField) as bad:
        letters.hand_in(desk.tools, click(BEN), Signed(order=order.id, file="F1", signer="Ida Other"))
    assert bad.value.key == "port-other-signer"
    assert desk.everything() == before


def test_a_letter_dropped_in_the_thread_counts_once_somebody_says_who_signed_it(desk: Desk) -> None:
    order = with_card(desk, draft(desk))
    comments.keep(desk.tools, CHLOE, said(files=(("F9", "scan.png"),)))
    arrive(desk, CHLOE, b"\x89PNG\r\n\x1a\n", "scan.png")
    assert "Nobody has said yet who signed" in send(desk, order).text
    handed_in = letters.hand_in(desk.tools, click(BEN), Signed(order=order.id, file="", signer=SIGNER.upper()))
    assert handed_in == DONE
    assert send(desk, order) == DONE


@pytest.mark.parametrize("file", ["", "F2"], ids=["who signed", "another letter"])
def test_a_letter_that_came_since_the_modal_was_opened_is_told_and_stays(desk: Desk, file: str) -> None:
    order = draft(desk)
    view = letters.ask(desk.tools, click(BEN), order.id).view
    assert view
    order = sign(desk, order, by=CHLOE)
    before = desk.everything()
    fields = typed(SIGNED_BY, SIGNER) | {LETTER_FILE: {LETTER_FILE: {"files": [{"id": file}] if file else []}}}
    for locale, told in (("en", "letter.pdf, signed by"), ("fr", "letter.pdf, signée par")):
        with pytest.raises(BadField) as bad:
            submit(desk.tools, click(replace(BEN, locale=locale)), CALLBACK, view["private_metadata"], fields)
        assert told in bad_field(locale, bad.value).errors[SIGNED_BY]
    assert desk.everything() == before


def test_what_is_dropped_in_the_thread_of_an_order_that_has_its_letter_is_something_else(desk: Desk) -> None:
    order = with_card(desk, ready(desk))
    comments.keep(desk.tools, CHLOE, said(files=(("F9", "bill.pdf"),)))
    arrive(desk, CHLOE, b"%PDF-1.4 a bill", "bill.pdf")
    assert fresh(desk, order).letter == order.letter


def test_a_guests_words_and_files_in_the_thread_are_not_kept(desk: Desk) -> None:
    with_card(desk, draft(desk))
    before = desk.everything()
    comments.keep(desk.tools, DEV, said(files=(("F9", "scan.png"),)))
    assert desk.everything() == before


def test_where_slack_does_not_say_whose_words_they_are_they_are_not_kept_and_asked_for_again(desk: Desk) -> None:
    with_card(desk, draft(desk))
    before = desk.everything()
    with pytest.raises(SlackSilent):
        comments.keep(desk.tools, replace(CHLOE, standing=Standing.UNKNOWN), said())
    assert desk.everything() == before


def test_a_comment_says_what_it_was_edited_to_and_is_gone_when_it_was_deleted(desk: Desk) -> None:
    order = with_card(desk, sent(desk))
    comments.keep(desk.tools, CHLOE, said(files=(("F9", "scan.png"),)))
    for _ in range(2):
        comments.edit(desk.tools, CHLOE, replace(said(), text="never mind"))
    assert [(row[5], row[6]) for row in desk.everything()["port_comments"]] == [("never mind", [])]

    at = said()
    gone = Gone(channel=at.channel, thread=at.thread, ts=at.ts)
    for _ in range(2):
        comments.forget(desk.tools, order.workspace, gone)
    assert desk.everything()["port_comments"] == []
    told = [entry.deed for entry in desk.entries(order.name) if "comment" in entry.deed.action]
    assert [(deed.action, deed.who, deed.message) for deed in told] == [
        (PortAction.PORT_COMMENTED, CHLOE.user, SAID_AT),
        (PortAction.PORT_COMMENT_EDITED, CHLOE.user, SAID_AT),
        (PortAction.PORT_COMMENT_DELETED, None, SAID_AT),
    ]
    assert "never mind" not in repr(desk.everything())


def test_what_was_not_kept_is_not_kept_by_an_edit_either(desk: Desk) -> None:
    with_card(desk, draft(desk))
    before = desk.everything()
    comments.edit(desk.tools, DEV, said())
    assert desk.everything() == before


def test_a_comment_is_kept_once_however_often_slack_tells_of_it(desk: Desk) -> None:
    order = with_card(desk, sent(desk))
    assert comments.concerns_an_order(desk.tools, order.workspace, said())
    for _ in range(2):
        comments.keep(desk.tools, CHLOE, said())
    kept = [entry for entry in desk.entries(order.name) if entry.deed.action == PortAction.PORT_COMMENTED]
    assert [(entry.deed.who, entry.deed.message) for entry in kept] == [(CHLOE.user, SAID_AT)]
    assert "their bill is attached" in repr(desk.everything()["port_comments"])


def test_the_pin_is_in_no_entry_of_the_record_and_in_no_debt(desk: Desk) -> None:
    order = ready(desk, fields={Field.PIN: PIN})
    edit(desk, order, {Field.PIN: f"{PIN}-1"})
    letters.make(desk.tools, click(BEN), order.id)
    sign(desk, order)
    take_out(desk, order, order.numbers[0])
    edit(desk, order, {Field.PIN: ""})
    sign(desk, order)
    cancel(desk, complete(desk, fresh(desk, order)) if send(desk, order) == DONE else order)
    rows = desk.everything()
    for table in ("entries", "outbox"):
        assert rows[table]
        assert PIN not in repr(rows[table])
    edited = [entry.deed for entry in desk.entries(order.name) if "pin" in entry.deed.after]
    assert [(deed.before["pin"], deed.after["pin"]) for deed in edited] == [
        (None, "•••"),
        ("•••", "•••"),
        ("•••", None),
    ]


def sealed(desk: Desk, order: PortOrder) -> bytes:
    with desk.database.reading() as db:
        return ports.sealed_letter(db, order) or b""


def uploaded(desk: Desk, kind: str) -> Upload:
    """The file that is owed, when all before it is paid."""
    while debt := claim(desk):
        if debt.owing.kind == kind:
            upload = delivery.render(desk.tools, debt)
            assert isinstance(upload, Upload)
            return upload
        pay(desk, debt)
    raise AssertionError("none is owed")


def with_card(desk: Desk, order: PortOrder) -> PortOrder:
    """The order, its card posted."""
    with desk.database.begin() as db:
        return ports.card_posted(db, order, channel=CHANNEL, ts=TS)


def said(files: tuple[tuple[str, str], ...] = ()) -> Said:
    return Said(channel=CHANNEL, thread=TS, ts=SAID_AT, text="their bill is attached", files=files)


def test_as_much_may_stand_before_a_pdf_as_readers_pass_over(desk: Desk) -> None:
    order = sign(desk, draft(desk), CHLOE, b"\r" * 1_024 + b"%PDF-1.7 signed by hand")
    assert order.letter
    assert order.letter.media_type is MediaType.PDF
