"""Why a number was found: which of its digits are what was looked for, in bold."""

from collections.abc import Iterator

from handlers.kit.messages import say
from store.numbers.digits import national
from store.numbers.ease import easy_ending
from store.types import E164, Digits


def why(locale: str, e164: E164, digits: Digits) -> str:
    """What was looked for, with the digits of this number that are it; "" where nothing was."""
    return ", ".join(_reasons(locale, e164, digits))


def _reasons(locale: str, e164: E164, digits: Digits) -> Iterator[str]:
    home = national(e164)
    if digits.starts:
        start = digits.starts if _looks(home, digits.starts) else digits.starts.removeprefix("0")
        yield say(locale, "search-why-starts", digits=home[: len(start)])
    if digits.contains:
        at = next(at for at in range(len(home)) if _looks(home[at:], digits.contains))
        yield say(locale, "search-why-contains", digits=home[at : at + len(digits.contains)])
    if digits.ends:
        yield say(locale, "search-why-ends", digits=home[-len(digits.ends) :])
    if digits.easy and (length := easy_ending(e164)):
        yield say(locale, "search-why-easy", digits=home[-length:])
    if digits.near:
        yield say(locale, "search-why-near", count=abs(int(e164[1:]) - int(digits.near[1:])))


def _looks(digits: str, pattern: str) -> bool:
    """Whether digits begin with a pattern."""
    pairs = zip(digits, pattern, strict=False)
    return len(digits) >= len(pattern) and all(wanted in ("*", said) for said, wanted in pairs)
