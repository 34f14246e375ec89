"""What the tests of batches do: own numbers, give lists and files, and read what would happen and has happened."""

import re
from collections import Counter
from dataclasses import replace

from sqlalchemy import select

from bot.local import SAMPLE
from handlers.inventory.entries import InventoryAction
from store import batches, inventory
from store.audit.table import EntryRow
from store.batches.types import Batch, BatchId, Line
from store.inventory.types import Owned
from store.numbers.types import Status
from store.types import E164
from store.workspaces.types import Licences, Policy, Workspace
from tests.flow.desk import ALONE, Desk, eventually
from tests.flow.member import Member
from tests.flow.porting import forged, next_step, uploads
from tests.flow.slack import Json, Message, Shown, View

SEATTLE = "reserve 5 US Washington Seattle"
FIVE = tuple(E164(f"+1206555010{last}") for last in range(5))
FIRST, SECOND, THIRD, FOURTH, FIFTH = FIVE
MANY = replace(ALONE, licences=Licences(phone_system=20_000))  # for 1,000 numbers


def owns(by: Member, text: str = SEATTLE, hold: str = "H-1") -> None:
    """Acquire what a command reserves, where nobody must approve."""
    by.types(text)
    assert by.submits(by.chooses(by.desk.card(hold), "Acquire numbers"))["ok"]
    by.desk.card(hold, "acquired")


def previews(by: Member, verb: str, *listed: str, **fields: str) -> View:
    """Paste a list, a line each. What would happen."""
    return next_step(by, _opens(by, verb, fields), list="\n".join(listed), **fields)


def drops(by: Member, verb: str, content: bytes, **fields: str) -> View:
    """Give a CSV file. What would happen, once it is read."""
    waiting = gives(by, verb, content, **fields)
    return eventually(lambda: next((view for view in by.modals() if view.words != waiting.words), None))


def gives(by: Member, verb: str, content: bytes, **fields: str) -> View:
    """Give a CSV file. The modal that waits."""
    return next_step(by, _opens(by, verb, fields), file=uploads(by, content, "numbers.csv"), **fields)


def _opens(by: Member, verb: str, fields: dict[str, str]) -> View:
    """The modal, after the service's name was looked for in it."""
    view = by.opens(f"{verb} many")
    if name := fields.get("name"):
        by.finds(view, "name", name)
    return view


def confirms(by: Member, preview: View) -> View:
    """Say that this is meant. The report in its place."""
    return next_step(by, preview)


def does(by: Member, verb: str, *listed: str, **fields: str) -> Message:
    """Do at once what is listed. The card."""
    report = confirms(by, previews(by, verb, *listed, **fields))
    (name,) = re.findall(r"\*(B-\d+)\*", report.words)
    by.closes(report)
    return by.desk.card(name)


def lines(shown: Shown) -> list[str]:
    """What is said of each line."""
    return [said for said in shown.words.splitlines() if re.match(r"\d+\. [✓✗] ", said)]


def twice(desk: Desk, kind: str, about: str) -> list[Json]:
    """Let Slack deliver once more what it delivered last. What both were answered."""
    again = forged(desk, kind, about)
    (first,) = (entry["response"] for entry in desk.log("interactive") if entry["arguments"] == again)
    (second,) = desk.post("deliver", type="interactive", payload=again)["responses"]
    return [first, second["body"]]


def batch(desk: Desk, name: str = "B-1") -> Batch | None:
    """The batch as the database has it."""
    with desk.database.reading() as db:
        return batches.find(db, SAMPLE.id, BatchId(int(name.removeprefix("B-"))))


def came_to(desk: Desk, name: str = "B-1") -> list[Line]:
    """The lines of a batch as the database has them."""
    it = batch(desk, name)
    assert it, f"there is no batch {name}"
    with desk.database.reading() as db:
        return batches.lines(db, it)


def number(desk: Desk, e164: str) -> Owned | None:
    with desk.database.reading() as db:
        return inventory.find(db, SAMPLE.id, E164(e164), desk.now())


def statuses(desk: Desk, numbers: tuple[E164, ...] = FIVE) -> list[Status | None]:
    return [found.status if (found := number(desk, e164)) else None for e164 in numbers]


def services(desk: Desk, numbers: tuple[E164, ...] = FIVE) -> list[str]:
    """The name of the service of each, with a star where it is the default."""
    return [_service(number(desk, e164)) for e164 in numbers]


def _service(owned: Owned | None) -> str:
    return f"{owned.service.name}{' ★' * owned.is_default}" if owned and owned.service else ""


def times(desk: Desk, action: str) -> Counter[str]:
    """How often something was done to each subject."""
    with desk.database.reading() as db:
        return Counter(db.scalars(select(EntryRow.subject).where(EntryRow.action == action)))


def changes(desk: Desk) -> Counter[str]:
    """How often each number was assigned, unassigned or released."""
    done = (InventoryAction.ASSIGNED, InventoryAction.UNASSIGNED, InventoryAction.NUMBER_RELEASED)
    return sum((times(desk, action) for action in done), Counter())


def under(desk: Desk, name: str = "B-1") -> list[str]:
    """What is said in the thread of a batch's card, once all is said."""
    desk.settle()
    return [message.text for message in desk.thread(desk.card(name))]


def resting(**changes: object) -> Workspace:
    """A workspace where nobody must approve, with something else in it."""
    return replace(ALONE, **changes)  # type: ignore[arg-type] # as many kinds as there are


def needs(**policy: object) -> Workspace:
    """A workspace in which releases need approval."""
    return replace(SAMPLE, policy=Policy(releases=True, **policy))  # type: ignore[arg-type] # as many kinds as there are


def asks(by: Member, *listed: str, named: str = "B-1") -> Message:
    """Ask to release what is listed. The card."""
    told = confirms(by, previews(by, "release", *listed))
    assert f"{named} " in told.words
    by.closes(told)
    return by.desk.card(named, "asks to release")
