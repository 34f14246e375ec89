"""Text objects, drawn."""

from nicegui.element import Element

from bot.workspace.page.mrkdwn import Html, Names, date, plain_to_html, to_html
from bot.workspace.page.parts import tag
from bot.workspace.state import Json


def html_of(text: Json, names: Names) -> Html:
    """A text object, of either type, as HTML."""
    return to_html(text["text"], names) if text["type"] == "mrkdwn" else plain_to_html(text["text"])


def shown(text: Json, names: Names, classes: str = "", name: str = "div") -> Element:
    """Draw a text object, as an HTML element of this name."""
    return tag(name, f"text {classes}", html_of(text, names))


def time(ts: str, form: str = "{time}") -> Html:
    """A message's time, in the browser's own zone."""
    return Html(date(ts.partition(".")[0], form, ts))
