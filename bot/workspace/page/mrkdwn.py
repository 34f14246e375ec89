"""Slack's mrkdwn as HTML. All that is not markup of Slack's is escaped, so nothing a member typed is ever HTML."""

import html
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NewType

from bot.workspace.page.emoji import with_emoji

Html = NewType("Html", str)  # made here or in rich_text.py: safe to show as it is
Names = Callable[[str], str]  # the name shown for the id of a member, a channel or a user group

_PRE = re.compile(r"\n?```\n?(.+?)\n?```\n?", re.DOTALL)
_TOKEN = re.compile(
    r"`(?P<code>[^`\n]+)`"
    r"|<(?P<angle>[^<>\n]+)>"
    r"|(?P<url>https?://[^\s<>|]*[^\s<>|.,;:!?)'\"])"
    r"|(?<![\w*])\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<!\w)_(?P<em>[^\s_](?:[^\n]*?[^\s_])?)_(?!\w)"
    r"|(?<![\w~])~(?P<s>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])"
)
_QUOTED = re.compile(r"^(?:&gt;|>) ?")
_SAFE_LINK = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


def to_html(text: str, names: Names) -> Html:
    """Text in mrkdwn, with names for the ids that it mentions."""
    return Html("".join(_paragraphs(text, names)))


def plain_to_html(text: str) -> Html:
    """A plain_text object: no markup, but emoji."""
    return Html(escaped(text))


def escaped(text: str) -> str:
    """The text as HTML that shows it as it is, but for emoji. What of it is escaped for Slack is undone first."""
    return html.escape(with_emoji(plain(text)))


def plain(text: str) -> str:
    """What the reader sees of an escaped text."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def link(url: str, label: str) -> str:
    """A link, or only its label where following it could run something."""
    if not is_safe(url):
        return label
    return f'<a href="{html.escape(url)}" target="_blank" rel="noopener noreferrer">{label}</a>'


def is_safe(url: str | None) -> bool:
    """Whether following the link can but open a page, a letter or a call: not `javascript:` and the like."""
    return bool(url and _SAFE_LINK.match(url))


def mention(kind: str, name: str) -> str:
    """A name that is highlighted, by its kind: `member`, `channel` or `everyone`."""
    return f'<span class="mention {kind}">{escaped(name)}</span>'


def date(epoch: str, form: str, fallback: str) -> str:
    """script.js shows it in the browser's own zone."""
    return f'<desk-time epoch="{html.escape(epoch)}" form="{html.escape(form)}">{escaped(fallback)}</desk-time>'


def _paragraphs(text: str, names: Names) -> Iterator[str]:
    for at, part in enumerate(_PRE.split(text)):
        if at % 2:
            yield f"<pre>{_verbatim(part)}</pre>"
        elif part:
            yield from _lines(part, names)


def _lines(text: str, names: Names) -> Iterator[str]:
    for is_quote, lines in groupby(text.split("\n"), key=lambda line: bool(_QUOTED.match(line))):
        if is_quote:
            joined = "\n".join(_QUOTED.sub("", line) for line in lines)
            yield f"<blockquote>{_inline(joined, names)}</blockquote>"
        else:
            joined = "\n".join(lines)
            yield f"<div>{_inline(joined, names)}</div>"


def _inline(text: str, names: Names) -> str:
    done, shown = 0, []
    for token in _TOKEN.finditer(text):
        shown += [escaped(text[done : token.start()]), _drawn(token, names)]
        done = token.end()
    return "".join([*shown, escaped(text[done:])])


def _drawn(token: re.Match[str], names: Names) -> str:
    kind, inside = next((kind, inside) for kind, inside in token.groupdict().items() if inside is not None)
    match kind:
        case "code":
            return f"<code>{_verbatim(inside)}</code>"
        case "angle":
            return _angle(inside, names)
        case "url":
            return link(plain(inside), escaped(inside))
        case _:
            return f"<{kind}>{_inline(inside, names)}</{kind}>"


def _verbatim(text: str) -> str:
    return html.escape(plain(text))


def _angle(inside: str, names: Names) -> str:
    target, _, label = inside.partition("|")
    match target[:1], target[1:]:
        case "@" | "#" as sign, identity:
            return mention("member" if sign == "@" else "channel", label or names(identity))
        case "!", command:
            return _special(command, label, names)
        case _ if is_safe(target):
            return link(plain(target), escaped(label or target.removeprefix("mailto:")))
        case _:
            return escaped(f"<{inside}>")


def _special(command: str, label: str, names: Names) -> str:
    word, _, rest = command.partition("^")
    if word == "date":
        epoch, _, form = rest.partition("^")
        return date(epoch, form.partition("^")[0], label)
    if word == "subteam":
        return mention("member", label or names(rest))
    return mention("everyone", label or f"@{word}")
