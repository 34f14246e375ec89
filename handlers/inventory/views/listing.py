"""The workspace's own numbers: a line each with its menu, and all about one of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from slack_sdk.models.blocks import (
    Block,
    ButtonElement,
    MarkdownTextObject,
    Option,
    OverflowMenuElement,
    SectionBlock,
)

from handlers.batches import MANY
from handlers.inventory.requests import ListNumbers, as_typed
from handlers.inventory.verbs import VERBS
from handlers.inventory.views.assign import kind_name
from handlers.inventory.views.whose import whose
from handlers.kit import read_as
from handlers.kit.blocks import FIRST, actions, button, context, mention, plain_text, pretty, runs, section
from handlers.kit.messages import moment, plain, say
from handlers.kit.read_as import ReadAs
from handlers.kit.reply import Reply, says
from store.inventory.types import NumberUse, Owned
from store.numbers.types import Kept, Status
from store.places import describe
from store.services.types import ServiceKind
from store.types import E164, WorkspaceId

PAGE = 10
HISTORY = 10
MENU = "number_menu"
ASSIGN, UNASSIGN, RELEASE, RESTORE, DEFAULT, HISTORY_OF = (
    *("assign", "unassign", "release", "restore", "default", "history"),
)

MENU_WORDS = {
    ASSIGN: "menu-assign",
    UNASSIGN: "menu-unassign",
    RELEASE: "menu-release",
    RESTORE: "menu-restore",
    DEFAULT: "menu-default",
    HISTORY_OF: "menu-history",
}
USES = {
    NumberUse.ACQUIRED: "use-acquired",
    NumberUse.ASSIGNED: "use-assigned",
    NumberUse.ORDERED: "use-ordered",
    NumberUse.RESTING: "use-resting",
    NumberUse.PORTING: "use-porting",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPage:
    """All that is known of a number in a workspace."""

    e164: E164
    owned: Owned | None
    kept: Kept | None
    told: Sequence[str]  # by what it is in, such as a port order
    history: Sequence[str]
    workspace: WorkspaceId
    now: datetime


def numbers(locale: str, ask: ListNumbers, shown: Sequence[Owned], total: int, nonce: str) -> Reply:
    """A page of numbers, each with a menu of what can be done with it."""
    if not shown:
        return says(say(locale, "list-past-the-end", page=ask.page) if total else say(locale, "list-empty"))
    lines = [_line(locale, owned) for owned in shown]
    first = (ask.page - 1) * PAGE + 1
    last = first + len(shown) - 1
    rows = [_row(locale, line, owned, nonce, at) for at, (line, owned) in enumerate(zip(lines, shown, strict=True))]
    buttons = [
        runs(say(locale, verb.words.title), f"{verb.verb} {MANY}", nonce, at=at) for at, verb in enumerate(VERBS, 1)
    ]
    if last < total:
        further = as_typed(replace(ask, page=ask.page + 1))
        buttons.insert(0, runs(say(locale, "button-next-page"), further, nonce, turn=True))
    blocks = [*rows, context(say(locale, "search-shown", first=first, last=last, total=total)), actions(*buttons)]
    return says("\n".join(lines).replace("*", "")[:3_000], *blocks)


def number(locale: str, data: NumberPage, nonce: str) -> Reply:
    """All about a number: state, place, service, hold or port order, history."""
    stands = whose(locale, data.e164, data.kept, data.workspace, data.now)
    about = _line(locale, data.owned) if data.owned else f"`{pretty(data.e164)}` · {stands}"
    blocks: list[Block] = [section(about), *map(section, data.told)]
    if data.owned and (buttons := _buttons(locale, data.owned, nonce)):
        blocks.append(actions(*buttons))
    blocks.append(context(say(locale, "number-history" if data.history else "number-no-history")))
    blocks += map(section, data.history)
    return says(about.replace("*", ""), *blocks)


def _line(locale: str, owned: Owned) -> str:
    """A number with its place, service, who acquired it and when."""
    said = [f"`{pretty(owned.e164)}`", say(locale, USES[use_of(owned)]), describe(owned.place, locale)]
    if owned.service:
        star = " ★" if owned.is_default else ""
        said.append(f"{kind_name(locale, owned.service.kind)} *{plain(owned.service.name)}*{star}")
    if owned.status is Status.RESTING and owned.available_at:
        ends = "rests-until-given-up" if owned.is_carriers else "rests-until"
        said.append(say(locale, ends, time=moment(owned.available_at)))
    got = [mention(owned.got_by)] if owned.got_by else []
    got += [moment(owned.got_at)] if owned.got_at else []
    got += [f"H-{owned.hold}"] if owned.hold else [f"PO-{owned.port_order}"] if owned.port_order else []
    return " · ".join([*said, *got])


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What was found of a number that somebody named; `porting`: the order that is to bring it."""

    e164: E164
    owned: Owned | None
    kept: Kept | None
    porting: int | None


