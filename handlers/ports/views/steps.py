"""The modal in which a port order is written, step by step."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from slack_sdk.models.blocks import (
    Block,
    CheckboxesElement,
    DatePickerElement,
    EmailInputElement,
    Option,
    RadioButtonsElement,
    StaticSelectElement,
    TimePickerElement,
    UserMultiSelectElement,
)
from slack_sdk.models.blocks.block_elements import InputInteractiveElement
from slack_sdk.models.views import View

from handlers.kit.blocks import actions, asked, button, context, few, file_input, form, plain_text, section
from handlers.kit.blocks import text_input as typed_in
from handlers.kit.messages import say
from handlers.ports.port_list import NOTHING_LISTED, Listed
from handlers.ports.rules import NEEDED, Point, Warned
from handlers.ports.views.parts import day, how_many, names, points, refusals, told_by, warned
from handlers.ports.views.words import FIELD_NAMES, SCOPES
from store.ports.types import Field, PortOrder, Scope
from store.types import UserId
from store.workspaces.types import LANGUAGES

CALLBACK, BACK = "port_step", "port_back"
LIST, FILE, KEEP, SCOPE, NOTIFY = "list", "file", "keep", "scope", "notify"
LIST_LENGTH = 3_000  # characters, as Slack allows
MOST_NOTIFIED = 20


class Step(StrEnum):
    """What is asked for together."""

    NUMBERS = "numbers"
    ACCOUNT = "account"
    ADDRESS = "address"
    SIGNER = "signer"
    DATE = "date"
    REVIEW = "review"


STEPS = tuple(Step)
_NAMES = {
    Step.NUMBERS: "port-step-numbers",
    Step.ACCOUNT: "port-step-account",
    Step.ADDRESS: "port-step-address",
    Step.SIGNER: "port-step-signer",
    Step.DATE: "port-step-date",
    Step.REVIEW: "port-step-review",
}
FIELDS = {  # the fields of each step that are typed, with the characters there is room for
    Step.ACCOUNT: {Field.CARRIER: 80, Field.ACCOUNT: 40, Field.BTN: 40, Field.PIN: 20},
    Step.ADDRESS: {
        Field.COMPANY: 100,
        Field.DOMAIN: 100,
        Field.STREET: 120,
        Field.CITY: 60,
        Field.REGION: 60,
        Field.POSTCODE: 20,
    },
    Step.SIGNER: {Field.AUTHORISED: 60, Field.TITLE: 60, Field.PHONE: 40, Field.EMAIL: 100},
}
_PARTS = 10  # orders that are told one by one; the rest is counted
HINTS = {
    Field.BTN: "port-hint-btn",
    Field.PIN: "port-hint-pin",
    Field.COMPANY: "port-hint-company",
    Field.STREET: "port-hint-street",
    Field.AUTHORISED: "port-hint-authorised",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What a step shows: the order as far as it is written, None before it is; what its list came to.

    `parts` are the orders that it will be, first the one that it is. `unlisted` of its numbers came from a file,
    and not out of what was typed.
    """

    step: Step
    order: PortOrder | None
    listed: Listed = NOTHING_LISTED
    followers: Sequence[UserId] = ()
    parts: Sequence[PortOrder] = ()
    points: Sequence[Point] = ()
    warnings: Sequence[Warned] = ()
    unlisted: int = 0
    awaits_file: bool = False


def steps(locale: str, sight: Sight) -> View:
    order, step = sight.order, sight.step
    carried = {"step": step.value} | ({"order": order.id} if order else {})
    last = step is STEPS[-1]
    return form(
        locale,
        CALLBACK,
        "port-title",
        "port-button-save" if last else "port-button-next",
        close="button-close",
        carried=carried,
        blocks=[_where(locale, sight), *_BODIES[step](locale, sight), *_back(locale, sight)],
    )


def next_step(step: Step) -> Step:
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def step_before(step: Step) -> Step:
    return STEPS[max(STEPS.index(step) - 1, 0)]


