"""What the tests of approvals do: ask, decline, set the policy, and press what is stale by now."""

from dataclasses import replace

from bot.local import SAMPLE
from store.types import GroupId
from store.workspaces.types import Circle, Policy, Who
from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.product import Product
from tests.flow.slack import Message

SEATTLE = "reserve 3 US Washington Seattle"
TELEPHONY = Who(circle=Circle.GROUP, group=GroupId("S0TELEPH1"))
BUTTONS = ["Approve", "Decline", "Withdraw", "Show numbers"]


def ask(desk: Desk, by: Member, text: str = SEATTLE, hold: str = "H-1", **fields: str | list[str]) -> Message:
    """Reserve and ask to acquire; the card as it asks for approval."""
    by.types(text)
    assert by.submits(by.chooses(desk.card(hold), "Acquire numbers"), **fields)["ok"]
    assert by.modals() == []
    return desk.card(hold, "asks to acquire")


def decline(card: Message, by: Member, reason: str = "too many") -> None:
    assert by.submits(by.chooses(card, "Decline"), reason=reason)["ok"]


def policy(shared: Product, **changes: object) -> None:
    shared.set_up(replace(SAMPLE, policy=Policy(**changes)))  # type: ignore[arg-type] # as many kinds as there are


def stale(desk: Desk, by: Member, card: Message, label: str) -> str:
    """What is answered to a press on a card that shows something else by now."""
    button = card.button(label)
    desk.settle()
    pressed = press_of(desk, by, button)
    told = by.told()
    desk.post("deliver", type="interactive", payload=pressed)
    return "\n".join(message.text for message in by.told()[len(told) :])


def press_of(desk: Desk, by: Member, button: dict[str, object]) -> dict[str, object]:
    """What Slack delivers when a button is pressed, made from a press that it delivered."""
    by.presses(by.types("help"), "Quota")
    payload: dict[str, object] = dict(desk.log("interactive")[-1]["arguments"])
    payload["actions"] = [{**payload["actions"][0], "action_id": button["action_id"], "value": button["value"]}]  # type: ignore[index] # a list
    return payload
