"""What the tests of port orders do: write one, have its letter made and signed, send it, and say where it is."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from bot.local import SAMPLE
from store import ports
from store.ports.table import PortCommentRow
from store.ports.types import SECRETS, OrderId, PortOrder
from tests.flow.desk import Desk, eventually
from tests.flow.member import Member
from tests.flow.slack import PHONES, Json, Message, View

# A morning after which it is known which days are business days: the fourth of July is a Wednesday, and none in the US.
MONDAY = datetime(2035, 7, 2, 9, tzinfo=UTC)
FIRST_DAY = "2035-07-17"  # ten business days later, in the US
FOC = {"foc_date": "2035-07-06", "foc_time": "10:00"}  # where the numbers are, in Seattle
AT_FOC = datetime(2035, 7, 6, 17, tzinfo=UTC)

SIGNER = "Zoé Łukasz"
FIVE = "+1 425 555 0100-0104"
STEPS: tuple[dict[str, str | list[str]], ...] = (
    {"list": FIVE},
    {"carrier": "Old Carrier", "account": "A-4711", "btn": "+1 425 555 0199", "pin": "1234", "scope": "partial"},
    {
        "company": "Crème & Œuvres SA",
        "domain": "example.com",
        "street": "1 Main St",
        "city": "Seattle",
        "region": "WA",
        "postcode": "98101",
    },
    {"authorised": SIGNER, "title": "CTO", "phone": "+1 425 555 0150", "email": "zoe@example.com"},
    {"wanted_date": FIRST_DAY, "wanted_time": "10:00", "notify": [], "language": "en"},
    {},
)
PDF = b"%PDF-1.7 signed by hand"


def writes(by: Member, **typed: str | list[str]) -> None:
    """Write an order through all steps; `typed` takes the place of what is usual in a field."""
    assert typed.keys() <= {field for usual in STEPS for field in usual}
    steps = [{field: typed.get(field, said) for field, said in usual.items()} for usual in STEPS]
    fills(by, by.opens("port new"), *steps)
    assert by.modals() == []


def fills(by: Member, view: View, *steps: Mapping[str, str | list[str]]) -> View:
    """Fill these steps in, one after the other. The step after them."""
    for step in steps:
        view = next_step(by, view, **step)
    return view


def next_step(by: Member, view: View, **typed: str | list[str] | None) -> View:
    """Fill a step in and send it. The step after it; after the last the same."""
    answer = by.submits(view, **typed)
    assert answer["ok"], answer
    assert "errors" not in (answer["response"] or {}), answer
    return next(iter(by.modals()), view)


def errors(by: Member, view: View, **typed: str | list[str] | None) -> Json:
    """Send a step in vain. What is said at its fields."""
    answer = by.submits(view, **typed)
    assert answer["ok"], answer
    said: Json = answer["response"]["errors"]
    return said


def cards(desk: Desk, channel: str = PHONES) -> list[Message]:
    """The cards of port orders, oldest first."""
    shown = [message for message in desk.messages(channel) if not message.is_reply]
    return [message for message in shown if message.text.startswith("PO-")]


def card(desk: Desk, showing: str = "", *, order: str = "PO-1", channel: str = PHONES) -> Message:
    """The order's only card, as soon as it shows this."""

    def shows() -> Message | None:
        own = [found for found in cards(desk, channel) if found.text.startswith(f"{order} ")]
        assert len(own) <= 1, f"{order} has {len(own)} cards"
        return own[0] if own and showing in own[0].words else None

    return eventually(shows)


def under(desk: Desk, order: str = "PO-1") -> list[Message]:
    """What the desk said in the thread of the order's card, once it has said all."""
    desk.settle()
    return [message for message in desk.thread(card(desk, order=order)) if message.body.get("bot_id")]


def presses(by: Member, label: str, order: str = "PO-1") -> str:
    """Press a button of the card. What the member is told."""
    by.desk.settle()
    return by.presses(card(by.desk, order=order), label)


def opens(by: Member, label: str, order: str = "PO-1") -> View:
    """Press a button of the card that opens a modal."""
    by.desk.settle()
    return by.chooses(card(by.desk, order=order), label)


def letter(by: Member, order: str = "PO-1") -> bytes:
    """Have the letter made; what arrives in the member's own messages."""
    presses(by, "Make the letter", order)
    return received(by, f"{order}-letter")


