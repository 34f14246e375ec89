"""Slack's rich_text blocks as HTML."""

from bot.workspace.page.emoji import with_emoji
from bot.workspace.page.mrkdwn import Html, Names, date, escaped, link, mention
from bot.workspace.state import Json

_STYLES = {"bold": "strong", "italic": "em", "strike": "s", "code": "code"}


def to_html(block: Json, names: Names) -> Html:
    """A rich_text block, with names for the ids that it mentions. What is of no known type shows its text."""
    return Html("".join(_part(part, names) for part in block["elements"]))


def _part(part: Json, names: Names) -> str:
    match part["type"]:
        case "rich_text_list":
            tag = "ol" if part.get("style") == "ordered" else "ul"
            items = "".join(f"<li>{_line(item, names)}</li>" for item in part["elements"])
            return f'<{tag} class="indent-{int(part.get("indent", 0))}">{items}</{tag}>'
        case "rich_text_preformatted":
            return f"<pre>{_line(part, names)}</pre>"
        case "rich_text_quote":
            return f"<blockquote>{_line(part, names)}</blockquote>"
        case _:
            return f"<div>{_line(part, names)}</div>"


def _line(part: Json, names: Names) -> str:
    return "".join(_styled(_piece(piece, names), piece.get("style") or {}) for piece in part["elements"])


def _piece(piece: Json, names: Names) -> str:
    match piece["type"]:
        case "link":
            return link(piece["url"], escaped(piece.get("text") or piece["url"]))
        case "user":
            return mention("member", names(piece["user_id"]))
        case "usergroup":
            return mention("member", names(piece["usergroup_id"]))
        case "channel":
            return mention("channel", names(piece["channel_id"]))
        case "broadcast":
            return mention("everyone", f"@{piece['range']}")
        case "emoji":
            return escaped(with_emoji(f":{piece['name']}:"))
        case "date":
            return date(str(piece["timestamp"]), piece["format"], piece.get("fallback", ""))
        case _:
            return escaped(str(piece.get("text", "")))


def _styled(html: str, style: Json) -> str:
    for name, tag in _STYLES.items():
        if style.get(name):
            html = f"<{tag}>{html}</{tag}>"
    return html
