"""What was written in a step of the modal, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from handlers.kit import one_number
from handlers.kit.fields import Carried, Fields, counted, file, needed, picked, selected, typed, typed_within, users
from handlers.kit.number_reading import Reading
from handlers.kit.times import iso_date, iso_time
from handlers.kit.words import BadField, BadInput
from handlers.ports.open_points import EMAIL
from handlers.ports.views.step_view import Step
from handlers.ports.views.steps import FIELDS, FILE, KEEP, LIST, LIST_LENGTH, MOST_NOTIFIED, NOTIFY, SCOPE
from store.folding import kept
from store.ports.types import Field, OrderId, Scope
from store.types import UserId
from store.workspaces.types import LOCALES

_TELEPHONES = (Field.BTN, Field.PHONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A step as it was written; None and "" where it asks for something else.

    `keeps` says whether numbers of the order stay that do not stand in the list: they came from a file. `readings` are
    how the telephone numbers among the fields were read; `shown` the fingerprints of what the fields showed.
    """

    step: Step
    order: OrderId | None
    fields: Mapping[str, str] = field(default_factory=dict)
    typed: str = ""
    keeps: bool = True
    shown: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    scope: Scope | None = None
    followers: tuple[UserId, ...] | None = None
    readings: Mapping[Field, Reading] = field(default_factory=dict, compare=False)


def order(value: Carried) -> OrderId:
    """The order that a button or a modal is about."""
    return OrderId(counted(value, "order"))


def written(value: Carried, fields: Fields, country: str) -> Written:
    """A step that was sent. `country` is where telephone numbers are that do not say their country's code.

    Raises BadField for what cannot be right.
    """
    told = as_typed(value, fields)
    email = told.fields.get(Field.EMAIL)
    if email and not EMAIL.fullmatch(email):
        raise BadField(Field.EMAIL, "port-not-an-email", said=email)
    readings = {
        name: one_number.in_field(name, said, country) for name in _TELEPHONES if (said := told.fields.get(name))
    }
    numbers = {str(name): reading.e164 for name, reading in readings.items()}
    return replace(told, fields={**told.fields, **numbers}, readings=readings)


def as_typed(value: Carried, fields: Fields) -> Written:
    """A step as it stands, right or wrong, so that nothing is typed twice."""
    shown = value.get("shown")
    said = shown.items() if isinstance(shown, Mapping) else ()
    return replace(_stands(value, fields), shown={name: each for name, each in said if isinstance(each, str)})


def _stands(value: Carried, fields: Fields) -> Written:
    step = _step(value)
    of = order(value) if "order" in value else None
    match step:
        case Step.NUMBERS:
            said = typed_within(fields, LIST, LIST_LENGTH, "port-too-long")
            keeps = KEEP not in fields or KEEP in picked(fields, KEEP)
            return Written(step=step, order=of, typed=said, keeps=keeps, file=file(fields, FILE))
        case Step.DATE:
            followers = users(fields, NOTIFY)[:MOST_NOTIFIED]
            return Written(step=step, order=of, fields=_when(fields), followers=followers)
        case Step.REVIEW:
            return Written(step=step, order=of)
        case _:
            return Written(step=step, order=of, fields=_texts(step, fields), scope=_scope(fields))


def _step(value: Carried) -> Step:
    said = needed(value, "step")
    if said not in list(Step):
        raise BadInput("stale-button")
    return Step(said)


def _texts(step: Step, fields: Fields) -> dict[str, str]:
    return {str(name): kept(typed_within(fields, name, most, "port-too-long")) for name, most in FIELDS[step].items()}


def _scope(fields: Fields) -> Scope | None:
    said = selected(fields, SCOPE)
    return Scope(said) if said in list(Scope) else None


def _when(fields: Fields) -> dict[str, str]:
    language = selected(fields, Field.LANGUAGE)
    return {
        Field.WANTED_DATE: iso_date(typed(fields, Field.WANTED_DATE, "selected_date")),
        Field.WANTED_TIME: iso_time(typed(fields, Field.WANTED_TIME, "selected_time")),
        Field.LANGUAGE: language if language in LOCALES else "",
    }
