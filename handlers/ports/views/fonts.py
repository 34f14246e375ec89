"""The fonts of the letter: which of them draw what is written in whatever script, and what none of them draws."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from unicodedata import category, name

from handlers.kit.messages import plain

MAIN = "DejaVu"
_TOLD = 10  # signs
_LATIN_1 = 0xFF  # the last sign of it
# What is drawn by the main font: the letters of Europe, and symbols. It has others, without all that they need.
EUROPE = ((0x20, 0x52F), (0x1D00, 0x2E7F), (0xA640, 0xA7FF), (0xFB00, 0xFB06))
# One collection has the ideographs as each of these countries writes them (Source Han Sans 2.0 and Noto Sans CJK).
_FACES = {"JP": 0, "KR": 1, "CN": 2, "TW": 3, "HK": 4, "MO": 4}
_SIMPLIFIED = _FACES["CN"]
_FACES_OF_SCRIPTS = {"HIRAGANA": _FACES["JP"], "KATAKANA": _FACES["JP"], "HANGUL": _FACES["KR"]}
# Of those that write one script alone.
_SCRIPTS = (
    *("Arabic", "Hebrew", "Armenian", "Georgian", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Oriya", "Tamil"),
    *("Telugu", "Kannada", "Malayalam", "Sinhala", "Thai", "Lao", "Khmer", "Myanmar", "Ethiopic"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Font:
    """A font by the name that the paper has for it: a file, and which face of it where there are several."""

    name: str
    path: Path
    face: int = 0


def main(style: str = "") -> Path:
    """The file of the font that our own words are in, regular or, with the style "B", bold."""
    file = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}[style]
    return _file("matplotlib", "mpl-data", "fonts", "ttf", file)


def needed(text: str, country: str) -> Sequence[Font]:
    """The fonts that a text needs beside the main one, in the order in which they are asked for a sign.

    `country` (ISO 3166-1 alpha-2) says how ideographs look whose script does not say it.
    """
    signs = {ord(sign) for sign in text}
    signs -= _drawn_by_main(signs)
    found = []
    for font in _others(_face(text, country)) if signs else ():
        drawn = {sign for sign in signs if sign in _signs_of(font)}
        signs -= drawn
        if drawn:
            found.append(font)
    return found


def undrawable(text: str) -> str:
    """The signs of a text that none of the fonts draws, each once."""
    signs = [sign for sign in dict.fromkeys(text) if ord(sign) > _LATIN_1 and not _is_unseen(sign)]
    beyond = {ord(sign) for sign in signs}
    beyond -= _drawn_by_main(beyond)
    if beyond:
        beyond = {sign for sign in beyond if not any(sign in _signs_of(font) for font in _others(_SIMPLIFIED))}
    return "".join(sign for sign in signs if ord(sign) in beyond)


def told(signs: str) -> str:
    """Signs that cannot be drawn, as a member is told of them: what they look like, and their numbers in Unicode."""
    more = "…" if len(signs) > _TOLD else ""
    return ", ".join(f"{plain(sign)} (U+{ord(sign):04X})" for sign in signs[:_TOLD]) + more


def _is_unseen(sign: str) -> bool:
    """Whether it only says how its neighbours are drawn: a joiner, or what selects a variant."""
    return category(sign) == "Cf" or name(sign, "").startswith(("VARIATION SELECTOR", "MONGOLIAN FREE VARIATION"))


def _drawn_by_main(signs: Collection[int]) -> set[int]:
    near = {sign for sign in signs if any(first <= sign <= last for first, last in EUROPE)}
    beyond_latin_1 = {sign for sign in near if sign > _LATIN_1}
    known = _signs_of(Font(name=MAIN, path=main())) if beyond_latin_1 else ()
    return near - {sign for sign in beyond_latin_1 if sign not in known}


def _face(text: str, country: str) -> int:
    scripts = (name(sign, "").partition(" ")[0] for sign in text)
    said = (_FACES_OF_SCRIPTS[script] for script in scripts if script in _FACES_OF_SCRIPTS)
    return next(said, _FACES.get(country, _SIMPLIFIED))


def _others(face: int) -> Iterator[Font]:
    """The fonts beside the main one, each of the ideographs' with this face."""
    for script in [*_SCRIPTS, "", "Symbols"]:
        yield Font(name=f"Noto{script}", path=_file("manimgx_fonts", f"NotoSans{script}[wght].ttf"))
    yield Font(name="NotoCJK", path=_file("noto_cjk_sans_otc", "NotoSansCJK-Regular.ttc"), face=face)
    yield Font(name="NotoEmoji", path=_file("manimgx_fonts", "NotoEmoji[wght].ttf"))
    yield Font(name=f"{MAIN}All", path=main())


@cache
def _signs_of(font: Font) -> Collection[int]:
    import uharfbuzz  # not when a process starts

    signs: Collection[int] = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(font.path)), font.face).unicodes
    return signs


def _file(package: str, *path: str) -> Path:
    """A file of a package, which is not imported for it: some take long."""
    spec = find_spec(package)
    (folder,) = spec.submodule_search_locations if spec and spec.submodule_search_locations else [""]
    return Path(folder, *path)
