"""Pieces that more than one view is made of. Slack's limits are those of its documentation of blocks, November 2026."""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import phonenumbers
from slack_sdk.models.blocks import (
    ActionsBlock,
    Block,
    ButtonElement,
    ConfirmObject,
    ContextBlock,
    InputBlock,
    MarkdownTextObject,
    PlainTextInputElement,
    PlainTextObject,
    SectionBlock,
)
from slack_sdk.models.blocks.block_elements import FileInputElement, InputInteractiveElement
from slack_sdk.models.views import View

from handlers.kit.messages import plain, say
from store.folding import kept_lines
from store.places import describe
from store.types import E164, Kind, Place, UserId

LABEL = 75  # characters of a button or an option, as Slack allows

FIRST = 10  # numbers of many that are shown
RUN = "run"  # runs a command as if it were typed

KINDS = {Kind.TOLL: "kind-toll", Kind.TOLL_FREE: "kind-toll_free"}  # the keys of what they are called


def section(text: str, *, block_id: str | None = None) -> Block:
    """A paragraph of mrkdwn: 3,000 characters at most."""
    return SectionBlock(text=MarkdownTextObject(text=text), block_id=block_id)


def context(*texts: str) -> Block:
    """Small print: ten texts of mrkdwn at most."""
    return ContextBlock(elements=[MarkdownTextObject(text=text) for text in texts])


def plain_text(text: str) -> PlainTextObject:
    """A text that formats nothing, as titles, labels and options must be."""
    return PlainTextObject(text=text)


def button(
    label: str, action_id: str, value: dict[str, Any], *, style: str | None = None, confirm: ConfirmObject | None = None
) -> ButtonElement:
    """A button whose value travels as JSON; whoever reads it back must check it."""
    carried = json.dumps(value, separators=(",", ":"), ensure_ascii=False)  # 2,000 characters, as Slack counts them
    return ButtonElement(text=label, action_id=action_id, value=carried, style=style, confirm=confirm)


def actions(*buttons: ButtonElement) -> Block:
    """Buttons in a row: 25 at most."""
    return ActionsBlock(elements=buttons)


def runs(label: str, command: str, nonce: str, *, turn: bool = False, at: int = 0) -> ButtonElement:
    """A button that runs a command; with `turn` its answer takes the place of the message it stands in."""
    value = {"run": command, "nonce": nonce} | ({"turn": True} if turn else {})
    return button(label, f"{RUN}:{at}", value)


def asked(
    locale: str,
    name: str,
    label: str,
    element: InputInteractiveElement,
    *,
    hint: str | None = None,
    optional: bool = False,
) -> Block:
    """A field of a modal."""
    return InputBlock(
        block_id=name,
        label=say(locale, label),
        hint=say(locale, hint) if hint else None,
        optional=optional,
        element=element,
    )


def text_input(name: str, said: str, most: int, *, multiline: bool = False) -> InputInteractiveElement:
    """A field for a text of `most` characters; what was said before stands in it, as far as it fits."""
    return PlainTextInputElement(
        action_id=name, initial_value=kept_lines(said)[:most] or None, max_length=most, multiline=multiline or None
    )


def file_input(name: str) -> InputInteractiveElement:
    """A place for one file, however that is called: what it is shows when it is read."""
    return FileInputElement(action_id=name, max_files=1)


def modal(locale: str, title: str, blocks: Sequence[Block]) -> View:
    """A modal that is only looked at."""
    close = plain_text(say(locale, "button-close"))
    return View(type="modal", title=plain_text(title), close=close, blocks=list(blocks))


def form(
    locale: str,
    callback: str,
    title: str,
    submit: str,
    *,
    blocks: Sequence[Block],
    close: str = "button-cancel",
    carried: Mapping[str, Any] | None = None,
) -> View:
    """A modal that is sent; what is `carried` comes back with it, and whoever reads that must check it."""
    return View(
        type="modal",
        callback_id=callback,
        private_metadata=None if carried is None else json.dumps(carried),
        title=plain_text(say(locale, title)),
        submit=plain_text(say(locale, submit)),
        close=plain_text(say(locale, close)),
        blocks=list(blocks),
    )


def cut(text: str, most: int) -> str:
    """The text, its end left out where it is too long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def brief(text: str, most: int) -> str:
    """What somebody typed, able to mention nothing, in no more than so many characters once it is escaped."""
    # An ampersand becomes five characters.
    return next(shown for room in (most, most // 2, most // 5) if len(shown := plain(cut(text, room))) <= most)


def some(locale: str, named: Sequence[str], most: int = 10) -> str:
    """Some names in a line; the others are counted."""
    more = len(named) - most
    return ", ".join([*named[:most], *([say(locale, "and-more", count=more)] if more > 0 else [])])


def few(locale: str, numbers: Sequence[E164], most: int = FIRST) -> str:
    """Some numbers in a line; the others are counted."""
    named = ", ".join(f"`{pretty(e164)}`" for e164 in numbers[:most])
    more = len(numbers) - most
    return f"{named} {say(locale, 'and-more', count=more)}" if more > 0 else named


def mention(user: UserId) -> str:
    """A member, as Slack shows and notifies them."""
    return f"<@{user}>"


@lru_cache(maxsize=20_000)
def pretty(e164: E164) -> str:
    """A number as people write it for the whole world, such as "+1 206-555-0100"."""
    number = phonenumbers.parse(e164)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def listed(numbers: Iterable[E164]) -> str:
    """Numbers below each other, in type of even width."""
    return "\n".join(f"`{pretty(e164)}`" for e164 in numbers)


def first(locale: str, numbers: Sequence[E164], total: int) -> str:
    """The first FIRST of these numbers below each other, and how many of the total there are beside them."""
    shown = numbers[:FIRST]
    more = total - len(shown)
    return "\n".join([listed(shown), *([say(locale, "and-more", count=more)] if more > 0 else [])])


def bar(part: int, whole: int, *, width: int = 10) -> str:
    """A bar of text. Anything at all shows as one piece, and only what is full shows as full."""
    filled = 0 if not whole or part <= 0 else min(max(1, part * width // whole), width)
    return "▰" * filled + "▱" * (width - filled)


def so_many(locale: str, count: int) -> str:
    """So many numbers, of whatever kind."""
    return say(locale, "numbers", count=count)


def counted(locale: str, count: int, kind: Kind) -> str:
    """So many numbers of a kind, in words."""
    return say(locale, "numbers-of-kind", count=count, kind=kind.value)


def quota_left(locale: str, kind: Kind, left: int, quota: int) -> str:
    """How many numbers of a kind are left of the quota, in words."""
    return say(locale, "quota-left", kind=kind.value, left=left, quota=quota)


def where(locale: str, place: Place | None) -> str:
    """In which place, or that it may be anywhere."""
    return say(locale, "in-place", place=describe(place, locale)) if place else say(locale, "anywhere")
