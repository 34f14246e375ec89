"""The modal in which the numbers to keep are chosen: as much of it as the hold's size needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    ExternalDataMultiSelectElement,
    InputBlock,
    Option,
    PlainTextInputElement,
    RadioButtonsElement,
    StaticMultiSelectElement,
    StaticSelectElement,
)
from slack_sdk.models.views import View

from handlers.holds.views.words import PURPOSES
from handlers.kit import read_as
from handlers.kit.blocks import counted, form, plain_text, pretty, section
from handlers.kit.messages import say, slack_time
from handlers.kit.read_as import ReadAs
from handlers.kit.sources import POOL
from store.holds.types import HeldNumber, Hold, Purpose
from store.types import E164

CALLBACK = "acquire"
NUMBERS, WHICH, FIND, RANGES, PURPOSE, NOTE = "numbers", "which", "find", "ranges", "purpose", "note"
ALL, ONLY, EXCEPT = "all", "only", "except"
FIND_ACTION = "find_numbers"
NOTE_LENGTH = 500

NO_COSTS: Mapping[E164, str] = MappingProxyType({})  # numbers of the stock cost nothing

_CHECKBOXES, _SELECT = 10, 100  # Slack's limits for their options


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What ranges were read as, and how many numbers that makes; `of` is the fingerprint of the choice."""

    read: Sequence[ReadAs]
    count: int
    of: str


def acquire(
    locale: str,
    hold: Hold,
    held: Sequence[HeldNumber],
    fate: str = POOL,
    sight: Sight | None = None,
    *,
    costs: Mapping[E164, str] = NO_COSTS,
) -> View:
    """The modal that asks which numbers of a hold are wanted, and for what. Slack keeps what stands in its fields.

    `fate` says what becomes of those that are not chosen, `costs` what those cost that are not free.
    """
    numbers = counted(locale, hold.size, hold.wanted.kind)
    intro = say(locale, "acquire-intro", hold=hold.name, numbers=numbers, time=slack_time(hold.until), fate=fate)
    seen = {"seen": sight.of} if sight else {}
    shown = [section(intro), *_sight(locale, hold, sight)]
    return form(
        locale,
        CALLBACK,
        "acquire-title",
        "button-acquire",
        carried={"hold": hold.id, **seen},
        blocks=[*shown, *_choice(locale, hold, held, costs), _purpose(locale), _note(locale)],
    )


def _sight(locale: str, hold: Hold, sight: Sight | None) -> list[Block]:
    if sight is None:
        return []
    look = section(say(locale, "acquire-look", count=sight.count, size=hold.size))
    return [look, *read_as.shown(locale, sight.read)]


def is_chosen_one_by_one(hold: Hold) -> bool:
    """Whether the hold is small enough for all its numbers to stand in the modal, chosen beforehand."""
    return hold.size <= _SELECT


def option(e164: E164, costs: Mapping[E164, str] = NO_COSTS) -> Option:
    """A number as a choice; its value is the number in E.164."""
    cost = costs.get(e164)
    return Option(text=plain_text(pretty(e164)), value=e164, description=plain_text(cost) if cost else None)


def _choice(locale: str, hold: Hold, held: Sequence[HeldNumber], costs: Mapping[E164, str]) -> list[Block]:
    if not is_chosen_one_by_one(hold):
        return _choice_of_many(locale, hold)
    options = [option(number.e164, costs) for number in held]
    element = CheckboxesElement if hold.size <= _CHECKBOXES else StaticMultiSelectElement
    return [
        InputBlock(
            block_id=NUMBERS,
            label=say(locale, "acquire-numbers"),
            hint=say(locale, "acquire-numbers-hint"),
            element=element(action_id=NUMBERS, options=options, initial_options=options),
        )
    ]


def _choice_of_many(locale: str, hold: Hold) -> list[Block]:
    every = Option(text=plain_text(say(locale, "acquire-all", count=hold.size)), value=ALL)
    some = [
        Option(text=plain_text(say(locale, "acquire-only")), value=ONLY),
        Option(text=plain_text(say(locale, "acquire-except")), value=EXCEPT),
    ]
    placeholder = plain_text(say(locale, "acquire-find-placeholder"))
    return [
        InputBlock(
            block_id=WHICH,
            label=say(locale, "acquire-which"),
            element=RadioButtonsElement(action_id=WHICH, options=[every, *some], initial_option=every),
        ),
        InputBlock(
            block_id=FIND,
            label=say(locale, "acquire-find"),
            optional=True,
            element=ExternalDataMultiSelectElement(action_id=FIND_ACTION, placeholder=placeholder, min_query_length=0),
        ),
        InputBlock(
            block_id=RANGES,
            label=say(locale, "acquire-ranges"),
            hint=say(locale, "acquire-ranges-hint"),
            optional=True,
            element=PlainTextInputElement(action_id=RANGES, multiline=True, max_length=3000),
        ),
    ]


def _purpose(locale: str) -> Block:
    options = {
        purpose: Option(text=plain_text(say(locale, PURPOSES[purpose])), value=purpose.value) for purpose in Purpose
    }
    return InputBlock(
        block_id=PURPOSE,
        label=say(locale, "acquire-purpose"),
        element=StaticSelectElement(
            action_id=PURPOSE, options=list(options.values()), initial_option=options[Purpose.NOT_YET]
        ),
    )


def _note(locale: str) -> Block:
    placeholder = plain_text(say(locale, "acquire-note-placeholder"))
    element = PlainTextInputElement(action_id=NOTE, multiline=True, max_length=NOTE_LENGTH, placeholder=placeholder)
    return InputBlock(block_id=NOTE, label=say(locale, "acquire-note"), optional=True, element=element)
