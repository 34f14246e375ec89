"""Words about the digits of numbers, in a command or a field: how they are to look, and which come first."""

import re

from phonenumbers import convert_alpha_characters_in_number, country_code_for_region, parse

from handlers.kit.normalization import normalized
from handlers.kit.remarks import Remark
from handlers.kit.words import MOST, BadInput, Words
from store.numbers.digits import national
from store.places import as_words
from store.types import Digits, Place

_LONGEST = 15  # digits of a number, by ITU-T E.164
_BETWEEN = dict.fromkeys(map(ord, " ()[]./-"))
_EXAMPLES = {"starts": "206", "contains": "0100", "ends": "00"}


def take_digits(words: Words) -> Digits:
    """Take `starts:…`, `contains:…`, `ends:…`, `consecutive:N`, `near:+1 …`, `easy`, in any order. Raises BadInput."""
    near, easy = words.take_named_number("near"), False
    while words.take_matching(lambda word: word.lower() == "easy"):
        easy = True
    digits = Digits(
        starts=_take_pattern(words, "starts"),
        contains=_take_pattern(words, "contains"),
        ends=_take_pattern(words, "ends"),
        in_a_row=_take_run(words),
        near=near,
        easy=easy,
    )
    orders = {"consecutive": digits.in_a_row, "near": digits.near, "easy": digits.easy}
    asked = [name for name, said in orders.items() if said]
    if len(asked) > 1:
        instead = [words.having(other, "") for other in reversed(asked[:2])]
        raise BadInput("digits-one-order", *instead, first=asked[0], second=asked[1])
    return digits


def _take_pattern(words: Words, name: str) -> str:
    """Take a pattern: digits grouped in any way, "*" for any one, letters as on a telephone's keys, which is said."""
    said = words.take_named(name)
    pattern = convert_alpha_characters_in_number(normalized(said)).translate(_BETWEEN)
    if said and (not re.fullmatch(r"[0-9*]+", pattern) or len(pattern) > _LONGEST or not pattern.strip("*")):
        good = (said.startswith("+") and national(pattern)) or _EXAMPLES[name]
        raise BadInput("bad-pattern", words.having(name, f"{name}:{good}"), said=f"{name}:{said}", name=name)
    if any(map(str.isalpha, said)):
        words.remarks.append(Remark(key="letters-read-as", said=f"{name}:{said}", meant=f"{name}:{pattern}"))
    return pattern


def expect_near(place: Place | None, digits: Digits, instead: str) -> None:
    """Refuse to look near a number in a country that it is not of. Raises BadInput; `instead` would do."""
    if digits.near and place and country_code_for_region(place.country) != parse(digits.near).country_code:
        raise BadInput("near-elsewhere", instead, said=digits.near, place=as_words(place))


def _take_run(words: Words) -> int:
    said = words.take_named("consecutive")
    if said and not (re.fullmatch(r"0*[1-9][0-9]{0,3}", said) and 2 <= int(said) <= MOST):
        raise BadInput("bad-run", words.having("consecutive", "consecutive:10"), said=said, most=MOST)
    return int(said) if said else 0
