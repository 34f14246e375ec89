"""What can be asked of the record: read from the words of a command, and written as such."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from handlers.kit import one_number
from handlers.kit.one_number import AboutNumber
from handlers.kit.times import days
from handlers.kit.words import BadInput, Words
from store.places import Places
from store.types import UserId

AGO = {"w": timedelta(weeks=1), "d": timedelta(days=1), "h": timedelta(hours=1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Log(AboutNumber):
    """Entries of the record: of a hold such as "H-12", a port order such as "PO-7", a number, or what a member did.

    Since a day where the member is, or for so long.
    """

    about: str = ""
    who: UserId | None = None
    since: date | timedelta | None = None
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLog:
    """The whole record, as a file."""


def as_typed(log: Log) -> str:
    """The words after the slash command that ask for this."""
    words = ["log", log.about, f"@{log.who}" if log.who else "", f"page:{log.page}" if log.page > 1 else ""]
    if isinstance(log.since, timedelta):
        # In the largest unit there is: 60 weeks in hours have more figures than can be read.
        unit = next(unit for unit, lasting in AGO.items() if not log.since % lasting)
        words.append(f"since:{log.since // AGO[unit]}{unit}")
    elif log.since:
        words.append(f"since:{log.since.isoformat()}")
    return " ".join(word for word in words if word)


def read_log(words: Words, _places: Places) -> Log:
    """Read `log [H-12 | +1 …] [@ben] [since:7d] [page:N]`. Raises BadInput."""
    since, page, who = _take_since(words), words.take_page(), _take_member(words)
    log = Log(who=who, since=since, page=page)
    if one_number.follows(words):
        found = one_number.take(words)
        return replace(log, about=found.e164, reading=found)
    return replace(log, about=_take_name(words))


def _take_member(words: Words) -> UserId | None:
    """Take a member who is named; Slack sends the id of one that it knows."""
    word = words.take_matching(lambda word: word.startswith("@"))
    if word and not re.fullmatch(r"@[UW][A-Z0-9]{2,20}", word):
        raise BadInput("bad-member", "log", said=word)
    return UserId(word[1:]) if word else None


def _take_since(words: Words) -> date | timedelta | None:
    """Take `since:7d` (or h, w), or since a day such as `since:2026-11-01`, in quotes where it has spaces."""
    try:
        typed = words.take_named("since")
    except BadInput:
        raise BadInput("bad-since", words.instead("since:", "since:7d"), said="since:") from None
    said = typed.lower()
    if not said:
        return None
    if ago := re.fullmatch(r"([1-9][0-9]{0,3})([hdw])", said):
        return int(ago[1]) * AGO[ago[2]]
    meant = days(said, words.today)
    if len(meant) > 1:
        raise BadInput("bad-since-which", *(_instead(words, typed, day.isoformat()) for day in meant), said=said)
    if not meant:
        raise BadInput("bad-since", _instead(words, typed, "7d"), said=said)
    return meant[0]


def _instead(words: Words, typed: str, since: str) -> str:
    """The command with another time, which may stand in quotes and so in a word of its own."""
    corrected = words.instead(f"since:{typed}", f"since:{since}")
    return corrected if f"since:{since}" in corrected else words.instead(typed, since)


def _take_name(words: Words) -> str:
    """Take all words that are left as the name of something; "" where none is."""
    said = " ".join(words.take_rest())
    number = next(((name, found) for name in words.names if (found := name.number(said))), None)
    if said and number is None:
        raise BadInput("bad-subject", "log", "log since:7d", said=said)
    return number[0](number[1]) if number else ""
