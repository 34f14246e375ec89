"""All words that members read, in their language."""

import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from store.folding import kept
from store.workspaces.types import LOCALES

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle

DEFAULT = "en"

KIT = Path(__file__).parent

_KEY = re.compile(r"^([a-zA-Z][\w-]*) =", re.MULTILINE)
_folders = [KIT]  # the rooms add theirs


def language(locale: str) -> str:
    """The language we have for one of Slack's locales such as "fr-FR"; English where we have none."""
    wanted = locale.split("-")[0].lower()
    return wanted if wanted in LOCALES else DEFAULT


def say(locale: str, key: str, **values: str | int) -> str:
    """Put a message into words. `values` from members must have gone through `plain`."""
    message = bundle(locale).get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, problems = bundle(locale).format_pattern(message.value, values)
    if problems:
        raise ValueError(f"{key} in {locale}: {problems}")
    return str(text)


@cache
def bundle(locale: str) -> "FluentBundle":
    """The messages of one of LOCALES, of all folders that were learnt."""
    from fluent.runtime import FluentBundle, FluentResource  # when somebody is first told something

    made = FluentBundle([locale], use_isolating=False)
    for folder in _folders:
        made.add_resource(FluentResource(_source(folder, locale)))
    return made


def keys(folder: Path, locale: str) -> list[str]:
    """The keys of a folder's messages in one of LOCALES, as they stand there."""
    return _KEY.findall(_source(folder, locale))


def _source(folder: Path, locale: str) -> str:
    return (folder / f"{locale}.ftl").read_text("utf-8")


def learn(folder: Path) -> None:
    """Know the messages of a folder, which has a file for each of LOCALES."""
    if folder not in _folders:
        _folders.append(folder)
        bundle.cache_clear()


def plain(text: str) -> str:
    """What a member typed, as it is kept, unable to mention, link or format anything."""
    escaped = kept(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A zero-width space on its inner side keeps a mark from opening bold, italics, code or a strike.
    for mark in "*_~`":
        escaped = escaped.replace(mark, f"{mark}\u200b")
    return escaped


def unescaped(text: str) -> str:
    """What a member typed, of what Slack tells of it: it escapes these three and nothing else."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def for_terminal(text: str) -> str:
    """What is said in Slack, as a terminal shows it: nothing is bold there, and nothing need be escaped."""
    return unescaped(re.sub(r"\*(?!\u200b)", "", text).replace("\u200b", ""))


def code(text: str) -> str:
    """What could be typed, in type of even width."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("`", "'")
    return f"`{escaped}`"


def slack_time(when: datetime) -> str:
    """A time that Slack shows in the reader's own zone and language."""
    return f"<!date^{int(when.timestamp())}^{{time}}|{when:%H:%M} UTC>"


def moment(when: datetime) -> str:
    """A day and time that Slack shows in the reader's own zone and language."""
    return f"<!date^{int(when.timestamp())}^{{date_short_pretty}} {{time}}|{when:%Y-%m-%d %H:%M} UTC>"
