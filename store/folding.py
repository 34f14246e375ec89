"""What people type, as it is kept and shown, and as it is compared: by what one sees.

What has no look of its own is taken out: Unicode's default ignorable code points (DerivedCoreProperties.txt of Unicode
16.0, September 2024), all format characters (Cf) and with them all that turns the direction of a text, and controls.
Three things stay where the script needs them: a joiner and a non-joiner where RFC 5892 (August 2010), A.1 and A.2,
allows them in a name, a joiner between two emoji (UTS #51), and what selects a variant of a symbol or an ideograph.
"""

import re
from functools import lru_cache
from unicodedata import bidirectional, category, combining, normalize

from store.lookalikes import as_latin, capitals_as_latin

_NON_JOINER, _JOINER = "\u200c", "\u200d"
_JOINERS = re.compile(f"[{_NON_JOINER}{_JOINER}]+")
_STACK = 30  # marks
_NEAR = 8  # signs before a joiner that are looked at: a letter and its marks
_VIRAMA = 9  # the combining class of what joins the consonants of Indic scripts
_CURSIVE = "AL"  # the class of the letters that Arabic, Syriac and Thaana join; bidirectional() is all Python knows
_SYMBOL = ("So", "Sk")  # emoji, and the shades of skin
_VARIANTS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_IGNORED = re.compile("[\u034f\u17b4\u17b5\u2065\ufff0-\ufff8\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]")
_NO_CHARACTERS = re.compile("[\ufdd0-\ufdef\ufffe\uffff]")
# Blank, but no spaces to Unicode: the fillers of Hangul and the empty sign of braille.
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_SPACES = re.compile(" {2,}")
# Marks that make another letter and not an accent, by their combining class: the nukta, the voicing of kana, the
# virama, the vowels and tones of Thai and Lao (Unicode 16.0, table 4-3 of the core specification).
_NO_ACCENTS = (7, 8, _VIRAMA, 103, 107, 118, 122)
_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'") | dict.fromkeys("“”„‟«»″", '"')
)


def kept(text: str) -> str:
    """What was typed, on one line, in NFC, without what is not seen."""
    return text if _is_plain(text) else " ".join(seen(text).split())


def kept_lines(text: str) -> str:
    """What was typed, in lines, in NFC, without what is not seen; tabs stay, for pasted tables have them."""
    if _is_plain(text):
        return text
    lines = seen(_BREAK.sub("\n", text)).split("\n")
    return "\n".join(_SPACES.sub(" ", line).strip(" ") for line in lines).strip("\n")


def unaccented(text: str) -> str:
    """The text in no case, its letters without accents, compatible forms as one: "Québec" and "QUEBEC" are the same.

    As NFKC_Casefold of the Unicode standard (section 3.13), and without accents.
    """
    shown = _VARIANTS.sub("", _JOINERS.sub("", seen(text)))
    letters = normalize("NFKD", normalize("NFKD", shown).casefold())
    return normalize("NFC", "".join(letter for letter in letters if not _is_accent(letter)))


def folded(text: str) -> str:
    """A name as it is compared: by what one sees, however it is accented, quoted, hyphenated or spelt in capitals.

    Letters of other scripts that look Latin are Latin ones.
    """
    signs = as_latin(unaccented(capitals_as_latin(text))).translate(_QUOTES)
    return " ".join("".join("-" if category(sign) == "Pd" else sign for sign in signs).split()) or kept(text)


def _is_plain(text: str) -> bool:
    """Whether nothing need be done: most of what is typed."""
    return text.isascii() and text.isprintable() and "  " not in text and text == text.strip()


def seen(text: str) -> str:
    """A text in NFC, without what is not seen; spaces, tabs and the ends of lines stay."""
    if text.isascii() and text.isprintable():
        return text
    marked = "".join(map(_sign, text))
    return composed(_VARIANTS.sub(_variant, _JOINERS.sub(_joiner, composed(marked))))


def composed(text: str) -> str:
    """A text in NFC, with no more marks on a letter than _STACK: to order many takes time by their square.

    So many are in no word of any language (UAX #15 of August 2024, section 13, Stream-Safe Text Format).
    """
    if not any(map(combining, text)):
        return normalize("NFC", text)
    marks, kept_signs = 0, []
    for sign in text:
        marks = marks + 1 if combining(sign) else 0
        if marks <= _STACK:
            kept_signs.append(sign)
    return normalize("NFC", "".join(kept_signs))


@lru_cache(maxsize=4096)
def _sign(sign: str) -> str:
    """A sign as it is kept, "" for one that is not seen; of joiners and selectors their neighbours decide."""
    if sign in _BREAKS or sign in (_NON_JOINER, _JOINER, "\t") or _VARIANTS.match(sign):
        return sign
    if sign in _BLANK or category(sign) == "Zs":
        return " "
    unseen = category(sign) in ("Cc", "Cf", "Cs") or _IGNORED.match(sign) or _NO_CHARACTERS.match(sign)
    return "" if unseen else sign


def _joiner(found: re.Match[str]) -> str:
    """The first of some joiners, where it has a meaning between its neighbours."""
    start, end = found.span()
    before, after, joiner = found.string[max(0, start - _NEAR) : start], found.string[end : end + 1], found[0][0]
    if combining(before[-1:] or " ") == _VIRAMA:
        return joiner if category(after or " ").startswith("L") else ""
    base = before.rstrip("\ufe0f")[-1:] if joiner == _JOINER else _base(before)
    if joiner == _JOINER:
        return joiner if base and after and {category(base), category(after)} <= {*_SYMBOL} else ""
    return joiner if base and after and bidirectional(base) == bidirectional(after) == _CURSIVE else ""


def _base(text: str) -> str:
    """The last letter of a text, whatever marks it has."""
    return next((sign for sign in reversed(text) if category(sign) != "Mn"), "")


def _variant(found: re.Match[str]) -> str:
    """What selects a variant, where its neighbour has any."""
    before = found.string[max(0, found.start() - 1) : found.start()]
    return found[0] if before and category(before) in ("So", "Sm", "Lo") else ""


def _is_accent(letter: str) -> bool:
    return combining(letter) not in (0, *_NO_ACCENTS)
