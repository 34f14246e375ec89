"""Telnyx's query strings: filters and pages. What it does not know is refused by name."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.carriers.local.telnyx.wrong import Wrong

_PAGES = ("page[number]", "page[size]")
_PAGE, _MOST = 20, 250
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_BOOLEANS = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked, all of it known: each filter by its name, such as phone_number[contains]."""

    filters: Mapping[str, str]
    page: int = 1
    size: int = _PAGE

    def flag(self, name: str) -> bool | None:
        """A filter that is true or false; None: it was not said."""
        said = self.filters.get(name)
        if said is None:
            return None
        if said not in _BOOLEANS:
            raise Wrong("10015", f"'{said}' is not a boolean", parameter=f"filter[{name}]")
        return _BOOLEANS[said]

    def spans(self, at: datetime) -> bool:
        """Whether something made at a time is within the bounds that were asked for."""
        after, before = (self.filters.get(f"created_at[{bound}]") for bound in ("gt", "lt"))
        return (after is None or _time(after) < at) and (before is None or at < _time(before))

    def number(self, name: str, default: int) -> int:
        """A filter that is a number."""
        return _positive(self.filters.get(name, str(default)), f"filter[{name}]")

    def paged(self, items: Sequence[Any]) -> dict[str, Any]:
        """An answer with the page that was asked for."""
        begin = (self.page - 1) * self.size
        return {
            "data": items[begin : begin + self.size],
            "meta": {
                "page_number": self.page,
                "page_size": self.size,
                "total_pages": -(-len(items) // self.size),
                "total_results": len(items),
            },
        }


def read_query(said: Sequence[tuple[str, str]], filters: Sequence[str], *, paged: bool = True) -> Query:
    """Read a query string that may have these filters. Raises Wrong."""
    found: dict[str, str] = {}
    pages = {}
    for name, value in said:
        inner = name.removeprefix("filter[").replace("][", "[", 1).removesuffix("]")
        inner = f"{inner}]" if "[" in inner else inner
        if paged and name in _PAGES:
            pages[name] = _positive(value, name)
        elif name.startswith("filter[") and name.endswith("]") and inner in filters:
            found[inner] = value
        else:
            raise Wrong("10015", f"The parameter '{name}' is not known", parameter=name)
    if pages.get("page[size]", 1) > _MOST:
        raise Wrong("10015", f"page[size] is {_MOST} at most", parameter="page[size]")
    return Query(found, pages.get("page[number]", 1), pages.get("page[size]", _PAGE))


def read_numbers(body: Mapping[str, Any]) -> list[str]:
    """The numbers that a body names, each once. Raises Wrong."""
    if not isinstance(said := body.get("phone_numbers"), list) or not said:
        raise Wrong("10004", "phone_numbers can't be blank", pointer="/phone_numbers")
    numbers = []
    for at, each in enumerate(said):
        number = each.get("phone_number") if isinstance(each, dict) else None
        if not isinstance(number, str) or not _E164.fullmatch(number):
            raise Wrong("10016", "The number is not in +E.164 format", pointer=f"/phone_numbers/{at}/phone_number")
        numbers.append(number)
    if len(set(numbers)) < len(numbers):
        raise Wrong("10012", "A number is named twice", pointer="/phone_numbers")
    return numbers


def only(body: Mapping[str, Any], *names: str) -> None:
    """Refuse a body that has other fields, or a customer_reference that is no text. Raises Wrong."""
    for name in body:
        if name not in names:
            raise Wrong("10015", f"The field '{name}' is not known", pointer=f"/{name}", status=422)
    if not isinstance(body.get("customer_reference", ""), str):
        raise Wrong("10015", "customer_reference must be a string", pointer="/customer_reference", status=422)


def stamp(at: datetime | None) -> str | None:
    """A time as Telnyx writes it."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.%fZ") if at else None


def _time(said: str) -> datetime:
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        raise Wrong("10015", f"'{said}' is not a time", parameter="filter[created_at]") from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _positive(said: str, name: str) -> int:
    if not said.isdecimal() or int(said) < 1:
        raise Wrong("10015", f"'{said}' is not a positive number", parameter=name)
    return int(said)
