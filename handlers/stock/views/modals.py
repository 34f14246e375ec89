"""The modals in which a file with numbers is given, looked at and reported on."""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_sdk.models.blocks import Block, Option, StaticSelectElement
from slack_sdk.models.views import View

from handlers.kit import blocks as parts
from handlers.kit.blocks import asked, brief, context, file_input, plain_text, section
from handlers.kit.messages import say

FORM, CONFIRM = "stock_import", "stock_confirm"
FILE, AS = "stock_file", "stock_as"
FREE, IN_SERVICE = "free", "acquired"

_WORDS = {FREE: "stock-as-free", IN_SERVICE: "stock-as-acquired"}
_TEXT = 2_800  # characters of a section
_NAME = 80  # characters of a file's name


def named(said: str) -> str:
    """A file's name, as it can be shown."""
    return brief(said, _NAME)


def form(locale: str, wrong: str = "") -> View:
    """Ask for a file, and what kind of numbers it lists; `wrong` says what was wrong with the one before."""
    options = [Option(text=plain_text(say(locale, key)), value=value) for value, key in _WORDS.items()]
    choice = StaticSelectElement(action_id=AS, options=options, initial_option=options[0])
    intro = "\n".join([say(locale, "stock-import-intro"), *([f":warning: {wrong}"] if wrong else [])])
    return parts.form(
        locale,
        FORM,
        "stock-import-title",
        "button-stock-look",
        carried={},
        blocks=[
            section(intro),
            asked(locale, FILE, "stock-import-file", file_input(FILE), hint="stock-import-file-hint"),
            asked(locale, AS, "stock-import-as", choice),
        ],
    )


def reading(locale: str, *, do: bool) -> View:
    """Say that a file is being read, or taken."""
    said = say(locale, "stock-being-taken") if do else say(locale, "stock-being-read")
    return parts.modal(locale, say(locale, "stock-import-title"), [section(said)])


def preview(locale: str, said: str, detail: Mapping[str, Any]) -> View:
    """What a file would bring, and whether that is meant."""
    blocks = _blocks(locale, said, detail)
    if not detail["done"]:
        return parts.modal(locale, say(locale, "stock-import-title"), blocks)
    carried = {"file": detail["file"], "as": detail["as"]}
    return parts.form(locale, CONFIRM, "stock-import-title", "button-stock-confirm", carried=carried, blocks=blocks)


def report(locale: str, said: str, detail: Mapping[str, Any]) -> View:
    """What a file has brought."""
    return parts.modal(locale, say(locale, "stock-import-title"), _blocks(locale, said, detail))


def _blocks(locale: str, said: str, detail: Mapping[str, Any]) -> list[Block]:
    more = [say(locale, "and-more", count=detail["more"])] if detail["more"] else []
    texts = [said, detail["understood"], *_together([*detail["summary"]]), *_together([*detail["lines"], *more])]
    return [*map(section, texts[:1]), context(texts[1]), *map(section, texts[2:])]


def _together(lines: Sequence[str]) -> list[str]:
    """Lines below each other, in as many texts as Slack needs."""
    texts: list[str] = []
    for line in lines:
        if texts and len(texts[-1]) + len(line) < _TEXT:
            texts[-1] += f"\n{line}"
        else:
            texts.append(line)
    return texts
