"""All numbers of a hold, in a modal."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from slack_sdk.models.blocks import Block, MarkdownTextObject, SectionBlock
from slack_sdk.models.views import View

from handlers.holds.views.choose import NO_COSTS
from handlers.kit.blocks import mention, modal, pretty, section
from handlers.kit.messages import say
from store.approvals.types import ApprovalRequest
from store.holds.types import HeldNumber, Hold, Outcome
from store.places import describe
from store.types import E164, Place

_LINES = 40  # in a column; its text may have 2,000 characters
_COLUMNS = 2


def numbers(
    locale: str,
    hold: Hold,
    held: Sequence[HeldNumber],
    waiting: ApprovalRequest | None = None,
    costs: Mapping[E164, str] = NO_COSTS,
) -> View:
    """Every number under its city, in two columns; 1,500 of them take some 20 of the 100 blocks.

    With what it costs, where it is not free. Those that were acquired, or that a request waits for, are marked.
    """
    marked = set(waiting.numbers) if waiting else {each.e164 for each in held if each.outcome is Outcome.ACQUIRED}
    lines = list(_lines(locale, held, marked, costs))
    columns = ["\n".join(lines[at : at + _LINES]) for at in range(0, len(lines), _LINES)]
    return modal(
        locale,
        say(locale, "numbers-title", hold=hold.name),
        [
            *_asked(locale, waiting),
            *(_side_by_side(columns[at : at + _COLUMNS]) for at in range(0, len(columns), _COLUMNS)),
        ],
    )


def _asked(locale: str, waiting: ApprovalRequest | None) -> list[Block]:
    if waiting is None:
        return []
    asker, count = mention(waiting.asked_by), len(waiting.numbers)
    return [section(say(locale, "numbers-asked", asker=asker, count=count))]


def _lines(
    locale: str, held: Sequence[HeldNumber], marked: Collection[E164], costs: Mapping[E164, str]
) -> Iterator[str]:
    def place(number: HeldNumber) -> Place:
        return number.place

    for at, these in groupby(sorted(held, key=lambda number: (str(place(number)), number.e164)), key=place):
        yield f"*{describe(at, locale)}*"
        for number in these:
            mark = " ✓" if number.e164 in marked else ""
            yield " · ".join(filter(None, [f"`{pretty(number.e164)}`{mark}", costs.get(number.e164, "")]))


def _side_by_side(columns: Sequence[str]) -> Block:
    return SectionBlock(fields=[MarkdownTextObject(text=column) for column in columns])
