"""Why a file that a member gave cannot be used: found where it is fetched and read, told to who gave it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handlers.kit.blocks import brief
from handlers.kit.messages import say

NAME = 40  # characters of a column's name
MORE = "…"  # stands for columns that are not told

ColumnName = str | int  # its heading, or its place from 1 where it has none

_MEGABYTE = 1_000_000


class FileFault(StrEnum):
    """Why a file cannot be used. The value is the key of the message that says so, and what to do."""

    # It could not be had from Slack.
    GONE = "file-gone"
    NOT_THEIRS = "file-not-theirs"
    TOO_LARGE = "file-too-large"
    UNREACHED = "file-unreached"
    UNREAD = "file-unread"  # reading it failed
    # It is no table.
    EMPTY = "file-empty"
    WORKBOOK = "file-workbook"
    WEB_PAGE = "file-web-page"
    NO_TEXT = "file-no-text"
    NO_TABLE = "file-no-table"
    # It is a table that can be read in several ways.
    WHICH_COLUMN = "file-which-column"
    UNKNOWN_HEADINGS = "file-unknown-headings"
    SAME_HEADINGS = "file-same-headings"
    ONE_END = "file-one-end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """A file that cannot be used: the key of the message that says why, and the columns that it is about."""

    why: str
    columns: Sequence[ColumnName] = ()

    def kept(self) -> dict[str, Any]:
        """The same as JSON, which `Unused(**kept)` is made of again."""
        return {"why": self.why, "columns": list(self.columns)}


class UnreadFile(Exception):
    """A file cannot be read, or only in several ways; `columns` are those that it is about."""

    def __init__(self, fault: FileFault, *columns: ColumnName) -> None:
        super().__init__(fault)
        self.fault = fault
        self.unused = Unused(why=fault, columns=columns)


def in_words(locale: str, kept: Mapping[str, Any], *, file: str, most: int) -> str:
    """Why a file cannot be used, as it was kept. `file` is what it is called, `most` how many bytes it may have."""
    unused = Unused(**kept)
    named = columns(locale, unused.columns)
    return say(locale, unused.why, file=file, columns=named, most=most // _MEGABYTE)


def columns(locale: str, names: Iterable[ColumnName]) -> str:
    """Columns by their headings; those that have none by their places."""
    return ", ".join(_column(locale, name) for name in names)


def _column(locale: str, name: ColumnName) -> str:
    if isinstance(name, int):
        return say(locale, "table-column", at=name)
    return name if name == MORE else say(locale, "table-heading", name=brief(name, NAME))
