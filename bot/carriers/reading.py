"""Reads carriers' answers with patience: what is missing or unknown is an alarm with the raw value, never a crash."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from bot.carriers.http import alarm
from handlers.kit.carriers import CarrierName, CarrierSilent

T = TypeVar("T")

_YEARS = range(2000, 2200)  # in which a carrier's stamps can be; of others no minute could be taken away


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of an object in an answer. `at` says where it stands: data.phone_numbers."""

    carrier: CarrierName
    at: str
    raw: Mapping[str, Any]

    def text(self, name: str) -> str:
        """A text that must be there; "" where it is not."""
        value = self.raw.get(name)
        if not isinstance(value, str) or not value:
            self._alarm(name, value)
            return ""
        return value

    def must(self, name: str, of: type) -> None:
        """Raise CarrierSilent unless there is such a field: what is not said must not be taken for there being none."""
        if not isinstance(self.raw.get(name), of):
            self._alarm(name, self.raw.get(name))
            raise CarrierSilent

    def may(self, name: str) -> str:
        """A text that may be missing; then ""."""
        value = self.raw.get(name)
        return value if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """Texts; none where there is no list."""
        value = self.raw.get(name)
        return [each for each in value if isinstance(each, str)] if isinstance(value, list) else []

    def flag(self, name: str) -> bool | None:
        """True or false; None where it is not said."""
        value = self.raw.get(name)
        return value if isinstance(value, bool) else None

    def time(self, name: str) -> datetime | None:
        """A time in UTC; None where it is not said."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            at = datetime.fromisoformat(value)
        except (TypeError, ValueError):
            at = None
        if at is None or at.year not in _YEARS:
            self._alarm(name, value)
            return None
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)

    def amount(self, name: str) -> Decimal | None:
        """Money, as a number or a text; None where it is not said."""
        value = self.raw.get(name)
        if value is None:
            return None
        try:
            amount = Decimal(str(value))
        except InvalidOperation:
            amount = Decimal("NaN")
        if not amount.is_finite():
            self._alarm(name, value)
            return None
        return amount

    def word(self, name: str, known: Mapping[str, T], unknown: T) -> T:
        """What one of the carrier's words means; `unknown` for one that is not known."""
        value = self.raw.get(name)
        if isinstance(value, str) and value in known:
            return known[value]
        self._alarm(name, value)
        return unknown

    def within(self, name: str) -> "Fields":
        """An object within; an empty one where there is none."""
        return read(self.carrier, self._path(name), self.raw.get(name))

    def each(self, name: str) -> "list[Fields]":
        """Objects within; none where there is no list."""
        value = self.raw.get(name)
        if not isinstance(value, list):
            self._alarm(name, value)
            return []
        return [read(self.carrier, self._path(name), each) for each in value]

    def _alarm(self, name: str, value: object) -> None:
        alarm(self.carrier, self._path(name), value)

    def _path(self, name: str) -> str:
        return f"{self.at}.{name}".lstrip(".")


def read(carrier: CarrierName, at: str, value: object) -> Fields:
    """A part of an answer, or all of it with `at` ""; an empty one where it is no object."""
    if isinstance(value, dict):
        return Fields(carrier, at, value)
    alarm(carrier, at, value)
    return Fields(carrier, at, {})
