"""Files for port orders, fetched from Slack: lists of numbers, and signed letters."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256

from handlers.kit.file_faults import FileFault, UnreadFile, Unused
from handlers.kit.member import Member
from handlers.kit.outgoing import Arrived
from handlers.kit.tools import Tools
from handlers.kit.transaction import Transaction, transact_by_clock
from handlers.ports import eligibility, move, open_points, owing, port_list
from handlers.ports import rules as port_rules
from handlers.ports.entries import PortAction
from handlers.ports.port_list import MOST_LISTED, NOTHING_LISTED, Listed, TooMany
from store import outbox, ports, workspaces
from store.folding import kept
from store.outbox.types import ClaimedItem
from store.ports.types import FileUse, MediaType, OrderId, PortOrder, SignedLetter
from store.types import E164

MOST = {FileUse.LIST: 1_000_000, FileUse.LETTER: 10_000_000, FileUse.PERHAPS_LETTER: 10_000_000}  # bytes
SUFFIXES = {MediaType.PDF: "pdf", MediaType.PNG: "png", MediaType.JPEG: "jpg"}

# Readers look for it in the first 1,024 bytes (Adobe's notes on ISO 32000-1, annex H); a version and more follow.
_PDF = re.compile(rb"%PDF-[0-9]\.[0-9].*?\S", re.DOTALL)
_BEFORE_PDF = 1_024  # bytes
_BEGINS = {b"\x89PNG\r\n\x1a\n": MediaType.PNG, b"\xff\xd8\xff": MediaType.JPEG}
_TOO_LONG = Unused(why="port-file-too-long")
_KEPT = 20  # of the numbers that were left out, to be told
_NAME = 100  # characters of a file's name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    """A file that arrived, by whom it was given and what for."""

    by: Member
    use: FileUse
    signer: str
    name: str
    content: bytes | FileFault
    listed: Listed | Unused = NOTHING_LISTED


def take(tools: Tools, debt: ClaimedItem, by: Member, arrived: Arrived) -> None:
    """Use a file for what it was given for, or owe the member the reason why it cannot be used; and pay the debt."""
    detail = debt.owing.detail
    given = _Given(
        by=by,
        use=FileUse(detail["use"]),
        signer=str(detail["signer"]),
        name=kept(arrived.name)[:_NAME],
        content=arrived.content,
    )
    if given.use is FileUse.LIST and isinstance(given.content, bytes):
        with tools.reading() as db:
            country = workspaces.find(db, debt.owing.workspace).country
        given = replace(given, listed=_listed(given.content, country))
        eligibility.find_out(tools, debt.owing.workspace, OrderId(detail["order"]))
    transact_by_clock(tools, debt.owing.workspace, partial(_take, tools, debt, given), by)


def _listed(content: bytes, country: str) -> Listed | Unused:
    """What a file lists, or why it cannot be read. Outside of any transaction, for it may be long."""
    try:
        return port_list.read_csv(content, country)
    except TooMany:
        return _TOO_LONG
    except UnreadFile as unread:
        return unread.unused


def _take(tools: Tools, debt: ClaimedItem, given: _Given, tx: Transaction) -> int:
    order = ports.find(tx.db, tx.workspace.id, OrderId(debt.owing.detail["order"]), lock=True)
    if order is not None:
        why = _why_not(order, given) or _USES[given.use](tools, tx, order, given)
        if why:
            tx.owe(owing.rejected(order, given.by.user, debt.owing.item, why, given.name, given.use))
    outbox.paid(tx.db, debt, tx.real_now)
    return 1


def _why_not(order: PortOrder, given: _Given) -> Unused | None:
    """Why a file cannot be used at all; None where it can."""
    if not port_rules.is_editable(order):
        return Unused(why="port-file-too-late")
    return Unused(why=given.content) if isinstance(given.content, FileFault) else None


def _take_list(_tools: Tools, tx: Transaction, order: PortOrder, given: _Given) -> Unused | None:
    if isinstance(given.listed, Unused):
        return given.listed
    before = order.numbers
    allowed = eligibility.may_insist(given.by, given.listed, before)
    judged = eligibility.judge(tx.db, order.workspace, allowed, tx.now, order.id)
    come: set[E164] = {each.e164 for each in judged.numbers} - set(order.numbers)
    if len(order.numbers) + len(come) > MOST_LISTED:
        return _TOO_LONG
    if not judged.numbers and not judged.refused:
        return Unused(why="port-file-no-list")
    listed = replace(order, numbers=tuple(sorted(come.union(order.numbers))))
    order = ports.save(tx.db, order, eligibility.of_one_kind(listed, tx.workspace.country))
    refused = [[each.said, each.why, each.detail] for each in judged.refused[:_KEPT]]
    after = {"file": given.name, "added": len(come), "left_out": len(judged.refused), "refused": refused}
    if judged.understood:
        after["read_as"] = judged.understood.kept()
    entry = tx.record(PortAction.PORT_LISTED, order.name, before={}, after=after)
    if insisted := eligibility.insisted_on(judged, before):
        tx.record(PortAction.PORT_INSISTED, order.name, before={}, after={"numbers": insisted})
    move.changed(tx, order, entry)
    tx.owe(owing.news(order, entry, given.by.user))
    move.alarm_anew(tx, order)
    return None


def _media_type(content: bytes) -> MediaType | None:
    """What a letter is by its first bytes; of a PDF as much as readers pass over may stand before it."""
    found = _PDF.search(content)
    if found and found.start() <= _BEFORE_PDF:
        return MediaType.PDF
    return next((type_ for begin, type_ in _BEGINS.items() if content.startswith(begin)), None)


def _take_letter(tools: Tools, tx: Transaction, order: PortOrder, given: _Given) -> Unused | None:
    content = given.content if isinstance(given.content, bytes) else b""
    media_type = _media_type(content)
    if media_type is None:
        return Unused(why="port-file-late-pdf" if _PDF.search(content) else "port-file-no-letter")
    letter = SignedLetter(
        by=given.by.user,
        at=tx.now,
        name=given.name,
        media_type=media_type,
        size=len(content),
        sha256=sha256(content).hexdigest(),
        signer=given.signer,
        fields=open_points.in_the_letter(order),
        numbers=frozenset(order.numbers),
    )
    order = ports.keep_letter(tx.db, order, letter, tools.vault.seal(content, about(order)))
    after = {"sha256": letter.sha256, "size": letter.size, "media_type": media_type, "signer": letter.signer}
    entry = tx.record(PortAction.LETTER_SIGNED, order.name, before={}, after=after)
    move.changed(tx, order, entry)
    move.alarm_anew(tx, order)
    return None


def _perhaps_take_letter(tools: Tools, tx: Transaction, order: PortOrder, given: _Given) -> Unused | None:
    """Take what was dropped in the thread, unless the letter is there: then it is something else."""
    if order.letter and order.letter.signer:
        return None
    return _take_letter(tools, tx, order, given)


def about(order: PortOrder) -> str:
    """What the content of a letter belongs to, in the vault."""
    return f"{order.workspace}/{order.name}"


_USES: dict[FileUse, Callable[[Tools, Transaction, PortOrder, _Given], Unused | None]] = {
    FileUse.LIST: _take_list,
    FileUse.LETTER: _take_letter,
    FileUse.PERHAPS_LETTER: _perhaps_take_letter,
}
