"""Letters of other scripts that look Latin: a name with one of Cyrillic is the Latin name to whoever reads it.

From confusables.txt of UTS #39 (Unicode 16.0, September 2024): the single letters of Cyrillic and Greek whose prototype
is a letter of ASCII, without those that few fonts draw alike. Signs of one script that look alike, l and I or O and 0,
stay two: names such as "Room 10" differ by them.
"""

# ruff: noqa: RUF001, RUF003 # these letters are there to be confused with others

import re

# By their small letters, which so are the same whether a name is spelt in capitals or not.
_SMALL = str.maketrans("асԁеһіјӏорԛѕԝхуѵүοανρι", "acdehijlopqswxyvyoavpi")
# What looks so as a capital alone: В is like B, and в like no Latin letter.
_CAPITALS = str.maketrans("АВСЕНІЈКМОРЅТХУҮԜԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ", "ABCEHIJKMOPSTXYYWGABEZHIKMNOPTYXC")
_LETTERS = re.compile(r"[^\W\d_]+")


def capitals_as_latin(text: str) -> str:
    """The text with capitals that look Latin as Latin letters, in words that have one of ASCII and none but these.

    A word of one script keeps its own: they are small letters in another spelling.
    """
    return text if text.isascii() else _LETTERS.sub(_of_word, text)


def as_latin(folded: str) -> str:
    """The text, in small letters, with those that look Latin as Latin letters."""
    return folded if folded.isascii() else folded.translate(_SMALL)


def _of_word(word: re.Match[str]) -> str:
    latin = word[0].translate(_CAPITALS)
    mixed = any(map(str.isascii, word[0])) and as_latin(latin).isascii()
    return latin if mixed else word[0]