def received(by: Member, name: str) -> bytes:
    """The content of the last file whose name begins so, once it is in the member's messages."""

    def newest() -> Message | None:
        shown = [said for said in by.desk.messages(f"@{by.name}") if said.body.get("files")]
        return next((said for said in reversed(shown) if said.body["files"][0]["name"].startswith(name)), None)

    by.desk.settle()
    id_ = eventually(newest).body["files"][0]["id"]
    return by.desk.http.get(f"/_control/files/{id_}").content


def uploads(by: Member, content: bytes, name: str = "letter.pdf") -> str:
    """Give Slack a file. Its id."""
    told = by.desk.post("upload", user=by.name, name=name, content_base64=base64.b64encode(content).decode())
    return str(told["file_id"])


def hands_in(by: Member, content: bytes = PDF, *, signer: str = SIGNER, order: str = "PO-1") -> Json:
    """Hand a signed letter in. What came of it at the modal."""
    view = opens(by, "Add the signed letter", order)
    answer = by.submits(view, file=uploads(by, content), signer=signer)
    if by.modals():
        by.closes(by.modal())
    return answer


def signs(by: Member, order: str = "PO-1") -> None:
    """Hand a signed letter in that is taken."""
    assert "errors" not in hands_in(by, order=order)["response"]
    card(by.desk, "Signed letter of", order=order)


def sends(by: Member, *, capacity: str = "confirmed", order: str = "PO-1", label: str = "Send order") -> None:
    view = opens(by, label, order)
    assert by.submits(view, capacity=capacity) == {"ok": True, "response": None}
    card(by.desk, "*Processing* since", order=order)


def has_sent(by: Member, *, capacity: str = "confirmed", **typed: str | list[str]) -> None:
    """Write PO-1, sign its letter and send it."""
    writes(by, **typed)
    signs(by)
    sends(by, capacity=capacity)


def says(admin: Member, state: str, order: str = "PO-1", **fields: str | None) -> str:
    """Say where an order is. What the admin is told of a time that was given."""
    answer = admin.submits(opens(admin, "Update status", order), state=state, **fields)
    assert answer["ok"], answer
    assert (answer["response"] or {}).get("response_action") == ("update" if fields.get("foc_date") else None), answer
    told = "".join(view.words for view in admin.modals())
    for view in admin.modals():
        admin.closes(view)
    admin.desk.settle()
    return told


def approved(admin: Member, order: str = "PO-1") -> None:
    """Say that the losing carrier was asked, and accepted."""
    says(admin, "contacting_carrier", order)
    says(admin, "transfer_approved", order, **FOC)


def go_to(desk: Desk, when: datetime) -> None:
    """Move the desk's clock on to a time."""
    desk.advance(seconds=(when - desk.now()).total_seconds())


def replies(by: Member, text: str, *files: str, order: str = "PO-1") -> str:
    """Say something in the thread of the order's card. The message's ts."""
    thread = card(by.desk, order=order)
    said = by.desk.post(
        "message", user=by.name, channel=thread.channel, text=text, thread_ts=thread.ts, files=list(files)
    )
    return str(said["message_ts"])


def found(desk: Desk, order: str = "PO-1") -> PortOrder:
    """The order as the database has it."""
    with desk.database.reading() as db:
        it = ports.find(db, SAMPLE.id, OrderId(int(order.removeprefix("PO-"))))
    assert it, f"there is no order {order}"
    return it


def fields(order: PortOrder) -> dict[str, str]:
    """What an order says, but for its secrets, whose marks are their own in each order."""
    return {name: said for name, said in order.fields.items() if name not in SECRETS}


def comments(desk: Desk) -> list[str]:
    """The texts of all that was kept of what was said."""
    with desk.database.reading() as db:
        return list(db.scalars(select(PortCommentRow.text).order_by(PortCommentRow.at)))


def forged(desk: Desk, kind: str, about: str) -> Any:
    """What Slack delivered last of a kind: "block_actions" with an action, or "view_submission" with a callback."""
    for entry in reversed(desk.log("interactive")):
        payload = entry["arguments"]
        if payload["type"] == kind and about in str(payload.get("actions") or payload["view"]["callback_id"]):
            return payload
    raise AssertionError(f"nothing was delivered about {about}")