def _where(locale: str, sight: Sight) -> Block:
    """Which step it is, and of what."""
    at = say(locale, "port-step", at=STEPS.index(sight.step) + 1, of=len(STEPS))
    name = say(locale, _NAMES[sight.step])
    of = [f"*{sight.order.name}*"] if sight.order else [say(locale, "port-not-kept-yet")]
    return context(" · ".join([at, name, *of]))


def _back(locale: str, sight: Sight) -> list[Block]:
    order = sight.order
    if order is None or sight.step is STEPS[0]:
        return []
    carried = {"order": order.id, "step": sight.step.value, "nonce": f"{order.name}.{order.version}.{sight.step}"}
    return [actions(button(say(locale, "button-back"), BACK, carried))]


def _numbers(locale: str, sight: Sight) -> list[Block]:
    typed = sight.order.typed if sight.order else ""
    return [
        section(say(locale, "port-numbers-intro")),
        asked(
            locale,
            LIST,
            "port-list",
            typed_in(LIST, typed, LIST_LENGTH, multiline=True),
            hint="port-list-hint",
            optional=True,
        ),
        *_keep(locale, sight),
        asked(locale, FILE, "port-file", file_input(FILE), hint="port-file-hint", optional=True),
    ]


def _keep(locale: str, sight: Sight) -> list[Block]:
    if not sight.unlisted:
        return []
    keep = Option(text=plain_text(say(locale, "port-keep", count=sight.unlisted)), value=KEEP)
    element = CheckboxesElement(action_id=KEEP, options=[keep], initial_options=[keep])
    return [asked(locale, KEEP, "port-keep-label", element, optional=True)]


def _account(locale: str, sight: Sight) -> list[Block]:
    return [*_read(locale, sight), *_typed(locale, sight), _scope(locale, sight)]


def _read(locale: str, sight: Sight) -> list[Block]:
    """What the list came to: how many numbers, and which were left out for what reason."""
    order = sight.order
    if order is None:
        return []
    said = [say(locale, "port-read", numbers=how_many(locale, part)) for part in sight.parts[:_PARTS] if part.numbers]
    if len(sight.parts) > _PARTS:
        said.append(say(locale, "and-more", count=len(sight.parts) - _PARTS))
    if len(sight.parts) > 1:
        said.insert(0, say(locale, "port-split", count=len(sight.parts)))
    if sight.awaits_file:
        said.append(say(locale, "port-file-awaited"))
    if sight.listed.doubled:
        said.append(say(locale, "port-doubled", count=sight.listed.doubled))
    if sight.listed.refused:
        said.append(refusals(locale, sight.listed.refused))
    return [section("\n".join(said))] if said else []


def _scope(locale: str, sight: Sight) -> Block:
    options = {scope: Option(text=plain_text(say(locale, SCOPES[scope])), value=scope.value) for scope in Scope}
    now = sight.order.scope if sight.order else Scope.PARTIAL
    element = RadioButtonsElement(action_id=SCOPE, options=list(options.values()), initial_option=options[now])
    return asked(locale, SCOPE, "port-scope", element)


def _address(locale: str, sight: Sight) -> list[Block]:
    return [section(say(locale, "port-address-intro")), *_typed(locale, sight)]


def _signer(locale: str, sight: Sight) -> list[Block]:
    return [*_warned(locale, sight), section(say(locale, "port-signer-intro")), *_typed(locale, sight)]


def _date(locale: str, sight: Sight) -> list[Block]:
    said = _said(sight)
    languages = {name: Option(text=plain_text(say(locale, LANGUAGES[name])), value=name) for name in LANGUAGES}
    language = languages.get(said.get(Field.LANGUAGE, ""), languages[locale])
    date = DatePickerElement(action_id=Field.WANTED_DATE, initial_date=said.get(Field.WANTED_DATE) or None)
    time = TimePickerElement(action_id=Field.WANTED_TIME, initial_time=said.get(Field.WANTED_TIME) or None)
    notify = UserMultiSelectElement(
        action_id=NOTIFY, initial_users=list(sight.followers) or None, max_selected_items=MOST_NOTIFIED
    )
    letter = StaticSelectElement(action_id=Field.LANGUAGE, options=list(languages.values()), initial_option=language)
    return [
        *_warned(locale, sight),
        asked(locale, Field.WANTED_DATE, "port-field-wanted_date", date, hint="port-hint-wanted_date"),
        asked(locale, Field.WANTED_TIME, "port-field-wanted_time", time, hint="port-hint-wanted_time", optional=True),
        asked(locale, NOTIFY, "port-notify", notify, hint="port-notify-hint", optional=True),
        asked(locale, Field.LANGUAGE, "port-field-language", letter),
    ]


