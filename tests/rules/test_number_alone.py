"""Nothing but a number is typed, in any of the ways in which numbers are written: it is looked up."""

import pytest

from handlers import desk
from handlers.inventory.requests import ShowNumber
from handlers.kit.words import BadInput
from store.places import known_places
from store.types import E164
from tests.table import table

PLACES = known_places()
NUMBER, LONDON_NUMBER = E164("+12065550100"), E164("+442079460000")


@table(
    ("typed", "country", "number"),
    [
        pytest.param("+1 206 555 0100", "US", NUMBER, id="with its country's code"),
        pytest.param("+12065550100", "FR", NUMBER, id="as it is stored"),
        pytest.param("+1 (206) 555-0100", "GB", NUMBER, id="with other marks"),
        pytest.param("206 555 0100", "US", NUMBER, id="as it is written in the workspace's country"),
        pytest.param("(206) 555-0100", "US", NUMBER, id="beginning with a parenthesis"),
        pytest.param("020 7946 0000", "GB", LONDON_NUMBER, id="of another workspace's country"),
        pytest.param("020 7946 0000", "FR", None, id="no number of this workspace's country"),
        pytest.param("+44 20 7946 0000", "US", LONDON_NUMBER, id="of another country than the workspace's"),
        pytest.param("<tel:+12065550100|206 555 0100>", "FR", NUMBER, id="a link leads to its target"),
        pytest.param("<tel:+12065550100|+1 206 555 0100>", "FR", NUMBER, id="a link of Slack's"),
        pytest.param("<tel:+12065550100|020 7946 0000>", "GB", NUMBER, id="a link that shows another number"),
        pytest.param("tel:+1-206-555-0100", "FR", NUMBER, id="a tel: link"),
        pytest.param("tel:555-0100;phone-context=+1206", "FR", NUMBER, id="a local tel: link with where it is local"),
        pytest.param("tel:+12065550100;isub=1", "FR", NUMBER, id="a tel: link with what changes no number"),
        pytest.param("tel:+12065550100;ext=5", "US", None, id="a tel: link with an extension"),
        pytest.param("+1 206\u2013555\u20140100", "GB", NUMBER, id="dashes of print"),
        pytest.param("+1\u30fc206\u2212555\ufe630100", "GB", NUMBER, id="dashes of other scripts"),
        pytest.param("+1\u202f206\u3000555\u20070100", "GB", NUMBER, id="spaces of print"),
        pytest.param("\u202a+1206555\u200b0100\u202c\ufeff", "GB", NUMBER, id="what is not seen"),
        pytest.param("2\ufe0f\u20e306 555 0100", "US", NUMBER, id="a digit drawn as a key"),
        pytest.param("\u0662\u0660\u0666\u0665\u0665\u0665\u0660\u0661\u0660\u0660", "US", NUMBER, id="Arabic digits"),
        pytest.param("\u0968\u0966\u096c 555 0100", "US", NUMBER, id="Devanagari digits"),
        pytest.param("'+12065550100", "GB", NUMBER, id="after a spreadsheet's apostrophe"),
        pytest.param("\u2019+12065550100", "GB", NUMBER, id="after an apostrophe of print"),
        pytest.param("`+1 206 555 0100`", "GB", NUMBER, id="as code"),
        pytest.param("*+1 206 555 0100*", "GB", NUMBER, id="in bold"),
        pytest.param("3023125000.0", "DE", None, id="with what a spreadsheet added"),
        pytest.param("4.42079E+11", "GB", None, id="with what a spreadsheet took away"),
        pytest.param('"+1 206 555 0100"', "US", NUMBER, id="in quotes"),
        pytest.param("  +1 206 555 0100 ", "US", NUMBER, id="with spaces around it"),
        pytest.param("+1 206 555 0100 please", "US", None, id="with a word after it"),
        pytest.param("12", "US", None, id="too short for a number"),
        pytest.param("+1 206 555", "US", None, id="half a number"),
    ],
)
def test_a_number_alone_is_looked_up(typed: str, country: str, number: E164 | None) -> None:
    if number:
        assert desk.read_command(typed, PLACES, country) == ShowNumber(e164=number)
        return
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES, country)
    assert bad.value.key == "bad-verb"
