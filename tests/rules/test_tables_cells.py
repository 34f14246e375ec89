"""What stands in the cells of a table is shown beside what it was read as, in the country that its row says."""

import io
import json

import pytest

from handlers.inventory.listing import COLUMNS as LISTING
from handlers.kit import headings, tables
from handlers.kit.headings import Column
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread
from handlers.kit.row_ranges import RowFault
from handlers.kit.table_stream import open_table
from handlers.kit.understood import Understood, in_words
from handlers.stock.outgoing import COLUMNS as POOL
from store.workspaces.types import LOCALES
from tests.table import table


def spans(content: str, country: str = "US") -> list[str]:
    """What each row's numbers were read as: the first of them, or why there is none."""
    found = tables.read(content.encode(), country, {Column.COUNTRY})
    assert found
    return [f"+{span[0]}" if isinstance(span, range) else span for row in found.rows for _, span in row.spans()]


@table(
    ("number", "country", "meant"),
    [
        ("6565550100", "US", "+16565550100"),
        ("6565550100", "Singapour", "+6565550100"),
        ("6565550100", "", Unread.AMBIGUOUS),
        ("442079460000", "GB", "+442079460000"),
        ("4930231250", "DE", "+4930231250"),
        ("0612345678", "FR", "+33612345678"),
        ("+44 20 7946 0000", "DE", "+442079460000"),
        ("12065550100", "CA", "+12065550100"),
    ],
)
def test_a_number_is_one_of_the_country_that_its_row_says(number: str, country: str, meant: str) -> None:
    assert spans(f"number;country\n{number};{country}\n") == [meant]


@table(("country", "meant"), [("US", 16565550100), ("SG", 6565550100)])
def test_a_country_that_was_said_of_a_whole_table_makes_its_numbers_certain(country: str, meant: int) -> None:
    found = open_table(io.BytesIO(b"number\n6565550100\n"), country, (), said_country=True)
    assert found
    assert [span for _, cells in found.lines() for _, span in found.row(cells).spans()] == [range(meant, meant + 1)]


@table(
    ("heading", "said", "number", "meant"),
    [
        ("country code", "44", "2079460000", "+442079460000"),
        ("Country code", "+1", "206 555 0100", "+12065550100"),
        ("calling code", "0033", "142685300", "+33142685300"),
        ("Indicatif", "33", "01 42 68 53 00", "+33142685300"),
        ("country", "UK (+44)", "020 7946 0000", "+442079460000"),
        ("country", "Allemagne +49", "030 23125000", "+493023125000"),
        ("country", "1 (Canada)", "416 555 0100", "+14165550100"),
        ("country", "826", "020 7946 0000", "+442079460000"),  # of ISO 3166-1
        ("country", "+380", "044 123 4567", "+380441234567"),
        ("country", "380", "044 123 4567", RowFault.COUNTRY),  # Ukraine's calling code, and Italy's of ISO 3166-1
        ("country", "US (+44)", "206 555 0100", RowFault.COUNTRY),
        ("country", "+999", "206 555 0100", RowFault.COUNTRY),
        ("country", "1", "+442079460000", "+442079460000"),
    ],
)
def test_a_country_is_said_by_its_name_or_by_what_is_dialled_for_it(
    heading: str, said: str, number: str, meant: str
) -> None:
    assert spans(f"{heading};number\n{said};{number}\n", "FR") == [meant]


@table(
    ("content", "country", "meant"),
    [
        ("area code,number\n206,5550100\n", "US", "+12065550100"),
        ("Country code,Area code,Number\n1,206,5550100\n", "FR", "+12065550100"),
        ("area code,number\n206,206 555 0100\n", "US", "+12065550100"),
        ("area code,number\n206,+12065550100\n", "US", "+12065550100"),
        ("area code,number\n,2065550100\n", "US", "+12065550100"),
        ("Vorwahl;Rufnummer\n030;23125000\n", "DE", "+493023125000"),
        ("Vorwahl;Rufnummer\n030;03023125000\n", "DE", RowFault.AREA),
        ("area code,number\n99,5550100\n", "US", Unread.NOT_VALID),
    ],
)
def test_the_code_of_an_area_in_a_cell_of_its_own_is_of_the_number(content: str, country: str, meant: str) -> None:
    assert spans(content, country) == [meant]


def test_both_ends_of_a_range_are_of_the_country_that_the_row_says() -> None:
    assert spans("first number;last number;country\n6565550100;6565550109;SG\n") == ["+6565550100"]


def test_ends_of_ranges_are_known_where_only_the_row_says_their_country() -> None:
    assert spans("Début de plage;Fin de plage;Pays\n0199000100;0199000109;FR\n") == ["+33199000100"]


@table("label", ["Tel: ", "TEL:", "Phone ", "Number: "])
def test_a_number_with_a_label_is_no_heading(label: str) -> None:
    assert spans(f"{label}+12065550100\n{label}+12065550101\n") == ["+12065550100", "+12065550101"]


def test_cells_are_told_beside_what_they_were_read_as() -> None:
    content = "number\n+12065550199\n(206) 555-0100\n206 555 0101-0103\n2065550104\n2065550105\n"
    found = tables.read(content.encode(), "US", ())
    assert found
    kept = Understood(**json.loads(json.dumps(found.understood.kept()))).kept()
    told = in_words("en", kept)
    assert "“(206) 555-0100” is read as +1 206-555-0100 (country US)." in told
    assert "“206 555 0101-0103” is read as 3 numbers: +1 206-555-0101 to +1 206-555-0103." in told
    assert "“2065550104” is read as +1 206-555-0104 (country US). …" in told
    assert "0199" not in told
    assert "2065550105" not in told


def test_our_own_exports_are_read_by_their_own_headings() -> None:
    names = {*LISTING, *POOL}
    assert {headings.named(name) for name in names} == {Column(name) for name in names}


LABELS = {
    Column.NUMBER: "assign-number batch-list port-list port-field-numbers letter-numbers",
    Column.COUNTRY: "settings-country search-country letter-country",
    Column.REGION: "search-region letter-region port-field-region",
    Column.CITY: "search-city letter-city port-field-city",
    Column.SERVICE: "assign-name",
    Column.DEFAULT: "assign-default-label",
    Column.NOTE: "acquire-note",
}


@pytest.mark.parametrize("locale", LOCALES)
def test_columns_are_known_by_the_labels_of_our_own_cards_and_modals(locale: str) -> None:
    labels = {say(locale, key): column for column, keys in LABELS.items() for key in keys.split()}
    assert {label: headings.named(label) for label in labels} == labels
