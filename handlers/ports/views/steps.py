"""The modal in which a port order is written, step by step."""

from collections.abc import Callable, Mapping
from typing import Any

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

from handlers.kit import read_as
from handlers.kit.blocks import actions, asked, button, context, cut, file_input, form, plain_text, section
from handlers.kit.blocks import text_input as typed_in
from handlers.kit.meanwhile import fingerprint
from handlers.kit.messages import plain, say
from handlers.ports.open_points import NEEDED
from handlers.ports.views.parts import how_many, refusals
from handlers.ports.views.review import review, warnings
from handlers.ports.views.step_view import PARTS, STEPS, Met, Step, StepView
from handlers.ports.views.words import FIELD_NAMES, SCOPES
from store.ports.types import Field, PortOrder, Scope
from store.workspaces.types import LANGUAGES

CALLBACK, BACK = "port_step", "port_back"
LIST, FILE, KEEP, SCOPE, NOTIFY = "list", "file", "keep", "scope", "notify"
LIST_LENGTH = 3_000  # characters, as Slack allows
MOST_NOTIFIED = 20


_TOLD = 200  # characters of what two have changed
_FIELDS_MET = {**FIELD_NAMES, SCOPE: "port-scope", LIST: "port-list"}
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
HINTS = {
    Field.BTN: "port-hint-btn",
    Field.PIN: "port-hint-pin",
    Field.COMPANY: "port-hint-company",
    Field.STREET: "port-hint-street",
    Field.AUTHORISED: "port-hint-authorised",
}


def steps(locale: str, data: StepView) -> View:
    """The modal in which an order is written, at one of its steps."""
    order, step = data.order, data.step
    carried: dict[str, Any] = {"step": step.value}
    if order:
        carried |= {"order": order.id, "shown": _shown(data, order)}
    last, read = step is STEPS[-1], read_as.shown(locale, data.read_as)
    return form(
        locale,
        CALLBACK,
        "port-title",
        "port-button-save" if last else "port-button-next",
        close="button-close",
        carried=carried,
        blocks=[
            _where(locale, data),
            *read,
            *_met(locale, data),
            *_BODIES[step](locale, data),
            *_back(locale, data),
        ],
    )


def values(order: PortOrder, step: Step) -> dict[str, str]:
    """What an order says in the fields of a step."""
    if step is Step.NUMBERS:
        return {LIST: order.typed}
    names = (Field.WANTED_DATE, Field.WANTED_TIME, Field.LANGUAGE) if step is Step.DATE else FIELDS.get(step, {})
    said = {str(name): order.says(name) for name in names}
    return said | ({SCOPE: order.scope.value} if step is Step.ACCOUNT else {})


def _shown(data: StepView, order: PortOrder) -> Mapping[str, str]:
    return data.shown or {name: fingerprint(said) for name, said in values(order, data.step).items()}


def _met(locale: str, data: StepView) -> list[Block]:
    """What somebody else has changed meanwhile, beside what the member wrote."""
    if not data.met:
        return []
    lines = [
        say(
            locale,
            "port-meanwhile-field",
            field=say(locale, _FIELDS_MET[each.name]),
            now=_told(locale, each, each.now),
            yours=_told(locale, each, each.yours),
        )
        for each in data.met
    ]
    return [section("\n".join([say(locale, "port-meanwhile"), *lines]))]


def _told(locale: str, met: Met, value: str) -> str:
    """A value as it is read, in one line and not too long."""
    if met.name == SCOPE:
        return say(locale, SCOPES[Scope(value)])
    return plain(cut(" ".join(value.split()), _TOLD)) or say(locale, "port-meanwhile-nothing")


def next_step(step: Step) -> Step:
    """The step after this one; the last stays the last."""
    return STEPS[min(STEPS.index(step) + 1, len(STEPS) - 1)]


def step_before(step: Step) -> Step:
    """The step before this one; the first stays the first."""
    return STEPS[max(STEPS.index(step) - 1, 0)]


def _where(locale: str, data: StepView) -> Block:
    """Which step it is, and of what."""
    at = say(locale, "port-step", at=STEPS.index(data.step) + 1, of=len(STEPS))
    name = say(locale, _NAMES[data.step])
    of = [f"*{data.order.name}*"] if data.order else [say(locale, "port-not-kept-yet")]
    return context(" · ".join([at, name, *of]))


def _back(locale: str, data: StepView) -> list[Block]:
    order = data.order
    if order is None or data.step is STEPS[0]:
        return []
    carried: dict[str, Any] = {
        "order": order.id,
        "step": data.step.value,
        "nonce": f"{order.name}.{order.version}.{data.step}",
    }
    carried["shown"] = _shown(data, order)
    return [actions(button(say(locale, "button-back"), BACK, carried))]


