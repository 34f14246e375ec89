"""What a member is told of a port order that cannot go on yet."""

from collections.abc import Sequence

from handlers.kit.blocks import section
from handlers.kit.messages import say
from handlers.kit.reply import Reply, says
from handlers.ports.open_points import Point
from handlers.ports.port_list import RefusedNumber
from handlers.ports.views.parts import points, refusals
from store.ports.types import PortOrder


def lacks(locale: str, order: PortOrder, lacking: Sequence[Point], key: str) -> Reply:
    """Say what an order lacks."""
    said = "\n".join([say(locale, key, order=order.name), *(f"• {each}" for each in points(locale, order, lacking))])
    return says(said, section(said))


def taken(locale: str, order: PortOrder, refused: Sequence[RefusedNumber]) -> Reply:
    """Say which numbers of an order cannot be ported now."""
    said = f"{say(locale, 'port-numbers-taken', order=order.name)}\n{refusals(locale, refused)}"
    return says(said, section(said))
