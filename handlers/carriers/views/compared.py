"""Where a carrier and a workspace differ, and what can be done about it."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, InputBlock, Option, RadioButtonsElement, StaticMultiSelectElement
from slack_sdk.models.views import View

from handlers.kit.blocks import LABEL, cut, few, form, modal, plain_text, pretty, section
from handlers.kit.carriers import CarrierRules, Price
from handlers.kit.messages import say
from handlers.kit.prices import price
from store.carriers.comparisons import Difference, Side

ADOPT = "carrier_adopt"
NUMBERS, AS = "adopt_numbers", "adopt_as"
ACQUIRED, STOCK = "acquired", "stock"
MOST = 100  # options, as Slack allows; the others are there the next time


def compared(locale: str, rules: CarrierRules, found: Sequence[Difference]) -> View:
    """What the carrier bills and is not here, to be adopted; and what is here and it does not bill."""
    theirs = [each for each in found if each.side is Side.THEIRS]
    said = [section(told(locale, rules.title, found))]
    if not theirs:
        return modal(locale, say(locale, "carrier-compare-title"), said)
    carried = {"carrier": rules.name}
    blocks = [*said, _numbers(locale, theirs[:MOST]), _how(locale)]
    return form(locale, ADOPT, "carrier-compare-title", "button-adopt", blocks=blocks, carried=carried)


def told(locale: str, title: str, found: Sequence[Difference]) -> str:
    """In a sentence or two where they differ, and what to make of it."""
    theirs = [each.e164 for each in found if each.side is Side.THEIRS]
    ours = [each.e164 for each in found if each.side is Side.OURS]
    if not found:
        return say(locale, "carrier-agrees", carrier=title)
    lines = []
    if theirs:
        numbers = few(locale, theirs)
        lines.append(say(locale, "carrier-bills-more", carrier=title, count=len(theirs), numbers=numbers))
    if ours:
        lines.append(say(locale, "carrier-bills-less", carrier=title, count=len(ours), numbers=few(locale, ours)))
    return "\n".join(lines)


def _numbers(locale: str, theirs: Sequence[Difference]) -> Block:
    options = [Option(text=plain_text(_label(locale, each)), value=each.e164) for each in theirs]
    element = StaticMultiSelectElement(action_id=NUMBERS, options=options, initial_options=options)
    return InputBlock(block_id=NUMBERS, label=say(locale, "adopt-numbers"), element=element)


def _label(locale: str, each: Difference) -> str:
    if not each.currency:
        return pretty(each.e164)
    costs = Price(monthly=each.monthly, upfront=None, currency=each.currency)
    return cut(f"{pretty(each.e164)} · {price(locale, costs)}", LABEL)


def _how(locale: str) -> Block:
    options = [
        Option(text=plain_text(say(locale, "adopt-acquired")), value=ACQUIRED),
        Option(text=plain_text(say(locale, "adopt-stock")), value=STOCK),
    ]
    element = RadioButtonsElement(action_id=AS, options=options, initial_option=options[0])
    return InputBlock(block_id=AS, label=say(locale, "adopt-as"), element=element)
