"""Names compared as people see them: without accents, and in no case."""

from unicodedata import combining, normalize


def unaccented(text: str) -> str:
    """The text in no case, its letters without marks, compatible forms as one: "Québec" and "QUEBEC" are the same."""
    return "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