def stands(locale: str, looked: Looked, workspace: WorkspaceId, now: datetime) -> str:
    """A line on how a number stands for a workspace."""
    if looked.owned:
        return _line(locale, looked.owned)
    number = f"`{pretty(looked.e164)}`"
    if looked.porting:
        return f"{number} · {say(locale, 'use-porting')} · PO-{looked.porting}"
    return f"{number} · {whose(locale, looked.e164, looked.kept, workspace, now)}"


def looked_up(locale: str, lines: Sequence[str], *, more: int, read: Sequence[ReadAs]) -> Reply:
    """How each number of a message stands, and what some were `read` as; `more` of them are not told of."""
    if not lines:
        return says("\n".join(read_as.in_words(locale, each) for each in read[:FIRST]) or say(locale, "look-up-none"))
    blocks = [section("\n".join(some)) for some in (lines[at : at + PAGE] for at in range(0, len(lines), PAGE))]
    if more:
        blocks.append(context(say(locale, "and-more", count=more)))
    return says(say(locale, "look-up-found", count=len(lines)), *blocks, *read_as.shown(locale, read))


def use_of(owned: Owned) -> NumberUse:
    """What a number is used for: an assigned one is acquired too, and counts as assigned."""
    return NumberUse.ASSIGNED if owned.service else NumberUse(owned.status.value)


def can(owned: Owned) -> list[str]:
    """What can be done with a number."""
    if owned.status is Status.RESTING:
        return [RESTORE]
    if owned.status in (Status.PORTING, Status.ORDERED):
        return []
    if owned.service is None:
        return [ASSIGN, RELEASE]
    is_bridge = owned.service.kind is ServiceKind.BRIDGE
    return [*([DEFAULT] if is_bridge and not owned.is_default and owned.kind == "toll" else []), UNASSIGN]


def _row(locale: str, line: str, owned: Owned, nonce: str, at: int) -> Block:
    options = [
        Option(text=plain_text(say(locale, MENU_WORDS[verb])), value=_value(owned.e164, verb, nonce))
        for verb in [*can(owned), HISTORY_OF]
    ]
    menu = OverflowMenuElement(action_id=f"{MENU}:{at}", options=options)
    return SectionBlock(text=MarkdownTextObject(text=line), accessory=menu)


def _buttons(locale: str, owned: Owned, nonce: str) -> list[ButtonElement]:
    return [_button(locale, owned.e164, verb, nonce) for verb in can(owned)]


def _button(locale: str, e164: E164, verb: str, nonce: str) -> ButtonElement:
    return button(say(locale, MENU_WORDS[verb]), f"{MENU}:{verb}", json.loads(_value(e164, verb, nonce)))


def released(locale: str, e164: E164, until: datetime | None, nonce: str) -> Reply:
    """Tell what became of a number that was released, with the way back; no `until`: it does not rest."""
    if until is None:
        return says(say(locale, "number-released-at-once", number=f"`{pretty(e164)}`"))
    said = say(locale, "number-released", number=f"`{pretty(e164)}`", time=moment(until))
    return says(said, section(said), actions(_button(locale, e164, RESTORE, nonce)))


def _value(e164: E164, verb: str, nonce: str) -> str:
    """What an option carries: Slack leaves it no more than 75 characters."""
    short = sha256(f"{nonce} {e164} {verb}".encode()).hexdigest()[:8]
    return json.dumps({"number": e164, "do": verb, "nonce": short}, separators=(",", ":"))
