"""Settings that are counts: whole numbers, amounts, days of each of some things."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from phonenumbers import SUPPORTED_REGIONS
from slack_sdk.models.blocks import Block, NumberInputElement, PlainTextInputElement
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.blocks import asked
from handlers.kit.fields import Fields, typed
from handlers.kit.messages import plain, say
from handlers.kit.setting_field import Asking, FieldOf, Row
from handlers.kit.words import BadField
from store.workspaces.kinds import Amount, DaysByCountry, DaysByState, OptionalWholeNumber, WholeNumber

_AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,2})?")


class WholeField(FieldOf[WholeNumber]):
    """A whole number, typed."""

    def element(self, _asking: Asking, row: Row, value: int) -> InputInteractiveElement:
        return _number(row.block_id, str(value), self.kind)

    def read(self, row: Row, fields: Fields) -> int:
        return _whole(fields, row.block_id, self.kind)


class OptionalWholeField(FieldOf[OptionalWholeNumber]):
    """A whole number, or nothing."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: int | None) -> InputInteractiveElement:
        return _number(row.block_id, None if value is None else str(value), self.kind)

    def read(self, row: Row, fields: Fields) -> int | None:
        if not typed(fields, row.block_id):
            return None
        return _whole(fields, row.block_id, self.kind, "settings-not-whole-or-nothing")


class AmountField(FieldOf[Amount]):
    """An amount with up to two decimals, or nothing; a comma will do for the point."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: Decimal | None) -> InputInteractiveElement:
        return NumberInputElement(
            action_id=row.block_id,
            is_decimal_allowed=True,
            min_value="0",
            initial_value=self.kind.written(value),
        )

    def read(self, row: Row, fields: Fields) -> Decimal | None:
        said = typed(fields, row.block_id).replace(",", ".")
        if not said:
            return None
        if not _AMOUNT.fullmatch(said):
            raise BadField(row.block_id, "settings-not-a-balance")
        return Decimal(said)


class DaysByCountryField(FieldOf[DaysByCountry]):
    """Days for some countries in one line, such as "GB 15, FR 12"."""

    optional = True

    def element(self, _asking: Asking, row: Row, value: Mapping[str, int]) -> InputInteractiveElement:
        days = self.kind.written(value)
        return PlainTextInputElement(action_id=row.block_id, initial_value=days or None, max_length=3_000)

    def read(self, row: Row, fields: Fields) -> Mapping[str, int]:
        """What was said of each country, as far as that is not what holds for all."""
        days, kind = {}, self.kind
        for said in filter(None, map(str.strip, re.split("[,;\n]", typed(fields, row.block_id)))):
            pair = re.fullmatch(r"([A-Za-z]{2})[ :=]*([0-9]{1,3})", said)
            known = pair and pair[1].upper() in SUPPORTED_REGIONS and kind.least <= int(pair[2]) <= kind.most
            if not pair or not known:
                raise BadField(row.block_id, "settings-not-lead-days", said=said, most=kind.most)
            days[pair[1].upper()] = int(pair[2])
        return {country: count for country, count in days.items() if count != kind.usual}


class DaysByStateField(FieldOf[DaysByState]):
    """Days for each state, a field for each."""

    def blocks(self, asking: Asking, shown: Sequence[tuple[Row, Any]]) -> list[Block]:
        ((row, days),) = shown
        return [
            asked(
                asking.locale,
                self._block(row, state),
                label,
                _number(self._block(row, state), str(days.get(state, self.kind.usual[state])), self.kind),
            )
            for state, label in self.kind.labels.items()
        ]

    def is_asked(self, row: Row, fields: Fields) -> bool:
        return any(self._block(row, state) in fields for state in self.kind.labels)

    def read(self, row: Row, fields: Fields) -> Mapping[str, int]:
        said = {str(state): _whole(fields, self._block(row, state), self.kind) for state in self.kind.labels}
        return {state: days for state, days in said.items() if days != self.kind.usual[state]}

    def say(self, locale: str, written: Any) -> str:
        shown, days = self.kind.shown, self.kind.read(written)
        named = (f"{say(locale, shown[state]) if state in shown else plain(state)} {days[state]}" for state in days)
        return ", ".join(named)

    def _block(self, row: Row, state: str) -> str:
        return f"{row.block_id}_{state}"


def _number(
    name: str, value: str | None, kind: WholeNumber | OptionalWholeNumber | DaysByState
) -> InputInteractiveElement:
    return NumberInputElement(
        action_id=name,
        is_decimal_allowed=False,
        initial_value=value,
        min_value=str(kind.least),
        max_value=str(kind.most),
    )


def _whole(
    fields: Fields,
    name: str,
    kind: WholeNumber | OptionalWholeNumber | DaysByState,
    wrong: str = "settings-not-whole",
) -> int:
    said = typed(fields, name)
    if not re.fullmatch(r"[0-9]{1,9}", said) or not kind.least <= int(said) <= kind.most:
        raise BadField(name, wrong, least=kind.least, most=kind.most)
    return int(said)
