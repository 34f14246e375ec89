"""How every kind of setting is asked, read and told."""

from collections.abc import Sequence
from typing import Any

from phonenumbers import SUPPORTED_REGIONS
from slack_sdk.models.blocks import Block, CheckboxesElement, PlainTextInputElement, StaticSelectElement
from slack_sdk.models.blocks.block_elements import InputInteractiveElement

from handlers.kit.blocks import asked
from handlers.kit.fields import Fields, picked, selected, typed
from handlers.kit.messages import say
from handlers.kit.setting_carriers import CarrierOrderField
from handlers.kit.setting_counts import (
    AmountField,
    DaysByCountryField,
    DaysByStateField,
    OptionalWholeField,
    WholeField,
)
from handlers.kit.setting_field import Asking, FieldOf, Row, option
from handlers.kit.setting_people import ChannelField, ChannelsField, WhoMayField
from handlers.kit.setting_stock import ThresholdsField
from handlers.kit.words import BadField
from store.workspaces.kinds import (
    Amount,
    CarrierOrder,
    Channel,
    Channels,
    Choice,
    Country,
    DaysByCountry,
    DaysByState,
    Kind,
    OptionalWholeNumber,
    Thresholds,
    Tick,
    WholeNumber,
    WhoMay,
)

_TICKED = "✓"


class TickField(FieldOf[Tick]):
    """Boxes to tick: settings that share a block stand below each other."""

    def blocks(self, asking: Asking, shown: Sequence[tuple[Row, Any]]) -> list[Block]:
        first, _ = shown[0]
        kinds = [row.kind for row, _ in shown if isinstance(row.kind, Tick)]
        options = [option(say(asking.locale, kind.text), kind.option) for kind in kinds]
        ticked = [option for option, (_, on) in zip(options, shown, strict=True) if on]
        boxes = CheckboxesElement(action_id=first.block_id, options=options, initial_options=ticked or None)
        return [asked(asking.locale, first.block_id, first.label, boxes, hint=first.hint, optional=True)]

    def read(self, row: Row, fields: Fields) -> bool:
        return self.kind.option in picked(fields, row.block_id)

    def say(self, _locale: str, _written: Any) -> str:
        return _TICKED

    def tell(self, locale: str, row: Row, written: Any) -> str:
        alike = self.kind.text == row.label
        return self.say(locale, written) if alike else say(locale, self.kind.text)


class ChoiceField(FieldOf[Choice]):
    """One of some choices, from a menu."""

    def element(self, asking: Asking, row: Row, value: str) -> InputInteractiveElement:
        options = {name: option(say(asking.locale, key), name) for name, key in self.kind.options.items()}
        return StaticSelectElement(
            action_id=row.block_id, options=list(options.values()), initial_option=options.get(value)
        )

    def read(self, row: Row, fields: Fields) -> str:
        chosen = selected(fields, row.block_id)
        if chosen not in self.kind.options:
            raise BadField(row.block_id, "settings-not-a-choice")
        return chosen

    def say(self, locale: str, written: Any) -> str:
        return say(locale, self.kind.options[written]) if written in self.kind.options else super().say(locale, written)


class CountryField(FieldOf[Country]):
    """The code of a country, ISO 3166-1 alpha-2, typed in capitals or not."""

    def element(self, _asking: Asking, row: Row, value: str) -> InputInteractiveElement:
        return PlainTextInputElement(action_id=row.block_id, initial_value=value, min_length=2, max_length=2)

    def read(self, row: Row, fields: Fields) -> str:
        said = typed(fields, row.block_id).upper()
        if said not in SUPPORTED_REGIONS:
            raise BadField(row.block_id, "settings-not-a-country", said=said)
        return said


_FIELDS: dict[type[Kind[Any]], type[FieldOf[Any]]] = {
    WholeNumber: WholeField,
    OptionalWholeNumber: OptionalWholeField,
    Amount: AmountField,
    Tick: TickField,
    Choice: ChoiceField,
    WhoMay: WhoMayField,
    Channel: ChannelField,
    Channels: ChannelsField,
    Country: CountryField,
    DaysByCountry: DaysByCountryField,
    DaysByState: DaysByStateField,
    Thresholds: ThresholdsField,
    CarrierOrder: CarrierOrderField,
}


def field_of(row: Row) -> FieldOf[Any]:
    """How this setting is asked, read and told."""
    return _FIELDS[type(row.kind)](row.kind)
