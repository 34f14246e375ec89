"""Where the number of a row is, as its cells say: a country by its name or a code, an area by what is dialled."""

import re
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from handlers.kit.normalization import figures, normalized
from handlers.kit.telephone import telephone
from store.places import country_called

_WORLD = ("001", "ZZ")  # codes of no country, or of none at all
_CALLING_CODE = re.compile(r"([^\d+]*)(?:\+|00)? ?(\d{1,3})([^\d]*)")  # 44, +44, UK (+44), +1 USA


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidCountry:
    """A country (ISO 3166-1 alpha-2). `by_calling_code`: by a code alone that it may share: 1 is Canada's, too."""

    country: str
    by_calling_code: bool = False


@lru_cache(maxsize=1_000)  # most rows of a file say the same
def country_in(cell: str) -> SaidCountry | None:
    """The country that a cell says, by its name, its code of ISO 3166-1 or its calling code (ITU-T E.164).

    None: it says none, or it is not certain which: 380 is Ukraine's calling code, and Italy's code of ISO 3166-1.
    """
    named, code = country_called(cell), _of_calling_code(cell)
    if named and code and "+" not in normalized(cell):
        return SaidCountry(country=named) if named == code else None
    if code:
        return SaidCountry(country=code, by_calling_code=True)
    return SaidCountry(country=named) if named else None


def _of_calling_code(cell: str) -> str | None:
    """The main country with the calling code in a cell; None where it has none, or names another country beside it."""
    found = _CALLING_CODE.fullmatch(normalized(cell).strip())
    country = phonenumbers.region_code_for_country_code(int(found[2])) if found else ""
    if found is None or not country or country in _WORLD:
        return None
    name = f"{found[1]}{found[3]}".strip(" ()[]-/:;,.")
    named = country_called(name) if name else country
    same = named and phonenumbers.country_code_for_region(named) == int(found[2])
    return named if same else None


def with_area(area: str, local: str, country: str) -> str | None:
    """The number that a row says in two cells, the code of its area and the rest, unless the rest has it already.

    None: it may be either.
    """
    whole, alone = f"{area} {local}", figures(local).lstrip("0")
    if not figures(area) or "+" in normalized(local):
        return local
    if not alone.startswith(figures(area).lstrip("0")) or telephone(local, country) is None:
        return whole
    return local if telephone(whole, country) in (None, telephone(local, country)) else None
