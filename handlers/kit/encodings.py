"""The text of a file, whatever program has written it: how its letters are encoded is said by it, or found out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEAD = 4_000  # bytes that show how a text without a mark is encoded
_SHOWS = 2_000  # letters beyond ASCII that show it
# What a text may begin with that says how it is encoded. The mark of UTF-32 begins with that of UTF-16.
_MARKS = {
    b"\xff\xfe\0\0": "utf-32",
    b"\0\0\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
    b"\xef\xbb\xbf": "utf-8-sig",
}
_MISREAD = "\u00ef\u00bb\u00bf"  # the mark of UTF-8, as a program saved it that took all for Windows-1252
# Code pages in which spreadsheets save where they are not told UTF-8, the likelier first, and how people know them:
# Windows in the West and in Central Europe, DOS (also Excel's "CSV (MS-DOS)"), Macintosh (Excel's "CSV (Macintosh)").
_CODE_PAGES = {
    "cp1252": "Windows-1252",
    "cp850": "DOS CP850",
    "mac_roman": "Mac Roman",
    "cp1250": "Windows-1250",
    "cp437": "DOS CP437",
}
# How likely signs beyond ASCII are in names and headings, roughly by their frequency in the languages of Europe: the
# letters of French, German, Spanish, Italian, Portuguese and the Nordic languages, then those of Central Europe.
_LIKELY = {
    6: "é",
    5: "èàçäöü",
    4: "êñóíáßôâîãåæøõ",
    3: "ëïúûìòùœłąęčřšžě\u2013\u2014\u2019“”„«»…€°\xa0",
    2: "żśźćńýůďťňőűășţđþð",
}
_WEIGHTS = {sign: weight for weight, signs in _LIKELY.items() for sign in signs}
_BESIDE_WORDS = "®©™£½¼¾²³§¡¿•·"  # in any number
_BEYOND = re.compile(r"[^\W\d_a-zA-Z]+")
_UNLIKELY, _UNUSUAL = -4, -2
_UNLIKELY_ALL = 1  # of each sign on average; words of Europe have 2 and more, also in a page that is not quite theirs
_ELISION = 5  # an apostrophe in a word: d'attente
_VOWELS = frozenset("aeiouyAEIOUY")
_PARTED = frozenset("ëïËÏ")  # from a vowel before them: Noël, Anaïs
_JOINS_NO_VOWEL = frozenset("áâîûôêàèùìòæúõ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text. `code_page` is how people know the one that it was taken to be in, "" where no other was possible.

    `encoding` is what Python calls it.
    """

    text: str
    encoding: str
    code_page: str = ""


def decoded(content: bytes) -> Decoded | None:
    """The text of a file; None where it is none. Only UTF-8 and what says so of itself is certain."""
    said = next((encoding for mark, encoding in _MARKS.items() if content.startswith(mark)), None)
    for encoding in [said] if said else _without_mark(content):
        text = _read(content, encoding)
        if text is not None:
            return Decoded(text=text, encoding=encoding)
    return None if said else _likeliest(content)


def _without_mark(content: bytes) -> Iterator[str]:
    """The encodings of Unicode that it can be in: what is of ASCII has a zero in half, or three quarters, of it."""
    noughts = [content[at:_HEAD:4].count(0) * 4 > len(content[:_HEAD]) * 0.8 for at in range(4)]
    match noughts:
        case [False, True, True, True]:
            yield "utf-32-le"
        case [True, True, True, False]:
            yield "utf-32-be"
        case [False, True, False, True]:
            yield "utf-16-le"
        case [True, False, True, False]:
            yield "utf-16-be"
    yield "utf-8"


def _read(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding).removeprefix("\ufeff")
        if text.startswith(_MISREAD):
            text = text.removeprefix(_MISREAD).encode("ascii").decode()
    except UnicodeError:
        return None
    return None if any(sign < " " and sign not in "\t\n\v\f\r" for sign in set(text)) else text


def _likeliest(content: bytes) -> Decoded | None:
    """The text in the code page that makes of it what looks most like names and words.

    There are libraries for this; they are made for pages of text, and of names in a short table the best of them
    (charset-normalizer 3.4, told the same code pages) takes every third for another one.
    """
    readings = ((page, _read(content, page)) for page in _CODE_PAGES)
    texts = {page: text for page, text in readings if text is not None}
    best = max(texts, key=lambda page: _likelihood(texts[page]), default="")
    if not best or _is_of_another_script(texts[best]) or not _is_likely(texts[best]):
        return None
    return Decoded(text=texts[best], encoding=best, code_page=_CODE_PAGES[best])


def _is_of_another_script(text: str) -> bool:
    """Whether half the words with letters beyond ASCII have many together, as Cyrillic or Greek has in these pages."""
    words = _BEYOND.findall(text[: _SHOWS * 10])
    return bool(words) and sum(len(word) > 2 for word in words) * 2 >= len(words)


def _is_likely(text: str) -> bool:
    """Whether its signs beyond ASCII are such as words have: those of East Asia, of two bytes, are any signs here."""
    signs = [_likely_at(text, at) for at in _beyond(text) if text[at] not in _BESIDE_WORDS]
    return not signs or sum(signs) > _UNLIKELY_ALL * len(signs)


def _likelihood(text: str) -> int:
    """How much its signs beyond ASCII look like those of words, each by itself and beside its neighbours."""
    return sum(_likely_at(text, at) for at in _beyond(text))


def _beyond(text: str) -> list[int]:
    return [at for at, sign in enumerate(text) if sign >= "\x80"][:_SHOWS]


def _likely_at(text: str, at: int) -> int:
    return _likely(text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2])


def _likely(sign: str, before: str, after: str) -> int:
    if not sign.isalpha():
        if before.isalpha() and after.isalpha():
            return _ELISION if sign == "\u2019" else _UNLIKELY
        return _WEIGHTS.get(sign, _UNLIKELY)
    if sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return _UNLIKELY
    if sign.islower() and after.isupper():
        return _UNLIKELY
    follows = before in _VOWELS if before else False
    unusual = (follows and sign in _JOINS_NO_VOWEL) or (before.isalpha() and not follows and sign in _PARTED)
    begins_small = sign.islower() and not before.isalpha()
    return _WEIGHTS.get(sign.lower(), _UNLIKELY) - sign.isupper() + _UNUSUAL * (unusual + begins_small)
