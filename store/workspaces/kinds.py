"""What a setting can be: a count, an amount, a choice, people, channels, days; and how each is kept."""

import json
from collections.abc import Mapping
from dataclasses import asdict, astuple, dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from sqlalchemy import JSON, Boolean, Integer, Numeric, String
from sqlalchemy.types import TypeEngine

from store.base import one_of
from store.types import ChannelId, GroupId, Place, UserId
from store.types import Kind as NumberKind
from store.workspaces.types import Circle, Threshold, Who

T = TypeVar("T")

_CENTS = Decimal("0.01")


class Kind(Generic[T]):
    """How a value of this kind is kept. A `column` is of its SQL type, and `nullable` where nothing can be set."""

    column: TypeEngine[Any]
    nullable = False

    def written(self, value: T) -> Any:
        """A value as JSON, as the record and `extra` have it."""
        return value

    def read(self, written: Any) -> T:
        """The value that was written."""
        value: T = written
        return value

    def kept(self, value: T) -> Any:
        """A value as a column of its own type has it."""
        return self.written(value)

    def loaded(self, kept: Any) -> T:
        """The value that was kept."""
        return self.read(kept)

    def check(self, _column: str) -> tuple[str, str] | None:
        """What the database itself sees to: SQL, and what that is called."""
        return None


@dataclass(frozen=True, kw_only=True)
class WholeNumber(Kind[int]):
    """A whole number in a range."""

    least: int = 0
    most: int

    column = Integer()

    def check(self, column: str) -> tuple[str, str]:
        return f"{column} BETWEEN {self.least} AND {self.most}", "in_range"


@dataclass(frozen=True, kw_only=True)
class OptionalWholeNumber(Kind[int | None]):
    """A whole number in a range, or none."""

    least: int = 0
    most: int

    column = Integer()
    nullable = True

    def check(self, column: str) -> tuple[str, str]:
        return f"{column} BETWEEN {self.least} AND {self.most}", "in_range"


@dataclass(frozen=True, kw_only=True)
class Amount(Kind[Decimal | None]):
    """An amount of money with its cents, or none."""

    column = Numeric(14, 2)
    nullable = True

    def written(self, value: Decimal | None) -> str | None:
        return None if value is None else f"{value.quantize(_CENTS):f}"

    def read(self, written: Any) -> Decimal | None:
        return None if written is None else Decimal(str(written))

    def kept(self, value: Decimal | None) -> Decimal | None:
        return value

    def loaded(self, kept: Decimal | None) -> Decimal | None:
        return kept


@dataclass(frozen=True, kw_only=True)
class Tick(Kind[bool]):
    """A box that is ticked or not. Those that name the same block stand in one field, each with an option of its own.

    `text` is the key of what stands beside the box.
    """

    option: str
    text: str

    column = Boolean()


@dataclass(frozen=True, kw_only=True)
class Choice(Kind[str]):
    """One of some options; each has the key of its words."""

    options: Mapping[str, str]

    column = String()

    def check(self, column: str) -> tuple[str, str]:
        return one_of(column, self.options), "known"


@dataclass(frozen=True, kw_only=True)
class WhoMay(Kind[Who]):
    """Who may do something: one of some circles, each with the key of its words, or a user group.

    Where the circle NAMED can be chosen, `members` is the block in which they are named, `most` how many.
    """

    circles: Mapping[Circle, str]
    members: str = ""
    members_label: str = ""
    members_hint: str = ""
    most: int = 0

    column = JSON()

    def written(self, value: Who) -> str:
        return " ".join([value.circle, *([value.group] if value.group else []), *value.members])

    def read(self, written: Any) -> Who:
        circle, *named = str(written).split()
        if circle == Circle.GROUP:
            return Who(circle=Circle.GROUP, group=GroupId(named[0]))
        return Who(circle=Circle(circle), members=tuple(map(UserId, named)))

    def kept(self, value: Who) -> dict[str, Any]:
        return asdict(value)

    def loaded(self, kept: Mapping[str, Any]) -> Who:
        return who(kept)


@dataclass(frozen=True, kw_only=True)
class Channel(Kind[ChannelId | None]):
    """A channel in which the desk posts, or none."""

    column = String()
    nullable = True

    def read(self, written: Any) -> ChannelId | None:
        return ChannelId(written) if written else None


@dataclass(frozen=True, kw_only=True)
class Channels(Kind[tuple[ChannelId, ...]]):
    """Some channels."""

    column = JSON()

    def written(self, value: tuple[ChannelId, ...]) -> list[str]:
        return list(value)

    def read(self, written: Any) -> tuple[ChannelId, ...]:
        return tuple(map(ChannelId, written))


@dataclass(frozen=True, kw_only=True)
class Country(Kind[str]):
    """A country, by its ISO code."""

    column = String()


@dataclass(frozen=True, kw_only=True)
class _Days(Kind[Mapping[str, int]]):
    """Business days of each of some things, as far as they are not the usual ones."""

    least: int
    most: int

    column = JSON()

    def written(self, value: Mapping[str, int]) -> str:
        return ", ".join(f"{of} {count}" for of, count in sorted(value.items()))

    def read(self, written: Any) -> Mapping[str, int]:
        pairs = (each.rsplit(" ", 1) for each in str(written).split(", ") if each)
        return {of: int(count) for of, count in pairs}

    def kept(self, value: Mapping[str, int]) -> dict[str, int]:
        return dict(value)

    def loaded(self, kept: Any) -> Mapping[str, int]:
        days: Mapping[str, int] = kept
        return days


@dataclass(frozen=True, kw_only=True)
class DaysByCountry(_Days):
    """Business days of some countries, in one line; for all others it is `usual`."""

    usual: int


@dataclass(frozen=True, kw_only=True)
class DaysByState(_Days):
    """Business days of each of some states, a field for each: what is usual for them, and the key of their label.

    `shown` are the keys of what the states are called.
    """

    usual: Mapping[str, int]
    labels: Mapping[str, str]
    shown: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Thresholds(Kind[tuple[Threshold, ...]]):
    """From how many numbers on the stock of some places is low, each from 1 to `most`."""

    most: int

    column = String()

    def written(self, value: tuple[Threshold, ...]) -> str:
        return json.dumps([[*astuple(each.place), each.kind, each.least] for each in value]) if value else ""

    def read(self, written: Any) -> tuple[Threshold, ...]:
        listed = json.loads(written) if written else []
        return tuple(
            Threshold(place=Place(country=country, region=region, city=city), kind=NumberKind(kind), least=least)
            for country, region, city, kind, least in listed
        )


@dataclass(frozen=True, kw_only=True)
class CarrierOrder(Kind[tuple[str, ...]]):
    """Carriers by their names, in order; none: whichever there are. The word `stock` alone: not one of them."""

    stock: str

    column = String()

    def written(self, value: tuple[str, ...]) -> str:
        return " ".join(value)

    def read(self, written: Any) -> tuple[str, ...]:
        return tuple(str(written).split())


def who(kept: Mapping[str, Any]) -> Who:
    """Who is meant by what `dataclasses.asdict` made of a Who; anyone by nothing at all.

    Raises ValueError for a circle that there is none of.
    """
    group = kept.get("group")
    return Who(
        circle=Circle(kept.get("circle", Circle.ANYONE)),
        group=GroupId(group) if group else None,
        members=tuple(map(UserId, kept.get("members", ()))),
    )
