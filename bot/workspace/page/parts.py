"""The smallest parts of the page: an element with its attributes, a button, and a column kept in step with a list."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Generic, TypeVar

from nicegui import ui
from nicegui.element import Element

from bot.workspace.page.mrkdwn import Html, plain_to_html

T = TypeVar("T")
Attribute = str | int | bool | None


def tag(name: str, classes: str = "", html: Html | None = None, /, **attributes: Attribute) -> Element:
    """An HTML element. Attributes are written with underscores: `data_action_id`; those that are None are left out."""
    # Html comes escaped from mrkdwn.py or rich_text.py, so it needs no cleaning.
    element = ui.element(name) if html is None else ui.html(html, sanitize=False, tag=name)
    element.classes(classes)
    element.props.update(
        {_dashed(key): value for key, value in attributes.items() if value is not None and value is not False}
    )
    return element


def words(name: str, text: str, classes: str = "", /, **attributes: Attribute) -> Element:
    """An HTML element with a text of ours, or a plain text of somebody's."""
    return tag(name, classes, plain_to_html(text), **attributes)


def button(label: str, on_click: Callable[..., Any], classes: str = "", /, **attributes: Attribute) -> Element:
    """A button with a label, which `on_click` gets no argument from."""
    return words("button", label, f"button {classes}", type="button", **attributes).on("click", on_click, args=[])


def icon_button(icon: str, label: str, on_click: Callable[..., Any], /, **attributes: Attribute) -> Element:
    """A button that shows an icon alone; its label is for screen readers, and where the mouse rests."""
    element = tag("button", "icon-button", type="button", aria_label=label, title=label, **attributes)
    with element.on("click", on_click, args=[]):
        ui.icon(icon).props("aria-hidden=true")
    return element


class Pieces(Generic[T]):
    """Draws a piece for each thing of a list, and later again only what is new or has changed."""

    def __init__(self, column: Element, draw: Callable[[T], None]) -> None:
        self._column = column
        self._draw = draw
        self._drawn: dict[Hashable, tuple[T, Element]] = {}

    def show(self, wanted: Mapping[Any, T]) -> None:
        """Have these stand in the column, in this order. By its key a thing is known from one time to the next."""
        for gone in self._drawn.keys() - wanted.keys():
            self._drawn.pop(gone)[1].delete()
        for at, (key, thing) in enumerate(wanted.items()):
            holder = self._holder(key, thing)
            if self._column.default_slot.children[at] is not holder:
                holder.move(self._column, at)

    def _holder(self, key: Hashable, thing: T) -> Element:
        known = self._drawn.get(key)
        if known and known[0] == thing:
            return known[1]
        if known:
            holder = known[1]
            holder.clear()
        else:
            with self._column:
                holder = tag("div", "piece")
        with holder:
            self._draw(thing)
        self._drawn[key] = (thing, holder)
        return holder


def _dashed(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
