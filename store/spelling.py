"""Names as people spell them: compared without what they leave out, and what is nearest where they are misspelt."""

from collections.abc import Iterable

from store.folding import unaccented

# What Unicode does not take apart into a letter and its accent, and two marks that are more than a space.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe", ".": "", "&": " and "})


def fold(text: str) -> str:
    """Text without what people leave out or write in another way: case, accents, dots, hyphens, apostrophes."""
    letters = unaccented(text.casefold().translate(_LETTERS))
    kept = (letter if letter.isalnum() else " " for letter in letters)
    return " ".join("".join(kept).split())


def nearest(said: str, known: Iterable[str], *, most: int = 3, alike: float = 0.6) -> list[str]:
    """The known words that look most like one, the nearest first; those less `alike` are left out (1 is the same)."""
    from rapidfuzz import fuzz, process  # not when a process starts

    found = process.extract(said, list(known), scorer=fuzz.ratio, limit=most, score_cutoff=alike * 100)
    return [word for word, *_ in found]


def alike(one: str, other: str) -> float:
    """How much two words look like each other; 1 is the same."""
    from rapidfuzz import fuzz  # not when a process starts

    return float(fuzz.ratio(one, other)) / 100
