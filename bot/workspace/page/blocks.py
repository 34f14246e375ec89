"""Draws blocks as Slack shows them."""

from collections.abc import Callable, Iterable

from nicegui import ui
from nicegui.element import Element

from bot.workspace.blocks import Found
from bot.workspace.page import elements, rich_text, texts
from bot.workspace.page.form import Form
from bot.workspace.page.mrkdwn import plain
from bot.workspace.page.parts import tag, words
from bot.workspace.state import Json

_EXTRAS = ["break-on-newline", "cuddled-lists", "fenced-code-blocks", "strike", "tables"]


def draw_all(blocks: Iterable[Json], form: Form) -> None:
    """One block below the other."""
    for block in blocks:
        draw(block, form)


def draw(block: Json, form: Form) -> None:
    """One block. A type that is not known shows its name, rather than nothing."""
    with tag("div", f"kit {block['type']}", data_block_id=block.get("block_id")):
        drawn = _TYPES.get(block["type"])
        if drawn:
            drawn(block, form)
        else:
            words("div", f"[{block['type']}]", "hint")


def error_id(block_id: str) -> str:
    """Where the error of an input stands, for those who do not see it beside the field."""
    return f"error-{block_id}"


def _section(block: Json, form: Form) -> None:
    with tag("div", "section-body"):
        if text := block.get("text"):
            texts.shown(text, form.names)
        if fields := block.get("fields"):
            with tag("div", "fields"):
                for field in fields:
                    texts.shown(field, form.names)
    accessory = block.get("accessory")
    if accessory and accessory["type"] == "image":
        _picture(accessory, "thumbnail")
    elif accessory:
        elements.draw(Found(block=block, element=accessory), form)


def _header(block: Json, form: Form) -> None:
    texts.shown(block["text"], form.names, name="h3")


def _divider(_block: Json, _form: Form) -> None:
    tag("hr")


def _context(block: Json, form: Form) -> None:
    for element in block["elements"]:
        if element["type"] == "image":
            _picture(element, "tiny")
        else:
            texts.shown(element, form.names)


def _actions(block: Json, form: Form) -> None:
    for element in block["elements"]:
        elements.draw(Found(block=block, element=element), form)


def _input(block: Json, form: Form) -> None:
    with tag("div", "label") as label:
        texts.shown(block["label"], form.names, name="span")
        if block.get("optional"):
            words("span", "(optional)", "hint")
    label.props["id"] = f"label-{block['block_id']}"
    elements.draw(Found(block=block, element=block["element"]), form)
    if hint := block.get("hint"):
        texts.shown(hint, form.names, "hint")


def _image(block: Json, form: Form) -> None:
    if title := block.get("title"):
        texts.shown(title, form.names, "hint")
    _picture(block, "large")


def _rich_text(block: Json, form: Form) -> None:
    tag("div", "text", rich_text.to_html(block, form.names))


def _markdown(block: Json, _form: Form) -> None:
    ui.markdown(block["text"], extras=_EXTRAS).classes("text")


def _table(block: Json, form: Form) -> None:
    with tag("table"):
        for at, row in enumerate(block["rows"]):
            with tag("tr"):
                for cell in row:
                    _cell("td" if at else "th", cell, form)


def _cell(name: str, cell: Json, form: Form) -> Element:
    if cell["type"] == "rich_text":
        return tag(name, "text", rich_text.to_html(cell, form.names))
    return words(name, cell["text"])


def _picture(image: Json, size: str) -> None:
    """A placeholder: the page works offline, and a picture's sender need not learn who looks at it."""
    with tag("div", f"picture {size}", role="img", aria_label=image["alt_text"], title=plain(image["alt_text"])):
        ui.icon("image").props("aria-hidden=true")
        if size == "large":
            words("span", image["alt_text"])


_TYPES: dict[str, Callable[[Json, Form], None]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "actions": _actions,
    "context_actions": _actions,
    "input": _input,
    "image": _image,
    "rich_text": _rich_text,
    "markdown": _markdown,
    "table": _table,
}