def _review(locale: str, sight: Sight) -> list[Block]:
    order = sight.order
    if order is None:
        return []
    left_out = [section(refusals(locale, sight.listed.refused))] if sight.listed.refused else []
    return [*_parts(locale, sight), *left_out, section(_summary(locale, order, sight)), *_outlook(locale, order, sight)]


def _parts(locale: str, sight: Sight) -> list[Block]:
    """Each order that it will be."""
    shown = [section(_part(locale, part)) for part in sight.parts[:_PARTS]]
    more = len(sight.parts) - len(shown)
    rest = [context(say(locale, "and-more", count=more))] if more > 0 else []
    if len(sight.parts) < 2:
        return shown
    return [section(say(locale, "port-split", count=len(sight.parts))), *shown, *rest]


def _part(locale: str, part: PortOrder) -> str:
    scope = say(locale, SCOPES[part.scope])
    name = part.name if part.id else say(locale, "port-new-order")
    return f"*{name}* · {how_many(locale, part)} · {scope}\n{few(locale, part.numbers)}"


def _summary(locale: str, order: PortOrder, sight: Sight) -> str:
    """What the order says beside its numbers, as it would be read out."""
    said = order.fields
    account = (Field.CARRIER, Field.ACCOUNT, Field.BTN)
    place = (Field.COMPANY, Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE)
    signer = (Field.AUTHORISED, Field.TITLE, Field.PHONE, Field.EMAIL)
    wanted = [day(locale, said[Field.WANTED_DATE])] if said.get(Field.WANTED_DATE) else []
    lines = [
        (say(locale, "port-step-account"), [told_by(locale, said, field) for field in account]),
        (say(locale, "port-step-address"), [told_by(locale, said, field) for field in place if said.get(field)]),
        (say(locale, "port-step-signer"), [told_by(locale, said, field) for field in signer if said.get(field)]),
        (say(locale, "port-field-wanted_date"), [*wanted, *filter(None, [said.get(Field.WANTED_TIME)])]),
        (say(locale, "port-notify"), [names(locale, sight.followers)] if sight.followers else []),
    ]
    return "\n".join(f"*{label}* {', '.join(parts) or say(locale, 'port-nothing')}" for label, parts in lines)


def _outlook(locale: str, order: PortOrder, sight: Sight) -> list[Block]:
    """What is still to be done, and what may go wrong."""
    todo = points(locale, order, sight.points)
    open_points = [section("\n".join([say(locale, "port-open-points"), *(f"• {each}" for each in todo)]))]
    return [*_warned(locale, sight), *(open_points if todo else [])]


def _warned(locale: str, sight: Sight) -> list[Block]:
    said = warned(locale, sight.order, sight.warnings) if sight.order else []
    return [context("\n".join(f":warning: {each}" for each in said))] if said else []


def _typed(locale: str, sight: Sight) -> list[Block]:
    said = _said(sight)
    return [
        asked(
            locale,
            name,
            FIELD_NAMES[name],
            _element(name, said.get(name, ""), most),
            hint=HINTS.get(name),
            optional=name not in NEEDED,
        )
        for name, most in FIELDS[sight.step].items()
    ]


def _element(name: Field, said: str, most: int) -> InputInteractiveElement:
    if name is Field.EMAIL:
        return EmailInputElement(action_id=name, initial_value=said or None)
    return typed_in(name, said, most)


def _said(sight: Sight) -> Mapping[str, str]:
    return sight.order.fields if sight.order else {}


_BODIES: dict[Step, Callable[[str, Sight], list[Block]]] = {
    Step.NUMBERS: _numbers,
    Step.ACCOUNT: _account,
    Step.ADDRESS: _address,
    Step.SIGNER: _signer,
    Step.DATE: _date,
    Step.REVIEW: _review,
}
