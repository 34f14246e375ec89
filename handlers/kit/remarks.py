"""What is said beside an answer, where something was read otherwise than it was typed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from handlers.kit.blocks import context
from handlers.kit.messages import plain, say
from handlers.kit.reply import Reply
from store.places import country_name, describe
from store.types import Place

_LONGEST = 80  # characters of what was typed that are shown again


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """The key of a message, what was typed, and what it was read as."""

    key: str
    said: str | Place
    meant: str | Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """What is asked, and what must be said of how it was read."""

    remarks: tuple[Remark, ...] = field(default=(), compare=False)


def remarked(locale: str, reply: Reply, remarks: Iterable[Remark]) -> Reply:
    """The answer, under what must be said of how the question was read."""
    return noted(reply, " ".join(say(locale, each.key, **_values(locale, each)) for each in remarks))


def noted(reply: Reply, said: str) -> Reply:
    """The answer with something said above it; "" is nothing. An answer without words stays without."""
    if not said:
        return reply
    note = context(said).to_dict()
    return replace(
        reply,
        text=f"{said}\n{reply.text}" if reply.text else "",
        blocks=[note, *reply.blocks] if reply.blocks else (),
        view={**reply.view, "blocks": [note, *reply.view["blocks"]]} if reply.view else None,
    )


def _values(locale: str, remark: Remark) -> dict[str, str]:
    return {"said": _in_words(locale, remark.said), "meant": _in_words(locale, remark.meant)}


def _in_words(locale: str, what: str | Place) -> str:
    if isinstance(what, str):
        return plain(what[:_LONGEST])
    return describe(what, locale) if what.city or what.region else country_name(what.country, locale)
