"""Kinds of numbers as people call them, in a command or in a cell of a table."""

from store.types import Kind

_KINDS = dict.fromkeys(("toll", "payant", "payants"), Kind.TOLL) | dict.fromkeys(
    ("tollfree", "gratuit", "gratuits"), Kind.TOLL_FREE
)


def kind_called(said: str) -> Kind | None:
    """The kind of number that a word names, in English or French."""
    return _KINDS.get(letters(said))


def letters(word: str) -> str:
    """The letters of a word alone, small: TollFree and toll-free are one."""
    return "".join(filter(str.isalpha, word.lower()))
