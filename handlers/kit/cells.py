"""The cells of tables: written so that a spreadsheet takes them for what they are, and read as people fill them in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TypeVar

from handlers.kit.messages import say
from store.folding import seen, unaccented
from store.workspaces.types import LOCALES

Value = TypeVar("Value")

# Where a spreadsheet takes ; or a tab for what separates columns, a cell may begin in the middle of ours: after one of
# them or a line's end, and a quotation mark that it takes for its own.
_BEGINS_ELSEWHERE = re.compile(r'([;\t\r\n])(?="*[=+\-@])')
_MARKED_ELSEWHERE = re.compile(r"""([;\t\r\n])'(?="*[=+\-@])""")
# Where spreadsheets find quantities, dates, times and amounts: 007, 1E5, 3/4, 12:30, $5, and 50 %; March 4, mars 4.
_QUANTITY = re.compile(
    r"[^\w]*\d.*|(?:jan|f[eé][bv]|m[aä]r|a[pv]r|ma[iy]|ju[in]|jul|aug|ao[uû]|sep|o[ck]t|nov|d[eé][cz])\w{0,7}\W*\d.*",
    re.DOTALL | re.IGNORECASE,
)
# What spreadsheets call true and false where they speak the languages of Europe, and what people write and tick.
_YES = {"yes", "y", "true", "1", "x", "on", "default", "oui", "o", "vrai", "pardefaut", "ja", "j", "wahr", "standard"}
_YES |= {"si", "verdadero", "vero", "sim", "verdadeiro", "waar", "sand", "sant", "✓", "✔", "☑"}
_NO = {"", "no", "n", "false", "0", "off", "non", "faux", "nein", "falsch", "falso", "nao", "nee", "onwaar", "falsk"}
_NO |= {"-", "\N{EN DASH}", "\N{EM DASH}", "☐", "✗", "nej"}
_FORMULA = re.compile(r'="((?:[^"]|"")*)"')  # how some programs keep a spreadsheet from taking a text for a quantity


def safe(cell: str) -> str:
    """A cell in which no spreadsheet finds a formula: what would begin one is told to be text by a quote before it."""
    shown = seen(cell)
    marked = _BEGINS_ELSEWHERE.sub(r"\1'", shown)
    return f"'{marked}" if shown.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else marked


def text(cell: str) -> str:
    """A cell that is text, whatever a spreadsheet would find in it: a number's digits stay, 007 is not made 7."""
    marked, cell = safe(cell), seen(cell)
    if marked != cell and marked.startswith("'"):
        return marked
    taken = cell.startswith("'") or _QUANTITY.fullmatch(cell) or _folded(cell) in _YES | _NO
    return f"'{marked}" if cell and taken else marked


def bare(cell: str) -> str:
    """A cell as it was before `text` or `safe` wrote it, or a program that made a formula of it."""
    said = cell.strip()
    if said.startswith("'"):
        inner = _MARKED_ELSEWHERE.sub(r"\1", said[1:])
        return inner if said in (text(inner), safe(inner)) else said
    formula = _FORMULA.fullmatch(said)
    return formula[1].replace('""', '"') if formula else _MARKED_ELSEWHERE.sub(r"\1", said)


def is_yes(cell: str) -> bool | None:
    """Whether a cell says yes, in whatever language of a spreadsheet; None where it says neither that nor no."""
    said = _folded(bare(cell))
    return True if said in _YES else False if said in _NO else None


def one_of(cell: str, labels: Mapping[Value, str]) -> Value | None:
    """The value that a cell has by its code, or by what it is called in one of our languages.

    `labels` are the keys of the messages that call them something.
    """
    said = _folded(bare(cell))
    by_code = next((value for value in labels if said == _folded(str(value))), None)
    if by_code is not None:
        return by_code  # without a look at messages, which are read first
    called = _called(tuple(labels.items()))
    return next((value for value, names in called if said in names), None)


@cache
def _called(labels: Sequence[tuple[Value, str]]) -> Sequence[tuple[Value, frozenset[str]]]:
    return [(value, frozenset(_names(value, key))) for value, key in labels]


def _names(value: object, key: str) -> Iterator[str]:
    yield _folded(str(value))
    yield from (_folded(say(locale, key)) for locale in LOCALES)


def _folded(said: str) -> str:
    """What is said as it is compared: in no case, without accents and spaces; signs alone as they are."""
    plain = unaccented(said)
    return "".join(filter(str.isalnum, plain)) or plain.strip()
