"""The lines of a batch, read from a list that was pasted or from a table such as the export makes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from handlers.inventory import service_name
from handlers.inventory.rules import NAME_LENGTH
from handlers.kit.refusals import Refusal
from handlers.kit.telephone import Unread, column, spans, table
from handlers.kit.words import BadInput, tokens
from store.batches.types import Line, Verb
from store.services.types import ServiceKind
from store.types import E164

MOST = 1_000  # lines of one batch

_SAID = 80  # characters of what was written that are kept
_YES = {"yes", "y", "true", "1", "x", "oui", "default"}
_NUMBER, _KIND, _SERVICE, _DEFAULT = "number", "service_kind", "service", "default"


class BatchRefusal(Refusal):
    """Why a line of a batch cannot be done, whatever its number is."""

    SAID_BEFORE = "refused-said-before"


class TooMany(Exception):
    """A list has more than MOST lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Goal:
    """The service that numbers are to go to, as far as a line says it."""

    kind: ServiceKind | None = None
    name: str = ""
    as_default: bool = False


def read(verb: Verb, text: str, country: str) -> list[Line]:
    """Read a pasted list: numbers and ranges, each line perhaps with `to bridge "Contoso"`. Raises TooMany.

    `country` is where a number is that does not say its country's code.
    """
    if verb is not Verb.ASSIGN:
        return _numbered(_lines(text, _Goal(), country))
    return _numbered(line for said in text.splitlines() for line in _to_a_service(said, country))


def read_file(verb: Verb, content: bytes, country: str) -> list[Line] | None:
    """Read a CSV: the columns of the export by their names, else the one with the most numbers. Raises TooMany.

    None: there are no numbers in it.
    """
    rows = table(content)
    if not rows:
        return None
    names = [cell.strip().casefold() for cell in rows[0]]
    if _NUMBER in names:
        found = (_row(verb, dict(zip(names, row, strict=False)), country) for row in rows[1:])
        lines = _numbered(line for lines in found for line in lines)
    else:
        lines = _numbered(_lines("\n".join(column(rows, country)), _Goal(), country))
    if not any(line.e164 for line in lines):
        return None
    return [replace(line, from_file=True) for line in lines]


def together(pasted: Sequence[Line], from_file: Sequence[Line]) -> list[Line]:
    """What was pasted and what came from a file, as one list. Raises TooMany."""
    return _numbered([*pasted, *from_file])


def _to_a_service(text: str, country: str) -> Iterator[Line]:
    numbers, named = service_name.apart(text)
    goal = _Goal()
    if named:
        goal = _named(named)
    return _lines(numbers, goal, country)


def _named(text: str) -> _Goal:
    """The service that a line names; none where it is none, so that the line is refused and the others are not."""
    try:
        service = service_name.read(tokens(text), "assign")
    except BadInput:
        return _Goal(name=text)
    return _Goal(kind=service.kind, name=service.name, as_default=service.as_default)


def _row(verb: Verb, row: dict[str, str], country: str) -> Iterator[Line]:
    said, name = row.get(_KIND, "").strip(), " ".join(_bare(row.get(_SERVICE, "")).split())
    goal = _Goal()
    if verb is Verb.ASSIGN and (said or name):
        kind, default = service_name.kind(said), row.get(_DEFAULT, "").strip().casefold() in _YES
        goal = _Goal(kind=kind, name=name if kind else name or said, as_default=default)
    return _lines(row.get(_NUMBER, ""), goal, country)


def _bare(cell: str) -> str:
    """A cell without the quote that keeps a spreadsheet from reading a formula."""
    return re.sub(r"^'(?=[=+\-@])", "", cell.strip())


def _lines(text: str, goal: _Goal, country: str) -> Iterator[Line]:
    """A line for each number that is said, and for what is none."""
    for said, span in spans(text, country):
        if isinstance(span, Unread):
            yield _line(said, None, goal, span)
        else:
            for digits in span:
                yield _line(said if len(span) == 1 else f"+{digits}", E164(f"+{digits}"), goal)


def _line(said: str, e164: E164 | None, goal: _Goal, outcome: str | None = None) -> Line:
    return Line(
        number=0,
        said=said[:_SAID],
        e164=e164,
        kind=goal.kind,
        name=goal.name[: NAME_LENGTH + 1],  # one too many is too long, however many more there are
        as_default=goal.as_default,
        outcome=outcome,
    )


def _numbered(lines: Iterable[Line]) -> list[Line]:
    """The lines with their numbers; one that says again what another said is refused."""
    listed: list[Line] = []
    said: set[E164] = set()
    for number, line in enumerate(lines, 1):
        if number > MOST:
            raise TooMany
        first = None if line.outcome == BatchRefusal.SAID_BEFORE else line.outcome  # of another list perhaps
        outcome = BatchRefusal.SAID_BEFORE if line.e164 in said else first
        listed.append(replace(line, number=number, outcome=outcome))
        said |= {line.e164} if line.e164 else set()
    return listed
