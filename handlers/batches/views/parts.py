"""A batch and its lines in words."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from slack_sdk.models.blocks import Block

from handlers.kit import file_faults
from handlers.kit.batchable import BatchVerb
from handlers.kit.blocks import brief, context, pretty, section
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread, is_completed
from handlers.kit.telephone import choices
from handlers.kit.words import COMMAND
from store.batches.types import DONE, RESTORED, Line
from store.types import E164

MOST = 1_000_000  # bytes of a file
SAID = 40  # characters of what was written, and of a service's name

_TEXT = 2_800  # characters of one section, each of two halves where UTF-16 has it so
_WEIGHT = 200_000  # bytes of JSON of all lines: a view may have 250 kB, and a hundred blocks


def listed(locale: str, verb: BatchVerb, lines: Sequence[Line]) -> list[Block]:
    """Each line with what it comes to; where these are too many to be shown, those first that are refused."""
    said = _said(locale, verb, lines)
    if sum(map(_weight, said)) > _WEIGHT:
        said = _said(locale, verb, sorted(lines, key=lambda line: line.outcome in (None, DONE, RESTORED)))
    heaviness = accumulate(map(_weight, said))
    shown = [text for text, weight in zip(said, heaviness, strict=True) if weight <= _WEIGHT]
    sections = [""]
    for text in shown:
        if _length(sections[-1]) + _length(text) > _TEXT:
            sections.append("")
        sections[-1] += f"{text}\n"
    more = len(lines) - len(shown)
    blocks = [section(text.strip()) for text in sections if text]
    return [*blocks, *([context(say(locale, "and-more", count=more))] if more else [])]


def wrong_with_file(locale: str, wrong: Mapping[str, Any]) -> str:
    """Why a file could not be used, as it was kept."""
    return file_faults.in_words(locale, wrong, file=say(locale, "batch-the-file"), most=MOST)


def _weight(text: str) -> int:
    """Bytes of the text as Slack is told it."""
    return len(json.dumps(text))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _said(locale: str, verb: BatchVerb, lines: Sequence[Line]) -> list[str]:
    # Of several that become the default of one service only the last is it in the end.
    defaults = {line.met: line.number for line in lines if line.is_default}
    said = []
    for line in lines:
        mark = "…" if line.outcome is None else "✓" if line.outcome in (DONE, RESTORED) else "✗"
        star = " ★" if line.is_default and defaults[line.met] == line.number else ""
        said.append(f"{line.number}. {mark} {line_in_words(locale, verb, line)}{star}")
    return said


def unread(locale: str, line: Line, shown: Callable[[str, int], str] = brief, country: str = "") -> str:
    """Why a line says no number; unescaped, as a modal's errors are, unless `shown` otherwise.

    With the `country` that numbers are of which do not say theirs, all that it can be is named.
    """
    meant = choices(line.said, country) if country and line.outcome == Unread.AMBIGUOUS else []
    why = say(locale, "number-bad-which" if meant else line.outcome or Unread.NOT_A_NUMBER, choices=" / ".join(meant))
    return say(locale, "batch-unread", said=shown(line.said, SAID), why=why)


def line_in_words(locale: str, verb: BatchVerb, line: Line) -> str:
    """What a line says, and what it comes to."""
    if line.e164 is None:
        return unread(locale, line)
    values = {"number": _number(locale, line, line.e164), "service": verb.met(locale, line.met)}
    match line.outcome:
        case None:
            return values["number"]
        case str(outcome) if outcome == DONE:
            return say(locale, verb.words.line, **values)
        case str(outcome) if outcome == RESTORED:
            return say(locale, "batch-line-restored", number=values["number"])
        case refusal:
            said = say(locale, refusal, command=COMMAND, **values)
            return said if values["number"] in said else f"{values['number']} · {said}"


def _number(locale: str, line: Line, e164: E164) -> str:
    """A number, beside what stood in a cell of a file that was completed."""
    number = f"`{pretty(e164)}`"
    if not line.from_file or not is_completed(line.said, e164):
        return number
    return say(locale, "batch-cell", said=brief(line.said, SAID), number=number)
