"""The setting that says where the stock is low: a line for each place and kind."""

from typing import Any

from slack_sdk.models.blocks import PlainTextInputElement
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.blocks import counted
from handlers.kit.criteria import criteria
from handlers.kit.fields import Fields, typed
from handlers.kit.messages import plain
from handlers.kit.setting_field import Asking, FieldOf, Row, few
from handlers.kit.words import BadField, BadInput, Vocabulary, Words
from store.places import as_words, describe, known_places
from store.types import Kind
from store.workspaces.kinds import Thresholds
from store.workspaces.types import Threshold

_LINE = "line"  # in a command's place, before the words of a line
_LENGTH = 3_000  # characters, as Slack allows
_TYPED = {Kind.TOLL: "toll", Kind.TOLL_FREE: "toll-free"}


class ThresholdsField(FieldOf[Thresholds]):
    """Lines such as "US Washington Seattle toll 20": a place, the kind (toll where none is said), how many."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: tuple[Threshold, ...]) -> InputInteractiveElement:
        lines = "\n".join(f"{as_words(each.place)} {_TYPED[each.kind]} {each.least}" for each in value)
        return PlainTextInputElement(
            action_id=row.block_id, initial_value=lines or None, multiline=True, max_length=_LENGTH
        )

    def read(self, row: Row, fields: Fields) -> tuple[Threshold, ...]:
        lines = [" ".join(line.split()) for line in typed(fields, row.block_id).splitlines()]
        found = [self._threshold(row, line) for line in lines if line]
        spots = [(each.place, each.kind) for each in found]
        for at, spot in enumerate(spots):
            if spot in spots[:at]:
                raise BadField(row.block_id, "settings-low-stock-twice", said=as_words(spot[0]))
        return tuple(found)

    def say(self, locale: str, written: Any) -> str:
        return few([_in_a_line(locale, each) for each in self.kind.read(written)])

    def tell(self, locale: str, _row: Row, written: Any) -> str:
        return "; ".join(_in_a_line(locale, each) for each in self.kind.read(written))

    def _threshold(self, row: Row, line: str) -> Threshold:
        words = Words(f"{_LINE} {line}", Vocabulary(verbs=(_LINE,)), "")
        try:
            kind, least = words.take_kind(), words.take_quantity(self.kind.most)
            place = words.take_place(known_places(), lambda _place: _LINE)
        except BadInput:
            kind, least, place = Kind.TOLL, None, None
        where = criteria(place, kind).place  # of toll-free numbers all of the country
        if where is None or least is None:
            raise BadField(row.block_id, "settings-not-low-stock", said=line, most=self.kind.most)
        return Threshold(place=where, kind=kind, least=least)


def _in_a_line(locale: str, each: Threshold) -> str:
    return f"{plain(describe(each.place, locale))}: {counted(locale, each.least, each.kind)}"
