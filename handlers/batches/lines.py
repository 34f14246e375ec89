"""The lines of a batch, read from a list that was pasted or from a table such as the export makes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from handlers.kit import tables
from handlers.kit.batchable import BatchVerb, Target
from handlers.kit.number_reading import Unread
from handlers.kit.refusals import Refusal
from handlers.kit.telephone import spans
from handlers.kit.understood import Understood
from store.batches.types import Line
from store.types import E164

MOST = 1_000  # lines of one batch

_SAID = 80  # characters of what was written that are kept


class BatchRefusal(Refusal):
    """Why a line of a batch cannot be done, whatever its number is."""

    SAID_BEFORE = "refused-said-before"


@dataclass(frozen=True, slots=True, kw_only=True)
class FromFile:
    """The lines of a table, and what that was taken for."""

    lines: list[Line]
    understood: Understood


class TooMany(Exception):
    """A list has more than MOST lines."""


def read(verb: BatchVerb, text: str, country: str) -> list[Line]:
    """Read a pasted list: numbers and ranges, each line perhaps with `to bridge "Contoso"`. Raises TooMany.

    `country` is where a number is that does not say its country's code.
    """
    # What the desk has on its books needs no numbering plan.
    parts = ((spans(said, country, beyond_plan=True), target) for said, target in verb.parts(text))
    return _numbered(line for said, target in parts for line in _lines(said, target))


def read_file(verb: BatchVerb, content: bytes, country: str) -> FromFile | None:
    """Read a CSV: each number, and what its row says of a service. Raises TooMany, UnreadFile.

    None: there are no numbers in it, nor what was meant as some.
    """
    table = tables.read(content, country, verb.columns)
    if table is None:
        return None
    lines = _numbered(
        line for row in table.rows for line in _lines(row.spans(beyond_plan=True), verb.target(row.cells))
    )
    if all(line.outcome == Unread.NOT_A_NUMBER for line in lines):
        return None
    listed = [replace(line, from_file=True) for line in lines]
    return FromFile(lines=listed, understood=table.understood)


def together(pasted: Sequence[Line], from_file: Sequence[Line]) -> list[Line]:
    """What was pasted and what came from a file, as one list. Raises TooMany."""
    return _numbered([*pasted, *from_file])


def _lines(spans: Iterable[tuple[str, range | StrEnum]], target: Target) -> Iterator[Line]:
    """A line for each number that is said, and for what is none."""
    for said, span in spans:
        if isinstance(span, range):
            for digits in span:
                yield _line(said if len(span) == 1 else f"+{digits}", E164(f"+{digits}"), target, target.fault or None)
        else:
            yield _line(said, None, target, span)


def _line(said: str, e164: E164 | None, target: Target, outcome: str | None = None) -> Line:
    return Line(
        number=0,
        said=said[:_SAID],
        e164=e164,
        kind=target.kind,
        name=target.name,
        as_default=target.as_default,
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
