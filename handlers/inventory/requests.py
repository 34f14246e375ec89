"""What can be asked about the workspace's own numbers: read from the words of a command, and written as such."""

import re
from dataclasses import dataclass

from handlers.batches import MANY, Many, read_many
from handlers.inventory import service_name
from handlers.kit import one_number
from handlers.kit.messages import unescaped
from handlers.kit.normalization import normalized, resolved
from handlers.kit.one_number import AboutNumber
from handlers.kit.telephone import looks_like_a_number, names_several
from handlers.kit.tokens import quoted
from handlers.kit.words import BadInput, Words
from handlers.record import ExportLog
from store.batches.types import Form, Verb
from store.inventory.types import EVERY, Filter, NumberUse
from store.places import Places, as_words
from store.services.types import ServiceKind
from store.types import E164, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Assign(AboutNumber):
    """A number goes to a service; what was not said is asked for."""

    e164: E164 | None = None
    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unassign(AboutNumber):
    """A number is taken from its service."""

    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowServices:
    """All services with their numbers, a page of them; pages count from 1."""

    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNumbers:
    """The workspace's own numbers; `service` is a name."""

    wanted: Filter = EVERY
    service: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportNumbers:
    """The same, as a file."""

    wanted: Filter = EVERY
    service: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowNumber(AboutNumber):
    """What the desk knows of one number."""

    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseNumber(AboutNumber):
    """An acquired number is let go."""

    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Restore(AboutNumber):
    """A number that rests is had back."""

    e164: E164


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The quota used, and the numbers by country, as a picture."""


def as_typed(ask: ListNumbers | ExportNumbers) -> str:
    """The words after the slash command that ask for this."""
    wanted = ask.wanted
    words = ["list" if isinstance(ask, ListNumbers) else "export", as_words(wanted.place) if wanted.place else ""]
    words.append(f"type:{wanted.kind.replace('_', '-')}" if wanted.kind else "")
    words += [f"status:{use}" for use in NumberUse if use in wanted.uses]
    words.append(f'service:"{ask.service}"' if ask.service else "")
    words.append(f"contains:{wanted.containing}" if wanted.containing else "")
    words.append(f"page:{ask.page}" if isinstance(ask, ListNumbers) and ask.page > 1 else "")
    return " ".join(filter(None, words))


def read_number(text: str, country: str) -> ShowNumber | None:
    """Read a text that begins with a number; None where it does not. Raises BadInput for more than that number."""
    typed = unescaped(text)
    begins = not resolved(typed).strip()[:1].isalpha()
    more = begins and (names_several(typed, country) or one_number.beyond_number(typed, country))
    if not more and not looks_like_a_number(typed):
        return None
    found = one_number.in_command(typed, country, lambda number: number, "help list")
    return ShowNumber(e164=found.e164, reading=found)


def read_assign(words: Words, _places: Places) -> Assign | Many:
    """Read `assign +1 … to bridge "Contoso" [default]`, as far as that is said, or several. Raises BadInput."""
    if words.take_word(MANY):
        return Many(verb=Verb.ASSIGN)
    several = names_several(service_name.apart(words.typed)[0], words.country)
    said, told = words.as_typed(words.take_until("to")), words.take_rest()
    if several:
        return Many(verb=Verb.ASSIGN, form=Form(typed=words.typed))
    service = service_name.read(told, f"assign {said}") if told else None
    where = " ".join(["", "to", *map(quoted, told)]) if told else ""
    found = (
        # What is not said yet is asked for in a modal, which shows the number.
        one_number.in_command(
            said, words.country, lambda it: f"assign {it}{where}", "assign", acts=bool(service and service.name)
        )
        if said
        else None
    )
    e164 = found.e164 if found else None
    if service is None:
        return Assign(e164=e164, reading=found)
    return Assign(e164=e164, kind=service.kind, name=service.name, as_default=service.as_default, reading=found)


def read_unassign(words: Words, _places: Places) -> Unassign | Many:
    """Read `unassign +1 …`, or several. Raises BadInput."""
    if many := read_many(words, Verb.UNASSIGN):
        return many
    found = one_number.take(words, acts=True)
    return Unassign(e164=found.e164, reading=found)


def read_services(words: Words, _places: Places) -> ShowServices:
    """Read `services [page:N]`. Raises BadInput."""
    return ShowServices(page=words.take_page())


def read_list(words: Words, places: Places) -> ListNumbers:
    """Read `list [place] [type:…] [status:…] [service:…] [contains:…] [page:N]`. Raises BadInput."""
    page = words.take_page()
    wanted, service = _take_filter(words, places)
    return ListNumbers(wanted=wanted, service=service, page=page)


def read_export(words: Words, places: Places) -> ExportLog | ExportNumbers:
    """Read `export log`, or `export` with the filters of a list. Raises BadInput."""
    if words.take_word("log"):
        return ExportLog()
    wanted, service = _take_filter(words, places)
    return ExportNumbers(wanted=wanted, service=service)


def read_report(_words: Words, _places: Places) -> Report:
    """Read `report`."""
    return Report()


def read_restore(words: Words, _places: Places) -> Restore:
    """Read `restore +1 …`. Raises BadInput."""
    found = one_number.take(words, acts=True)
    return Restore(e164=found.e164, reading=found)


def _take_filter(words: Words, places: Places) -> tuple[Filter, str]:
    uses, service, digits = _take_uses(words), words.take_named("service"), _take_digits(words)
    kind = words.take_kind_if_said()

    def at(place: Place | None) -> ListNumbers | ExportNumbers:
        wanted = Filter(place=place, kind=kind, uses=tuple(uses), containing=digits)
        asked = ExportNumbers if words.verb == "export" else ListNumbers
        return asked(wanted=wanted, service=service)

    return at(words.take_place(places, lambda place: as_typed(at(place)))).wanted, service


def _take_digits(words: Words) -> str:
    """Take `contains:…`, figures grouped in any way."""
    said = words.take_named("contains")
    digits = normalized(said).translate(dict.fromkeys(map(ord, " ()[]./-+")))
    if said and not re.fullmatch("[0-9]+", digits):
        raise BadInput("bad-filter", f"{words.verb} contains:0100", said=f"contains:{said}")
    return digits


def _take_uses(words: Words) -> list[NumberUse]:
    """Take each `status:…`."""
    uses = []
    while word := words.take_option("status"):
        said = word.partition(":")[2].lower()
        if said not in list(NumberUse):
            instead = (words.instead(word, f"status:{use}") for use in NumberUse)
            raise BadInput("bad-status", *instead, said=said or word)
        uses.append(NumberUse(said))
    return uses
