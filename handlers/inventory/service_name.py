"""A service as it is typed: its kind, its name, and whether a number is to be its default."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.kit.cells import bare, one_of
from handlers.kit.kind_words import letters
from handlers.kit.words import BadInput
from store.folding import unaccented
from store.services.types import ServiceKind

# As they are compared: in no case, without accents, spaces and signs. In both languages, as people call them for short.
_KINDS = {
    "bridge": ServiceKind.BRIDGE,
    "conference": ServiceKind.BRIDGE,
    "conferencebridge": ServiceKind.BRIDGE,
    "audioconferencing": ServiceKind.BRIDGE,
    "audioconference": ServiceKind.BRIDGE,
    "pont": ServiceKind.BRIDGE,
    "attendant": ServiceKind.ATTENDANT,
    "autoattendant": ServiceKind.ATTENDANT,
    "queue": ServiceKind.QUEUE,
    "callqueue": ServiceKind.QUEUE,
    "filedattente": ServiceKind.QUEUE,
    "filedappels": ServiceKind.QUEUE,
}
LABELS = {
    ServiceKind.BRIDGE: "service-bridge",
    ServiceKind.ATTENDANT: "service-attendant",
    ServiceKind.QUEUE: "service-queue",
}
_TO_SERVICE = re.compile(
    r"\s+to\s+(?=(?:(?:auto[ -]?)?attendant|(?:call[ -]?)?queue|bridge|conference)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceWords:
    """A service as it was typed; `as_default`: the number is to be its default one."""

    kind: ServiceKind
    name: str
    as_default: bool


def apart(text: str) -> tuple[str, str]:
    """What is said before `to bridge …` and what after; all and "" where no service is named so."""
    before, *after = _TO_SERVICE.split(text, maxsplit=1)
    return before, after[0] if after else ""


def kind(said: str) -> ServiceKind | None:
    """The kind of service that some words name."""
    return _KINDS.get("".join(filter(str.isalnum, unaccented(said))))


def kind_in_cell(cell: str) -> ServiceKind | None:
    """The kind of service that a cell of a table names, also as our cards and files call it in any language."""
    return kind(bare(cell)) or one_of(cell, LABELS)


def read(words: Sequence[str], instead: str) -> ServiceWords:
    """Read words such as `bridge "Contoso" default`. Raises BadInput; `instead` is the command without them."""
    joined = len(words) > 1 and letters(words[0]) in ("auto", "call")
    said, *name = ["".join(words[:2]), *words[2:]] if joined else words
    known = kind(said)
    if known is None:
        raise BadInput("bad-service", instead, said=said)
    as_default = len(name) > 1 and name[-1].lower() == "default"
    return ServiceWords(kind=known, name=" ".join(name[:-1] if as_default else name), as_default=as_default)
