"""What is typed about many numbers: a list in the command, `many` for a modal, a batch by its name."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers import desk
from handlers.batches import lines
from handlers.batches.requests import Many, ShowBatch
from handlers.holds.requests import ReleaseHold, ShowHold
from handlers.inventory import service_name
from handlers.inventory.requests import Assign, ReleaseNumber, Unassign
from handlers.inventory.service_name import ServiceWords
from handlers.kit import telephone
from handlers.kit.words import BadInput
from handlers.record.requests import Log
from store.batches.types import BatchId, Form, Verb
from store.holds.types import HoldId
from store.places import known_places
from store.services.types import ServiceKind
from store.types import E164
from tests.table import table

PLACES = known_places()
ASSIGN, UNASSIGN, RELEASE = Verb.ASSIGN, Verb.UNASSIGN, Verb.RELEASE
NUMBER = E164("+12065550100")


@table(
    ("typed", "ask"),
    [
        *(pytest.param(f"{verb} many", Many(verb=verb), id=f"{verb} many") for verb in Verb),
        pytest.param("RELEASE Many", Many(verb=RELEASE), id="in capitals"),
        pytest.param(
            "release +12065550100 +12065550101",
            Many(verb=RELEASE, form=Form(typed="+12065550100 +12065550101")),
            id="release two numbers",
        ),
        pytest.param(
            "release 6565550100, 6565550101",
            Many(verb=RELEASE, form=Form(typed="6565550100, 6565550101")),
            id="release two of which each may be two",
        ),
        pytest.param(
            "release +1 206 555 0100, +1 206 555 0101",
            Many(verb=RELEASE, form=Form(typed="+1 206 555 0100, +1 206 555 0101")),
            id="with a comma",
        ),
        pytest.param(
            "unassign +1 206 555 0100-0109",
            Many(verb=UNASSIGN, form=Form(typed="+1 206 555 0100-0109")),
            id="unassign a range",
        ),
        pytest.param(
            "release <tel:+12065550100|+1 206 555 0100>, <tel:+12065550101|+1 206 555 0101>",
            Many(verb=RELEASE, form=Form(typed="+12065550100, +12065550101")),
            id="links of Slack's",
        ),
        pytest.param(
            "release +12065550100\n+12065550101",
            Many(verb=RELEASE, form=Form(typed="+12065550100\n+12065550101")),
            id="in two lines",
        ),
        pytest.param(
            'assign +12065550100, +12065550101 to queue "Sales"',
            Many(verb=ASSIGN, form=Form(typed='+12065550100, +12065550101 to queue "Sales"')),
            id="assign two numbers to a queue",
        ),
        pytest.param(
            "assign +1 206 555 0100-0109 to bridge Contoso",
            Many(verb=ASSIGN, form=Form(typed="+1 206 555 0100-0109 to bridge Contoso")),
            id="assign a range",
        ),
        pytest.param(
            "assign +12065550100, +12065550101",
            Many(verb=ASSIGN, form=Form(typed="+12065550100, +12065550101")),
            id="assign two numbers to what is asked for",
        ),
        pytest.param("release +1 206 555 0100", ReleaseNumber(e164=NUMBER), id="release one number"),
        pytest.param("unassign +1 (206) 555-0100", Unassign(e164=NUMBER), id="unassign one number"),
        pytest.param("assign +12065550100", Assign(e164=NUMBER), id="assign one number"),
        pytest.param("release H-12", ReleaseHold(hold=HoldId(12)), id="release a hold"),
        pytest.param("show B-3", ShowBatch(batch=BatchId(3)), id="show a batch"),
        pytest.param("show b-03", ShowBatch(batch=BatchId(3)), id="show it in small letters"),
        pytest.param("show H-3", ShowHold(hold=HoldId(3)), id="show a hold"),
        pytest.param("show 3", ShowHold(hold=HoldId(3)), id="a number alone is a hold's"),
        pytest.param("log B-3", Log(about="B-3"), id="the log of a batch"),
        pytest.param("log b-003 page:2", Log(about="B-3", page=2), id="a page of it"),
    ],
)
def test_what_is_typed_about_many_numbers(typed: str, ask: object) -> None:
    assert desk.read_command(typed, PLACES) == ask


@table(
    ("typed", "key"),
    [
        pytest.param("release many please", "bad-extra", id="a word after many"),
        pytest.param("unassign many +12065550100", "bad-extra", id="a number after many"),
        pytest.param("release +12065550100 and more", "bad-extra", id="a number and words"),
        pytest.param("unassign +12065550100, x", "bad-extra", id="a number and a word"),
        pytest.param("show B-0", "bad-hold", id="no batch is called so"),
        pytest.param("show B-3 B-4", "bad-extra", id="two batches"),
        pytest.param("release B-3", "bad-hold", id="a batch is not released"),
        pytest.param("restore B-3", "bad-number", id="a batch is restored by its card"),
    ],
)
def test_what_cannot_be_read_is_said(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert bad.value.key == key
    for command in bad.value.corrected:
        desk.read_command(command, PLACES)


LISTS = st.lists(st.integers(0, 99).map(lambda at: f"+12065550{100 + at}"), min_size=2, max_size=20, unique=True)


@settings(deadline=None)
@given(st.sampled_from(Verb), LISTS, st.sampled_from([", ", " ", "; ", "\n", ",\n", " and "]))
def test_a_typed_list_is_read_line_by_line_as_it_was_meant(verb: Verb, listed: list[str], between: str) -> None:
    typed = between.join(listed) + (' to queue "Sales"' if verb is ASSIGN and between != "\n" else "")
    ask = desk.read_command(f"{verb} {typed}", PLACES)
    assert isinstance(ask, Many)
    assert ask.verb is verb
    found = lines.read(desk.FEATURES.verbs[verb], ask.form.typed, "US")
    assert [line.e164 for line in found] == listed


@settings(deadline=None)
@given(st.sampled_from(Verb), st.text(max_size=80))
def test_whatever_is_typed_after_the_verb_is_read_or_refused(verb: Verb, text: str) -> None:
    with suppress(BadInput):
        assert isinstance(
            desk.read_command(f"{verb} {text}", PLACES), Many | Assign | Unassign | ReleaseHold | ReleaseNumber
        )


@table(
    ("said", "country", "several"),
    [
        pytest.param("+12065550100 +12065550101", "US", True, id="two"),
        pytest.param("+12065550100-0101", "US", True, id="a range"),
        pytest.param("206 555 0100, 206 555 0101", "US", True, id="two of the workspace's country"),
        pytest.param("206 555 0100, 206 555 0101", "GB", False, id="of no country of its own"),
        pytest.param("+12065550100", "US", False, id="one"),
        pytest.param("+1 206 555 0100", "US", False, id="one in groups"),
        pytest.param("+12065550100, x", "US", False, id="one and a word"),
        pytest.param("H-12", "US", False, id="a hold"),
        pytest.param("many", "US", False, id="many"),
        pytest.param("", "US", False, id="nothing"),
    ],
)
def test_what_is_a_list(said: str, country: str, several: bool) -> None:
    assert telephone.names_several(said, country) is several


@table(
    ("said", "country", "number"),
    [
        pytest.param("+1 206 555 0100", "GB", NUMBER, id="with the country's code"),
        pytest.param("(206) 555-0100", "US", NUMBER, id="without"),
        pytest.param("206 555 0100", "GB", None, id="of another country"),
        pytest.param("\uff0b12065550100", "GB", NUMBER, id="wide"),
        pytest.param("12", "US", None, id="no number"),
        pytest.param("+1 206 555 0100 x5", "US", None, id="with an extension"),
        pytest.param("", "US", None, id="nothing"),
    ],
)
def test_what_is_one_number(said: str, country: str, number: E164 | None) -> None:
    assert telephone.telephone(said, country) == number


@table(
    ("words", "said"),
    [
        pytest.param(
            ["queue", "Sales"], ServiceWords(kind=ServiceKind.QUEUE, name="Sales", as_default=False), id="queue"
        ),
        pytest.param(
            ["auto", "attendant", "Front", "desk"],
            ServiceWords(kind=ServiceKind.ATTENDANT, name="Front desk", as_default=False),
            id="auto attendant",
        ),
        pytest.param(
            ["bridge", "Contoso", "default"],
            ServiceWords(kind=ServiceKind.BRIDGE, name="Contoso", as_default=True),
            id="as the default",
        ),
        pytest.param(
            ["bridge", "default"], ServiceWords(kind=ServiceKind.BRIDGE, name="default", as_default=False), id="a name"
        ),
        pytest.param(["queue"], ServiceWords(kind=ServiceKind.QUEUE, name="", as_default=False), id="without a name"),
    ],
)
def test_a_service_in_words(words: list[str], said: ServiceWords) -> None:
    assert service_name.read(words, "assign") == said


@table("words", [["fax", "Sales"], ["call"], ["auto", "queue", "Sales"], ["queues", "Sales"]])
def test_a_service_that_there_is_not_is_refused_with_a_command_that_would_do(words: list[str]) -> None:
    with pytest.raises(BadInput) as bad:
        service_name.read(words, "assign +12065550100")
    assert (bad.value.key, bad.value.corrected) == ("bad-service", ("assign +12065550100",))


@table(
    ("text", "before", "after"),
    [
        pytest.param("+12065550100 to queue Sales", "+12065550100", "queue Sales", id="a queue"),
        pytest.param("1 to 2 to bridge X", "1 to 2", "bridge X", id="after a range"),
        pytest.param("1 to queue to queue X", "1", "queue to queue X", id="the first of two"),
        pytest.param("1 to 2", "1 to 2", "", id="a range"),
        pytest.param("Sales to Support", "Sales to Support", "", id="names"),
    ],
)
def test_numbers_and_the_service_they_go_to_are_told_apart(text: str, before: str, after: str) -> None:
    assert service_name.apart(text) == (before, after)
