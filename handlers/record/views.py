"""Entries of the record, a line each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from handlers.kit.blocks import actions, brief, context, mention, runs, section
from handlers.kit.entries import LONGEST, EntryWords
from handlers.kit.messages import moment, say
from handlers.kit.reply import Reply, says
from handlers.kit.times import Local, understood
from handlers.record.requests import Log, as_typed
from store.audit.types import Deed, Entry
from store.types import is_channel

Values = dict[str, str | int]

PAGE = 10

_TEXT = 3_000  # characters of lines beside the blocks, for those who have them read out


def log(
    words: Mapping[str, EntryWords],
    locale: str,
    ask: Log,
    entries: Sequence[Entry],
    total: int,
    nonce: str,
    since: Local | None = None,
) -> Reply:
    """A page of entries, with a button to the older ones."""
    read_as = _since(locale, since)
    if not entries:
        empty = say(locale, "log-past-the-end", page=ask.page) if total else say(locale, "log-empty")
        return says(" ".join([empty, *read_as]))
    first = (ask.page - 1) * PAGE + 1
    shown = say(locale, "search-shown", first=first, last=first + len(entries) - 1, total=total)
    lines = [line(words, locale, entry) for entry in entries]
    blocks = [*map(section, lines), context(" · ".join([shown, *read_as]))]
    if first + len(entries) - 1 < total:
        older = as_typed(replace(ask, page=ask.page + 1))
        blocks.append(actions(runs(say(locale, "button-older"), older, nonce, turn=True)))
    return says("\n".join([*read_as, _spoken(lines).replace("*", "")]), *blocks)


def _since(locale: str, since: Local | None) -> list[str]:
    """What the time was taken for."""
    return [say(locale, "log-since", time=understood(locale, since))] if since else []


def _spoken(lines: Sequence[str]) -> str:
    """As many of the lines as may be read out."""
    until = accumulate(map(len, lines))
    return "\n".join(line for line, length in zip(lines, until, strict=True) if length <= _TEXT)


def line(words: Mapping[str, EntryWords], locale: str, entry: Entry) -> str:
    """An entry in one line; `words` says how each action is told."""
    deed = entry.deed
    when = moment(deed.at)
    who = _who(locale, deed)
    told = words[deed.action]
    done = say(locale, told.key, **told.values(locale, deed))
    where = f" · <#{deed.channel}>" if deed.channel and is_channel(deed.channel) else ""
    subject = f" · {deed.subject}" if deed.subject.startswith(("H-", "PO-", "B-", "+")) else ""
    return f"{when} · *{who}* {done}{subject}{where}"


def _who(locale: str, deed: Deed) -> str:
    """The one who did it by the name they had then; entries from before names were kept have none."""
    if deed.who is None:
        return say(locale, "log-the-clock")
    return brief(deed.name, LONGEST) if deed.name else mention(deed.who)
