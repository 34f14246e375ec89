"""What is typed about numbers in service: assigned, taken away, listed by any filter, released, had back, looked up."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from handlers import desk
from handlers.help.requests import ShowHelp
from handlers.holds.requests import ReleaseHold
from handlers.inventory.requests import (
    Assign,
    ExportNumbers,
    ListNumbers,
    ReleaseNumber,
    Report,
    Restore,
    ShowServices,
    Unassign,
    as_typed,
)
from handlers.kit.words import BadInput
from store.folding import kept
from store.holds.types import HoldId
from store.inventory.types import EVERY, Filter, NumberUse
from store.places import known_places
from store.services.types import ServiceKind
from store.types import E164, Kind, Place
from tests.table import table

PLACES = known_places()
NUMBER, LONDON_NUMBER = E164("+12065550100"), E164("+442079460000")
US, LONDON = Place(country="US"), Place(country="GB", city="London")
WASHINGTON = Place(country="US", region="Washington")
BRIDGE, ATTENDANT, QUEUE = ServiceKind.BRIDGE, ServiceKind.ATTENDANT, ServiceKind.QUEUE
CONTOSO = Assign(e164=NUMBER, kind=BRIDGE, name="Contoso")


@table(
    ("typed", "ask"),
    [
        pytest.param('assign +1 206 555 0100 to bridge "Contoso"', CONTOSO, id="in quotes"),
        pytest.param("assign +1 206 555 0100 to bridge Contoso", CONTOSO, id="without quotes"),
        pytest.param("assign +1 206 555 0100 to bridge “Contoso”", CONTOSO, id="in the quotes of a telephone"),
        pytest.param("ASSIGN +12065550100 TO Bridge Contoso", CONTOSO, id="in capitals"),
        pytest.param("assign <tel:+12065550100|+1 206 555 0100> to bridge Contoso", CONTOSO, id="a link of Slack's"),
        pytest.param("assign +12065550100 to conference Contoso", CONTOSO, id="conference is a bridge, too"),
        pytest.param(
            'assign +12065550100 to bridge "Contoso Seattle"',
            Assign(e164=NUMBER, kind=BRIDGE, name="Contoso Seattle"),
            id="two words in quotes",
        ),
        pytest.param(
            "assign +12065550100 to bridge Contoso Seattle",
            Assign(e164=NUMBER, kind=BRIDGE, name="Contoso Seattle"),
            id="two words without",
        ),
        pytest.param(
            'assign +12065550100 to bridge "Contoso" default',
            Assign(e164=NUMBER, kind=BRIDGE, name="Contoso", as_default=True),
            id="as the default",
        ),
        pytest.param(
            "assign +12065550100 to bridge Contoso Seattle DEFAULT",
            Assign(e164=NUMBER, kind=BRIDGE, name="Contoso Seattle", as_default=True),
            id="as the default, without quotes",
        ),
        pytest.param(
            'assign +12065550100 to bridge "Contoso default"',
            Assign(e164=NUMBER, kind=BRIDGE, name="Contoso default"),
            id="default within the quotes is of the name",
        ),
        pytest.param(
            "assign +12065550100 to bridge default",
            Assign(e164=NUMBER, kind=BRIDGE, name="default"),
            id="default alone is the name",
        ),
        pytest.param(
            "assign +12065550100 to attendant Reception",
            Assign(e164=NUMBER, kind=ATTENDANT, name="Reception"),
            id="an attendant",
        ),
        pytest.param(
            'assign +12065550100 to auto attendant "Front desk"',
            Assign(e164=NUMBER, kind=ATTENDANT, name="Front desk"),
            id="an auto attendant",
        ),
        pytest.param(
            "assign +12065550100 to auto-attendant Reception",
            Assign(e164=NUMBER, kind=ATTENDANT, name="Reception"),
            id="an auto-attendant",
        ),
        pytest.param("assign +12065550100 to queue Sales", Assign(e164=NUMBER, kind=QUEUE, name="Sales"), id="a queue"),
        pytest.param(
            "assign +12065550100 to call queue Sales", Assign(e164=NUMBER, kind=QUEUE, name="Sales"), id="a call queue"
        ),
        pytest.param(
            "assign +12065550100 to queue Welcome to Contoso",
            Assign(e164=NUMBER, kind=QUEUE, name="Welcome to Contoso"),
            id="a name with a “to” of its own",
        ),
        pytest.param(
            'assign +12065550100 to queue "Toll free orders"',
            Assign(e164=NUMBER, kind=QUEUE, name="Toll free orders"),
            id="a name that speaks of a kind",
        ),
        pytest.param("assign", Assign(), id="nothing yet"),
        pytest.param("assign +1 206 555 0100", Assign(e164=NUMBER), id="a number alone"),
        pytest.param("assign +1 206 555 0100 to", Assign(e164=NUMBER), id="a number, and to what is not said"),
        pytest.param("assign to queue", Assign(kind=QUEUE), id="a kind alone"),
        pytest.param("assign to queue Sales", Assign(kind=QUEUE, name="Sales"), id="a service alone"),
        pytest.param("assign +12065550100 to call queue", Assign(e164=NUMBER, kind=QUEUE), id="a kind of two words"),
    ],
)
def test_what_is_assigned(typed: str, ask: Assign) -> None:
    assert desk.read_command(typed, PLACES) == ask


@table(
    ("typed", "ask"),
    [
        pytest.param("unassign +1 206 555 0100", Unassign(e164=NUMBER), id="unassign"),
        pytest.param("services", ShowServices(), id="services"),
        pytest.param("services page:2", ShowServices(page=2), id="another page of the services"),
        pytest.param("release +1 206 555 0100", ReleaseNumber(e164=NUMBER), id="release a number"),
        pytest.param("release (206) 555-0100", ReleaseNumber(e164=NUMBER), id="release a number of this country"),
        pytest.param("release H-12", ReleaseHold(hold=HoldId(12)), id="release a hold"),
        pytest.param("release 12", ReleaseHold(hold=HoldId(12)), id="release a hold by its number"),
        pytest.param("release 999999999", ReleaseHold(hold=HoldId(999_999_999)), id="release the largest hold"),
        pytest.param("restore +1 206 555 0100", Restore(e164=NUMBER), id="restore"),
        pytest.param("report", Report(), id="report"),
        *(
            pytest.param(f"help {topic}", ShowHelp(topic=topic), id=f"help on {topic}")
            for topic in ("assign", "unassign", "services", "list", "export", "release", "restore", "report")
        ),
    ],
)
def test_what_is_done_with_numbers(typed: str, ask: object) -> None:
    assert desk.read_command(typed, PLACES) == ask


@table(
    ("typed", "wanted", "service"),
    [
        pytest.param("", EVERY, "", id="all of them"),
        pytest.param("US", Filter(place=US), "", id="of a country"),
        pytest.param("US Washington", Filter(place=WASHINGTON), "", id="of a state"),
        pytest.param("London", Filter(place=LONDON), "", id="of a city"),
        pytest.param("type:toll", Filter(kind=Kind.TOLL), "", id="toll"),
        pytest.param("toll free", Filter(kind=Kind.TOLL_FREE), "", id="toll-free, in two words"),
        *(pytest.param(f"status:{use}", Filter(uses=(use,)), "", id=use) for use in NumberUse),
        pytest.param("STATUS:Resting", Filter(uses=(NumberUse.RESTING,)), "", id="a status in capitals"),
        pytest.param(
            "status:assigned status:resting",
            Filter(uses=(NumberUse.ASSIGNED, NumberUse.RESTING)),
            "",
            id="either of two statuses",
        ),
        pytest.param("service:Contoso", EVERY, "Contoso", id="of a service"),
        pytest.param('service:"Contoso Seattle"', EVERY, "Contoso Seattle", id="of a service of two words"),
        pytest.param('service: "Contoso Seattle"', EVERY, "Contoso Seattle", id="with a space after the colon"),
        pytest.param("contains:0100", Filter(containing="0100"), "", id="some figures"),
        pytest.param("contains:555-01", Filter(containing="55501"), "", id="figures with a hyphen"),
        pytest.param('contains:"555 01"', Filter(containing="55501"), "", id="figures in groups"),
        pytest.param(
            'US service:"Contoso Seattle"', Filter(place=US), "Contoso Seattle", id="a place before a service in quotes"
        ),
        pytest.param(
            'London contains:"555 01"', Filter(place=LONDON, containing="55501"), "", id="a place before figures"
        ),
    ],
)
def test_the_list_and_the_export_are_filtered_alike(typed: str, wanted: Filter, service: str) -> None:
    assert desk.read_command(f"list {typed}", PLACES) == ListNumbers(wanted=wanted, service=service)
    assert desk.read_command(f"export {typed}", PLACES) == ExportNumbers(wanted=wanted, service=service)


WORDS = ["US Washington", "type:toll", "status:assigned", 'service:"Front desk"', "contains:0100", "page:3"]
OF_ALL = Filter(place=WASHINGTON, kind=Kind.TOLL, uses=(NumberUse.ASSIGNED,), containing="0100")


@settings(deadline=None)
@given(st.permutations(WORDS))
def test_the_filters_of_the_list_come_in_any_order(words: list[str]) -> None:
    asked = desk.read_command(" ".join(["list", *words]), PLACES)
    assert asked == ListNumbers(wanted=OF_ALL, service="Front desk", page=3)


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("assign 12 to bridge X", "no-such-number", "12", ("assign",), id="no number"),
        pytest.param("assign Contoso", "bad-number", "Contoso", ("assign",), id="a word, and no number"),
        pytest.param(
            "assign +1 206 555 0100 to fax X", "bad-service", "fax", ("assign +1 206 555 0100",), id="no such service"
        ),
        pytest.param("unassign", "missing-number", "", ("help unassign",), id="unassign nothing"),
        pytest.param("unassign Contoso", "bad-number", "Contoso", ("help unassign",), id="unassign a service"),
        pytest.param("restore 4.42079E+11", "spoilt-number", "4.42079E+11", ("help restore",), id="as Excel spoils it"),
        pytest.param("list contains:TAXI", "bad-filter", "contains:TAXI", ("list contains:0100",), id="no figures"),
        pytest.param("export contains:-", "bad-filter", "contains:-", ("export contains:0100",), id="a dash alone"),
        pytest.param("list service:", "bad-filter", "service:", ("list",), id="a service without a name"),
        pytest.param("restore", "missing-number", "", ("help restore",), id="restore nothing"),
        pytest.param("restore H-12", "bad-number", "H-12", ("help restore",), id="restore a hold"),
        pytest.param("release", "missing-hold", "", ("help release",), id="release nothing"),
        pytest.param("release Contoso", "bad-hold", "Contoso", ("help release",), id="release a service"),
        pytest.param("services Contoso", "bad-extra", "Contoso", ("services",), id="a word after services"),
        pytest.param("report FR", "bad-extra", "FR", ("report",), id="a word after report"),
        pytest.param("services page:0", "bad-page", "0", ("services page:1",), id="no page"),
        pytest.param("list page:", "bad-page", "page:", ("list page:1",), id="a page that was left out"),
        pytest.param(
            "list status:", "bad-status", "status:", tuple(f"list status:{use}" for use in NumberUse), id="a status"
        ),
        pytest.param("list type:mobile", "bad-kind", "mobile", ("list type:toll", "list type:toll-free"), id="a kind"),
        pytest.param("list page:0", "bad-page", "0", ("list page:1",), id="no page of the list"),
        pytest.param(
            "list Birmingham",
            "which-place",
            "Birmingham",
            ("list GB Birmingham", "list US Alabama Birmingham"),
            id="a city that there is twice",
        ),
        pytest.param("list Seatle", "bad-place", "Seatle", ("list US Washington Seattle",), id="a misspelt city"),
        pytest.param("lsit US", "bad-verb", "lsit", ("list US",), id="a typing error"),
        pytest.param(
            "export Seatle", "bad-place", "Seatle", ("export US Washington Seattle",), id="a misspelt city in export"
        ),
    ],
)
def test_what_is_wrong_is_said_with_commands_that_would_do(
    typed: str, key: str, said: str, corrected: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.values["said"]) == (key, said)
    assert set(bad.value.corrected) == set(corrected)
    for command in bad.value.corrected:
        desk.read_command(command, PLACES)


def test_a_status_that_there_is_not_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command("list US status:lost page:2", PLACES)
    assert (bad.value.key, bad.value.values["said"]) == ("bad-status", "lost")
    assert bad.value.corrected == tuple(f"list US status:{use} page:2" for use in NumberUse)


EVERY_PLACE = [
    *(Place(country=country) for country in PLACES.countries()),
    *(Place(country=country, region=region) for country in PLACES.countries() for region in PLACES.regions(country)),
    *(city for country in PLACES.countries() for city in PLACES.cities(country)),
]
NAMES = st.lists(st.from_regex("[A-Za-zÀ-ÿ0-9&-]{1,10}", fullmatch=True), max_size=4).map(" ".join)
LISTS = st.builds(
    ListNumbers,
    wanted=st.builds(
        Filter,
        place=st.none() | st.sampled_from(EVERY_PLACE),
        kind=st.none() | st.sampled_from(Kind),
        uses=st.sets(st.sampled_from(NumberUse)).map(lambda some: tuple(use for use in NumberUse if use in some)),
        containing=st.from_regex("[0-9]{0,15}", fullmatch=True),
    ),
    service=NAMES,
    page=st.integers(1, 100_000),
)


@settings(deadline=None)
@given(LISTS)
@example(ListNumbers(wanted=Filter(place=LONDON), service="Contoso"))
@example(ListNumbers(wanted=OF_ALL, service="Front desk", page=2))
@example(ListNumbers(service="London"))
@example(ListNumbers(service="Toll free orders"))
def test_a_list_is_read_as_it_was_typed_out(ask: ListNumbers) -> None:
    assert desk.read_command(as_typed(ask), PLACES) == ask


@settings(deadline=None)
@given(st.text(max_size=60))
def test_a_name_in_quotes_is_the_name(name: str) -> None:
    said = kept(name)
    assume(said and not set(said) & set('"“”„«»<>&'))
    asked = desk.read_command(f'assign +12065550100 to queue "{said}"', PLACES)
    assert asked == Assign(e164=NUMBER, kind=QUEUE, name=said)
