"""The one telephone number that a command or a field is about: read, shown as what it was read as, or refused."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from handlers.kit import remarks
from handlers.kit.blocks import pretty
from handlers.kit.messages import say
from handlers.kit.number_reading import Reading, Unread
from handlers.kit.read_as import ReadAs, country_of, in_words
from handlers.kit.reply import Reply
from handlers.kit.telephone import MOST_WORDS, choices, looks_like_a_number, read
from handlers.kit.words import BadField, BadInput, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutNumber:
    """What is asked about one number. `reading` says how that was read, which its answer tells."""

    reading: Reading | None = field(default=None, compare=False)


def take(words: Words, *, acts: bool = False) -> Reading:
    """Take all words that are left as a number, however that is grouped. Raises BadInput.

    `acts`: something is done with it at once, so a number that was completed is shown before.
    """
    said = words.as_typed(words.take_rest())
    return in_command(said, words.country, lambda number: f"{words.verb} {number}", f"help {words.verb}", acts=acts)


def in_command(said: str, country: str, instead: Callable[[str], str], or_help: str, *, acts: bool = False) -> Reading:
    """The number that a command is about. Raises BadInput.

    `instead` is the command with another writing of the number, `or_help` one that helps where there is none.
    """
    if not said:
        raise BadInput("missing-number", or_help, said=said)
    # What the desk has on its books needs no numbering plan: it is looked up, and said to be beyond the plan.
    found = read(said, country, beyond_plan=True)
    if more := beyond_number(said, country):
        raise BadInput("bad-extra", instead(said.removesuffix(more).rstrip(" ,;.")), said=more)
    if found is Unread.AMBIGUOUS:
        written = choices(said, country)
        one = (each for each in written if isinstance(read(each, country), Reading))
        raise BadInput(found.alone, *map(instead, one), said=said, choices=" / ".join(written))
    if isinstance(found, Unread):
        raise BadInput(found.alone, or_help, said=said)
    if acts and found.completed:
        number = pretty(found.e164)
        raise BadInput("number-to-confirm", instead(number), said=said, number=number, country=country_of(found.e164))
    return found


def follows(words: Words) -> bool:
    """Whether the words that are left are a number, or were meant as one."""
    said, found = words.left, read(words.left, words.country)
    if any(name.number(said) is not None for name in words.names):
        return isinstance(found, Reading) and looks_like_a_number(said)
    is_meant = found not in (Unread.NOT_A_NUMBER, Unread.NOT_VALID) or looks_like_a_number(said)
    return is_meant or beyond_number(said, words.country) != ""


def beyond_number(said: str, country: str) -> str:
    """The words after a number that stands at the beginning, which are of none; "" where there are none."""
    if read(said, country, beyond_plan=True) is not Unread.NOT_A_NUMBER:
        return ""
    for cut in islice(re.finditer(r"\s+", said), MOST_WORDS):
        number = said[: cut.start()]
        if looks_like_a_number(number) and isinstance(read(number, country, beyond_plan=True), Reading):
            return said[cut.end() :]
    return ""


def in_field(block_id: str, said: str, country: str) -> Reading:
    """The number that was typed into a field of a modal. Raises BadField."""
    found = read(said, country)
    if isinstance(found, Unread):
        raise unread_in_field(block_id, found, said, country)
    return found


def unread_in_field(block_id: str, why: Unread, said: str, country: str) -> BadField:
    """What is wrong at a field in which no number, or more than one, can be read."""
    if why is Unread.AMBIGUOUS:
        return BadField(block_id, why.alone, said=said, choices=" / ".join(choices(said, country)))
    return BadField(block_id, why.alone, said=said)


def seen(reading: Reading) -> list[ReadAs]:
    """What must be seen of how a number was read, if anything."""
    number = int(reading.e164)
    return [ReadAs(said=reading.said, span=range(number, number + 1))] if reading.completed else []


def noted(locale: str, reply: Reply, reading: Reading | None) -> Reply:
    """The answer with what must be said of how the number was read, that it is about."""
    if reading is None or not (reading.completed or reading.beyond_plan):
        return reply
    said = " ".join([*(in_words(locale, each) for each in seen(reading)), *_beyond_plan(locale, reading)])
    return remarks.noted(reply, said)


def _beyond_plan(locale: str, reading: Reading) -> list[str]:
    return [say(locale, "number-is-beyond-plan")] if reading.beyond_plan else []
