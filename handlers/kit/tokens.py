"""A command taken apart into its words."""

import re

_TOKEN = re.compile(r'"([^"]*)"?|((?:[^\s,"]|(?<=\d),(?=\d))+)')
_OPTION = re.compile(r"\b(type|qty|page|since|status|contains|starts|ends|consecutive|near|from):\s+", re.IGNORECASE)
# A day whose month is in letters, with a year or without: since:3 March 2026, since:March 3, 2026, since:3 mars.
_MONTH = r"(?:jan|f[eé][bv]|mar|a[pv]r|ma[iy]|ju[inl]|ao[uû]|aug|sep|oct|nov|d[eé]c)[^\W\d]{0,9}"
_DAY = re.compile(
    rf"\b(since:(?:\d{{1,2}}[a-z]{{0,2}} (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,?)(?: \d{{4}})?)(?!\w)",
    re.IGNORECASE,
)
_TOLL_FREE = re.compile(r"\b(?:toll\s+free|sans\s+frais|num[ée]ros?\s+verts?)\b", re.IGNORECASE)


def with_phrases_joined(text: str) -> str:
    """The text with what is one word, such as a date, written as one."""
    return '"'.join(part if at % 2 else _joined(part) for at, part in enumerate(text.split('"')))


def _joined(text: str) -> str:
    """The text with what is one word written as one; what stands in quotes is left as it is."""
    return _DAY.sub(r'"\1"', _TOLL_FREE.sub("toll-free", _OPTION.sub(r"\1:", text)))


def straight(text: str) -> str:
    """The text with straight quotes: phones type curly ones."""
    return text.translate(str.maketrans("“”„«»", '"""""'))


def tokens(text: str) -> list[str]:
    """The words of a text; what stands in quotes is one, and after the colon of an option also where it is nothing."""
    words: list[str] = []
    for one, other in _TOKEN.findall(straight(text)):
        word = (one or other).strip()
        if word or (words and words[-1].endswith(":")):
            words.append(word)
    return words


def quoted(word: str) -> str:
    """A word as it must be typed to stay one word."""
    return f'"{word}"' if " " in word else word
