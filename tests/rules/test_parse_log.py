"""What is asked of the record, as it is typed: of what, of whom, since when, in words of any order."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from handlers import desk
from handlers.help.requests import ShowHelp
from handlers.kit.words import BadInput
from handlers.record.requests import ExportLog, Log, as_typed
from store.places import known_places
from store.types import E164, UserId
from tests.table import table

PLACES = known_places()
BEN = UserId("U0BEN0001")
SEATTLE = E164("+12065550100")
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


@table(
    ("typed", "ask"),
    [
        pytest.param("log", Log(), id="all of it"),
        pytest.param("LOG", Log(), id="in capitals"),
        pytest.param("log H-12", Log(about="H-12"), id="of a hold"),
        pytest.param("log h12", Log(about="H-12"), id="of a hold without its hyphen"),
        pytest.param("log 12", Log(about="H-12"), id="of a hold by its number"),
        pytest.param("log po-07", Log(about="PO-7"), id="of a port order"),
        pytest.param("log +12065550100", Log(about=SEATTLE), id="of a number as it is stored"),
        pytest.param("log +1 206 555 0100", Log(about=SEATTLE), id="of a number in groups"),
        pytest.param("log +1 206-555-0100", Log(about=SEATTLE), id="of a number as it is shown"),
        pytest.param("log +1 (206) 555-0100", Log(about=SEATTLE), id="of a number with other marks"),
        pytest.param('log "+1 206 555 0100"', Log(about=SEATTLE), id="of a number in quotes"),
        pytest.param("log 206 555 0100", Log(about=SEATTLE), id="of a number without its country's code"),
        pytest.param("log +33 1 99 00 01 00", Log(about=E164("+33199000100")), id="of a French number"),
        pytest.param(
            "log <tel:+12065550100|+1 206 555 0100>", Log(about=SEATTLE), id="of a number that Slack made a link of"
        ),
        pytest.param("log <tel:+12065550100>", Log(about=SEATTLE), id="of one whose link shows nothing else"),
        pytest.param("log <@U0BEN0001|ben>", Log(who=BEN), id="of a member as Slack sends one"),
        pytest.param("log <@U0BEN0001>", Log(who=BEN), id="of a member without their name"),
        pytest.param("log @U0BEN0001", Log(who=BEN), id="of a member by their id"),
        pytest.param("log since:24h", Log(since=timedelta(hours=24)), id="since some hours"),
        pytest.param("log since:7d", Log(since=7 * DAY), id="since some days"),
        pytest.param("log since:2w", Log(since=2 * WEEK), id="since some weeks"),
        pytest.param("log since:9999w", Log(since=9_999 * WEEK), id="since longer than anybody remembers"),
        pytest.param("log SINCE:7D", Log(since=7 * DAY), id="since, in capitals"),
        pytest.param("log since: 7d", Log(since=7 * DAY), id="since, with a space"),
        pytest.param("log since:2026-11-01", Log(since=date(2026, 11, 1)), id="since a day"),
        pytest.param("log page:3", Log(page=3), id="a page"),
        pytest.param("log page: 3", Log(page=3), id="a page, with a space"),
    ],
)
def test_the_record_is_asked(typed: str, ask: Log) -> None:
    assert desk.read_command(typed, PLACES) == ask


@table("since", ["1 Nov", "1er novembre", "November 1st", "nov 1, 2026", "1st of November"])
@table("of", ["{} H-12", "H-12 {}"])
def test_a_day_whose_month_is_in_letters_needs_no_quotes(since: str, of: str) -> None:
    typed = f"log {of.format(f'since:{since}')}"
    assert desk.read_command(typed, PLACES, today=date(2026, 11, 28)) == Log(about="H-12", since=date(2026, 11, 1))


@table(
    "typed",
    [
        "log H-12 <@U0BEN0001|ben> since:7d page:2",
        "log <@U0BEN0001|ben> page:2 H-12 since:7d",
        "log since:7d page:2 <@U0BEN0001|ben> H-12",
        "log page:2 since: 7d H-12, <@U0BEN0001|ben>",
    ],
)
def test_the_record_is_asked_in_words_of_any_order(typed: str) -> None:
    assert desk.read_command(typed, PLACES) == Log(about="H-12", who=BEN, since=7 * DAY, page=2)


def test_a_number_stays_one_whatever_stands_around_it() -> None:
    typed = "log <@U0BEN0001|ben> +1 206 since:7d 555 page:2 0100"
    assert desk.read_command(typed, PLACES) == Log(about=SEATTLE, who=BEN, since=7 * DAY, page=2)


@table("typed", ["export log", "EXPORT Log", " export  log "])
def test_the_record_is_taken_away(typed: str) -> None:
    assert desk.read_command(typed, PLACES) == ExportLog()


@table("topic", ["log", "export"])
def test_there_is_help_on_the_record(topic: str) -> None:
    assert desk.read_command(f"help {topic}", PLACES) == ShowHelp(topic=topic)


OF_NOTHING = ("log", "log since:7d")


@table(
    ("typed", "key", "said", "corrected"),
    [
        pytest.param("log Seattle", "bad-subject", "Seattle", OF_NOTHING, id="a place"),
        pytest.param("log H-0", "bad-subject", "H-0", OF_NOTHING, id="holds count from one"),
        pytest.param("log H-12 H-13", "bad-subject", "H-12 H-13", OF_NOTHING, id="two holds"),
        pytest.param("log H-12 please", "bad-subject", "H-12 please", OF_NOTHING, id="a word too many"),
        pytest.param("log +1", "bad-subject", "+1", OF_NOTHING, id="a country's code alone"),
        pytest.param(
            "log +1 206 555 0100 please",
            "bad-extra",
            "please",
            ("log +1 206 555 0100",),
            id="a word after a number, whose letters are no figures of it",
        ),
        pytest.param(
            "log about +12065550100", "bad-subject", "about +12065550100", OF_NOTHING, id="a word before a number"
        ),
        pytest.param(
            "log +1 206 555 0100, +1 206 555 0101",
            "several-numbers",
            "+1 206 555 0100, +1 206 555 0101",
            ("help log",),
            id="two numbers",
        ),
        pytest.param("log @ben", "bad-member", "@ben", ("log",), id="a name that Slack made no member of"),
        pytest.param("log @", "bad-member", "@", ("log",), id="nobody"),
        pytest.param("log <@U0BEN0001> @ben", "bad-subject", "@ben", OF_NOTHING, id="two members"),
        pytest.param("log since:", "bad-since", "since:", ("log since:7d",), id="a time that was left out"),
        pytest.param("log since:0d", "bad-since", "0d", ("log since:7d",), id="no days"),
        pytest.param("log since:-1d", "bad-since", "-1d", ("log since:7d",), id="fewer than none"),
        pytest.param("log since:10000d", "bad-since", "10000d", ("log since:7d",), id="too many days"),
        pytest.param("log since:7m", "bad-since", "7m", ("log since:7d",), id="months, or minutes"),
        pytest.param("log since:7", "bad-since", "7", ("log since:7d",), id="seven of what"),
        pytest.param("log since:2026-13-01", "bad-since", "2026-13-01", ("log since:7d",), id="a month too many"),
        pytest.param(
            "log since:01/11/2026",
            "bad-since-which",
            "01/11/2026",
            ("log since:2026-01-11", "log since:2026-11-01"),
            id="a day that can be two",
        ),
        pytest.param(
            "log H-12 since:tomorrow page:2",
            "bad-since",
            "tomorrow",
            ("log H-12 since:7d page:2",),
            id="a word for a day, and all else kept",
        ),
        pytest.param("log since:last monday", "bad-since", "last", OF_NOTHING, id="a day in two words"),
        pytest.param(
            "log since:03/04/2026 x", "bad-since-which", "03/04/2026", ("help log",), id="a day of two, and more"
        ),
        pytest.param("log since:0d page:0", "bad-since", "0d", ("log since:7d page:1",), id="no days, and no page"),
        pytest.param("log since:7d since:2w", "bad-subject", "since:2w", OF_NOTHING, id="two times"),
        pytest.param("log H-12 page:0", "bad-page", "0", ("log H-12 page:1",), id="no page"),
        pytest.param("logs H-12", "bad-verb", "logs", ("log H-12",), id="a typing error"),
        pytest.param("export log H-12", "bad-extra", "H-12", ("export log",), id="export of a part"),
        pytest.param("exprot log", "bad-verb", "exprot", ("export log",), id="a typing error in export"),
    ],
)
def test_what_is_wrong_is_said_with_commands_that_would_do(
    typed: str, key: str, said: str, corrected: tuple[str, ...]
) -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command(typed, PLACES)
    assert (bad.value.key, bad.value.values["said"], bad.value.corrected) == (key, said, corrected)
    for command in bad.value.corrected:
        desk.read_command(command, PLACES)


NAMES = st.sampled_from(["H-{}", "PO-{}"]).flatmap(lambda name: st.integers(1, 999_999_999).map(name.format))
SUBJECTS = NAMES | st.integers(0, 9_999).map(lambda at: f"+1206555{at:04}")
MEMBERS = st.from_regex("[UW][A-Z0-9]{2,20}", fullmatch=True).map(UserId)
LASTING = st.builds(
    lambda count, unit: count * unit, st.integers(1, 9_999), st.sampled_from([timedelta(hours=1), DAY, WEEK])
)
LOGS = st.builds(
    Log,
    about=st.just("") | SUBJECTS,
    who=st.none() | MEMBERS,
    since=st.none() | LASTING | st.dates(),
    page=st.integers(1, 100_000),
)


@settings(deadline=None)
@given(LOGS)
@example(Log(since=60 * WEEK, page=2))
@example(Log(since=9_999 * WEEK))
@example(Log(about=E164("+33199000100"), who=BEN, since=date(2026, 11, 1), page=2))
def test_what_is_asked_of_the_record_is_read_as_it_was_typed_out(ask: Log) -> None:
    assert desk.read_command(as_typed(ask), PLACES) == ask


@table(
    "said", ["3 March 2026", "3 mars 2026", "March 3, 2026", "mars 3 2026", "3rd March 2026", "2026-03-03", "20260303"]
)
def test_a_day_is_written_in_several_words_or_one(said: str) -> None:
    assert desk.read_command(f"log since:{said} page:2", PLACES) == Log(since=date(2026, 3, 3), page=2)


def test_a_day_with_two_readings_is_asked_about_and_no_number() -> None:
    with pytest.raises(BadInput) as bad:
        desk.read_command("log since:03/04/2026", PLACES)
    assert (bad.value.key, bad.value.corrected) == ("bad-since-which", ("log since:2026-03-04", "log since:2026-04-03"))


@table(("said", "day"), [("today", 3), ("yesterday", 2), ("hier", 2)])
def test_today_is_the_day_where_the_member_is(said: str, day: int) -> None:
    asked = desk.read_command(f"log since:{said}", PLACES, today=date(2026, 3, 3))
    assert asked == Log(since=date(2026, 3, day))
