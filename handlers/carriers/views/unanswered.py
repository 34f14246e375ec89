"""Carriers that have not answered: whoever wanted something of them is told, for there may be more than was found."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.carriers.offers import Offers
from handlers.kit.blocks import actions, runs, section
from handlers.kit.messages import plain, say
from handlers.kit.reply import Reply

_LOOK_AGAIN = 20  # beside the buttons of an answer


def unanswered(locale: str, reply: Reply, offered: Sequence[Offers], *, again: str = "", nonce: str = "") -> Reply:
    """An answer, with the carriers that have not answered, if any, and a button that asks the command `again`."""
    silent = [each for each in offered if each.trouble]
    if not silent:
        return reply
    said = " ".join(say(locale, each.trouble, carrier=plain(each.rules.title)) for each in silent if each.trouble)
    text = f"{reply.text} {said}"
    if not again:
        return replace(reply, text=text)
    button = runs(say(locale, "button-look-again"), again, nonce, turn=True, at=_LOOK_AGAIN)
    above = list(reply.blocks) or [section(reply.text).to_dict()]
    return replace(reply, text=text, blocks=[*above, section(said).to_dict(), actions(button).to_dict()])