def _numbers(locale: str, data: StepView) -> list[Block]:
    typed = data.order.typed if data.order else ""
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
        *_keep(locale, data),
        asked(locale, FILE, "port-file", file_input(FILE), hint="port-file-hint", optional=True),
    ]


def _keep(locale: str, data: StepView) -> list[Block]:
    if not data.unlisted:
        return []
    keep = Option(text=plain_text(say(locale, "port-keep", count=data.unlisted)), value=KEEP)
    element = CheckboxesElement(action_id=KEEP, options=[keep], initial_options=[keep])
    return [asked(locale, KEEP, "port-keep-label", element, optional=True)]


def _account(locale: str, data: StepView) -> list[Block]:
    return [*_read(locale, data), *_typed(locale, data), _scope(locale, data)]


def _read(locale: str, data: StepView) -> list[Block]:
    """What the list came to: how many numbers, and which were left out for what reason."""
    order = data.order
    if order is None:
        return []
    said = [say(locale, "port-read", numbers=how_many(locale, part)) for part in data.parts[:PARTS] if part.numbers]
    if len(data.parts) > PARTS:
        said.append(say(locale, "and-more", count=len(data.parts) - PARTS))
    if len(data.parts) > 1:
        said.insert(0, say(locale, "port-split", count=len(data.parts)))
    if data.awaits_file:
        said.append(say(locale, "port-file-awaited"))
    if data.listed.doubled:
        said.append(say(locale, "port-doubled", count=data.listed.doubled))
    if data.listed.refused:
        said.append(refusals(locale, data.listed.refused))
    return [section("\n".join(said))] if said else []


def _scope(locale: str, data: StepView) -> Block:
    options = {scope: Option(text=plain_text(say(locale, SCOPES[scope])), value=scope.value) for scope in Scope}
    now = data.order.scope if data.order else Scope.PARTIAL
    element = RadioButtonsElement(action_id=SCOPE, options=list(options.values()), initial_option=options[now])
    return asked(locale, SCOPE, "port-scope", element)


def _address(locale: str, data: StepView) -> list[Block]:
    return [section(say(locale, "port-address-intro")), *_typed(locale, data)]


def _signer(locale: str, data: StepView) -> list[Block]:
    return [*warnings(locale, data), section(say(locale, "port-signer-intro")), *_typed(locale, data)]


def _date(locale: str, data: StepView) -> list[Block]:
    said = _said(data)
    languages = {name: Option(text=plain_text(say(locale, LANGUAGES[name])), value=name) for name in LANGUAGES}
    language = languages.get(said.get(Field.LANGUAGE, ""), languages[locale])
    date = DatePickerElement(action_id=Field.WANTED_DATE, initial_date=said.get(Field.WANTED_DATE) or None)
    time = TimePickerElement(action_id=Field.WANTED_TIME, initial_time=said.get(Field.WANTED_TIME) or None)
    notify = UserMultiSelectElement(
        action_id=NOTIFY, initial_users=list(data.followers) or None, max_selected_items=MOST_NOTIFIED
    )
    letter = StaticSelectElement(action_id=Field.LANGUAGE, options=list(languages.values()), initial_option=language)
    return [
        *warnings(locale, data),
        asked(locale, Field.WANTED_DATE, "port-field-wanted_date", date, hint="port-hint-wanted_date"),
        asked(locale, Field.WANTED_TIME, "port-field-wanted_time", time, hint="port-hint-wanted_time", optional=True),
        asked(locale, NOTIFY, "port-notify", notify, hint="port-notify-hint", optional=True),
        asked(locale, Field.LANGUAGE, "port-field-language", letter),
    ]


def _typed(locale: str, data: StepView) -> list[Block]:
    said = _said(data)
    return [
        asked(
            locale,
            name,
            FIELD_NAMES[name],
            _element(name, said.get(name, ""), most),
            hint=HINTS.get(name),
            optional=name not in NEEDED,
        )
        for name, most in FIELDS[data.step].items()
    ]


def _element(name: Field, said: str, most: int) -> InputInteractiveElement:
    if name is Field.EMAIL:
        return EmailInputElement(action_id=name, initial_value=said or None)
    return typed_in(name, said, most)


def _said(data: StepView) -> Mapping[str, str]:
    return data.order.fields if data.order else {}


_BODIES: dict[Step, Callable[[str, StepView], list[Block]]] = {
    Step.NUMBERS: _numbers,
    Step.ACCOUNT: _account,
    Step.ADDRESS: _address,
    Step.SIGNER: _signer,
    Step.DATE: _date,
    Step.REVIEW: review,
}
