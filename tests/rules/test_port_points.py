"""What an order lacks before it can go on: dates, the BTN, the letter, each said once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.ports import business_days, dates, open_points, rules
from handlers.ports.open_points import NEEDED, Point, Warned
from store.ports.types import Capacity, Field, PortOrder, Scope, State
from store.types import E164
from tests.rules.orders import BTN, DRAFT, FIRST, READY, SECOND, TODAY, WORKSPACE, order, saying, with_letter
from tests.table import table

THOUSAND = tuple(E164(f"+1206556{at:04}") for at in range(1_000))
IN_GB_7_DAYS = replace(WORKSPACE, port_lead_days={"GB": 7})


@table(
    ("countries", "today", "first"),
    [
        pytest.param(["US"], "2026-03-02", "2026-03-16", id="ten business days"),
        pytest.param(["US"], "2026-02-27", "2026-03-13", id="ten from a Friday"),
        pytest.param(["US"], "2026-02-28", "2026-03-13", id="ten from a Saturday"),
        pytest.param(["US"], "2026-11-13", "2026-11-30", id="Thanksgiving is none"),
        pytest.param(["GB"], "2026-03-30", "2026-04-10", id="seven, as set, over Easter"),
        pytest.param(["US"], "2026-03-30", "2026-04-13", id="ten of another country, which has no such Easter"),
        pytest.param(["GB", "US"], "2026-03-02", "2026-03-16", id="the later of two"),
        pytest.param(["FR", "US"], "2026-06-30", "2026-07-15", id="a day that is a holiday in one of them"),
        pytest.param([], "2026-03-02", "2026-03-16", id="of no country: as in the workspace's"),
    ],
)
def test_the_first_date_that_can_be_wished_for(countries: list[str], today: str, first: str) -> None:
    earliest = dates.first_date(IN_GB_7_DAYS, countries, date.fromisoformat(today))
    assert earliest == date.fromisoformat(first)


@table(
    ("wanted", "instead"),
    [
        pytest.param("2026-03-16", None, id="the first that can be"),
        pytest.param("2026-03-13", "2026-03-16", id="a day too soon"),
        pytest.param("2020-01-01", "2026-03-16", id="long past"),
        pytest.param("2026-03-21", "2026-03-23", id="a Saturday"),
        pytest.param("2026-03-22", "2026-03-23", id="a Sunday"),
        pytest.param("2026-05-25", "2026-05-26", id="Memorial Day"),
        pytest.param("2026-07-03", "2026-07-06", id="a holiday before a weekend"),
        pytest.param("2027-03-16", None, id="in a year"),
    ],
)
def test_a_date_that_cannot_be_has_another_instead(wanted: str, instead: str | None) -> None:
    other = dates.wrong_date(WORKSPACE, ["US"], date.fromisoformat(wanted), TODAY)
    assert other == (date.fromisoformat(instead) if instead else None)


@given(
    st.lists(st.sampled_from(["US", "GB", "FR", "IL", "AE", "XX"]), max_size=3, unique=True),
    st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    st.dates(date(2026, 1, 1), date(2030, 1, 1)),
)
def test_the_date_instead_is_one_that_can_be(countries: list[str], today: date, wanted: date) -> None:
    instead = dates.wrong_date(WORKSPACE, countries, wanted, today)
    if instead:
        assert instead > wanted
        assert dates.wrong_date(WORKSPACE, countries, instead, today) is None
        assert all(business_days.is_business_day(country, instead) for country in countries)


@table(
    ("scope", "btn", "numbers", "broken"),
    [
        pytest.param(Scope.FULL, BTN, (FIRST, BTN), None, id="a full port with its BTN"),
        pytest.param(Scope.FULL, BTN, (FIRST,), Point.BTN_IS_MISSING, id="a full port without"),
        pytest.param(Scope.PARTIAL, BTN, (FIRST,), None, id="a partial port without"),
        pytest.param(Scope.PARTIAL, BTN, (FIRST, BTN), Point.BTN_IS_THERE, id="a partial port with the BTN"),
        pytest.param(Scope.FULL, "", (FIRST,), None, id="a full port, and no BTN yet"),
        pytest.param(Scope.FULL, "206 555 0199", (FIRST,), None, id="a full port, and a BTN not yet understood"),
        pytest.param(Scope.FULL, BTN, (), None, id="a full port, and no numbers yet"),
    ],
)
def test_a_full_port_includes_the_btn_and_a_partial_one_leaves_it_out(
    scope: Scope, btn: str, numbers: tuple[E164, ...], broken: Point | None
) -> None:
    assert open_points.btn_rule(scope, btn, numbers) is broken


@table("field", Field)
def test_a_field_is_missing_while_it_is_needed_and_not_said(field: Field) -> None:
    optional = {Field.PIN, Field.DOMAIN, Field.TITLE, Field.REGION, Field.WANTED_TIME, Field.LANGUAGE}
    assert open_points.missing(saying({field: ""})) == ([] if field in optional else [field])


@table("field", [Field.BTN, Field.PHONE])
@table("said", ["206 555 0199", "+0123456789", "+12", "0199", "+1206555019x", "+9991234567"])
def test_a_telephone_that_was_not_understood_is_missing(field: Field, said: str) -> None:
    assert open_points.missing(saying({field: said})) == [field]


@table("said", ["ben", "ben@", "@example.com", "ben@example", "ben@example.com twice"])
def test_an_address_that_is_no_email_address_is_missing(said: str) -> None:
    assert open_points.missing(saying({Field.EMAIL: said})) == [Field.EMAIL]


def test_nothing_said_at_all_lacks_all_that_is_needed() -> None:
    assert open_points.missing(replace(DRAFT, fields={})) == list(NEEDED)


FULL = replace(DRAFT, scope=Scope.FULL)
OF_THE_LETTER = [
    pytest.param(DRAFT, [], id="nothing is missing"),
    pytest.param(replace(DRAFT, numbers=(), country="", kind=None), [Point.NO_NUMBERS], id="no numbers"),
    pytest.param(replace(DRAFT, country="", kind=None), [Point.TO_BE_SPLIT], id="of several countries"),
    pytest.param(replace(DRAFT, kind=None), [Point.TO_BE_SPLIT], id="of several kinds"),
    pytest.param(replace(DRAFT, numbers=THOUSAND), [Point.TO_BE_SPLIT], id="a number too many"),
    pytest.param(replace(DRAFT, numbers=THOUSAND[:-1]), [], id="as many as can be"),
    pytest.param(saying({Field.CARRIER: ""}), [Point.FIELDS], id="a field"),
    pytest.param(replace(DRAFT, fields={}), [Point.FIELDS], id="all fields, said once"),
    pytest.param(FULL, [Point.BTN_IS_MISSING], id="the BTN of a full port"),
    pytest.param(replace(DRAFT, numbers=(FIRST, BTN)), [Point.BTN_IS_THERE], id="the BTN in a partial port"),
    pytest.param(
        replace(FULL, fields=saying({Field.CITY: ""}).fields, kind=None),
        [Point.TO_BE_SPLIT, Point.FIELDS, Point.BTN_IS_MISSING],
        id="several at once",
    ),
]


@table(("of", "points"), OF_THE_LETTER)
def test_what_is_missing_for_the_letter(of: PortOrder, points: list[Point]) -> None:
    assert open_points.before_the_letter(of) == points


@table(
    ("of", "points"),
    [
        pytest.param(READY, [], id="nothing is missing"),
        pytest.param(replace(READY, capacity=Capacity.UNSAID), [], id="the word on capacity is asked for then"),
        pytest.param(DRAFT, [Point.NO_LETTER], id="no letter"),
        pytest.param(saying({Field.CITY: "Tacoma"}, READY), [Point.OLD_LETTER], id="the letter says something else"),
        pytest.param(replace(READY, scope=Scope.FULL, numbers=(*READY.numbers, BTN)), [Point.OLD_LETTER], id="scope"),
        pytest.param(replace(READY, numbers=(FIRST, E164("+12065550198"))), [Point.OLD_LETTER], id="a number came"),
        pytest.param(replace(READY, numbers=(FIRST,)), [], id="a number went"),
        pytest.param(saying({Field.WANTED_DATE: "2026-04-02"}, READY), [], id="another date"),
        pytest.param(saying({Field.LANGUAGE: "fr", Field.WANTED_TIME: ""}, READY), [], id="another time, language"),
        pytest.param(with_letter(DRAFT, signer=""), [Point.NO_SIGNER], id="nobody said who signed"),
        pytest.param(with_letter(DRAFT, signer="Ada"), [Point.WRONG_SIGNER], id="somebody else signed"),
        pytest.param(with_letter(DRAFT, signer="BEN  HARRISON"), [], id="the same in capitals"),
        pytest.param(with_letter(saying({Field.WANTED_DATE: "2026-03-03"})), [Point.DATE], id="too soon by now"),
        pytest.param(with_letter(saying({Field.WANTED_DATE: "2026-04-04"})), [Point.DATE], id="a Saturday"),
        pytest.param(
            replace(DRAFT, numbers=(), country="", kind=None, fields={}),
            [Point.NO_NUMBERS, Point.FIELDS, Point.NO_LETTER],
            id="everything, each said once",
        ),
    ],
)
def test_what_is_missing_before_an_order_can_be_sent(of: PortOrder, points: list[Point]) -> None:
    assert open_points.before_sending(of, WORKSPACE, TODAY) == points


@table("capacity", Capacity)
@table("state", State)
def test_the_capacity_is_an_open_point_until_it_is_confirmed(state: State, capacity: Capacity) -> None:
    ended = state in {State.COMPLETED, State.CANCELLED}
    settled = capacity is Capacity.CONFIRMED or ended
    of = replace(with_letter(order(state)), capacity=capacity)
    assert open_points.open_points(of, WORKSPACE, TODAY) == ([] if settled else [Point.CAPACITY])


@table("state", State)
def test_what_an_order_says_is_an_open_point_only_while_it_can_be_changed(state: State) -> None:
    of = replace(order(state, fields={}), capacity=Capacity.CONFIRMED)
    editable = state in {State.DRAFT, State.ERROR}
    assert open_points.open_points(of, WORKSPACE, TODAY) == ([Point.FIELDS, Point.NO_LETTER] if editable else [])


def test_a_date_is_too_soon_again_when_an_order_waits() -> None:
    late = date.fromisoformat(DRAFT.says(Field.WANTED_DATE)) - timedelta(days=3)
    assert open_points.open_points(READY, WORKSPACE, late) == [Point.DATE]


def test_the_letter_says_all_but_the_date_and_its_own_language() -> None:
    left_out = {Field.WANTED_DATE, Field.WANTED_TIME, Field.LANGUAGE}
    letter = open_points.in_the_letter(DRAFT)
    assert letter == {
        **{field: said for field, said in DRAFT.fields.items() if field not in left_out},
        "scope": "partial",
    }
    assert open_points.in_the_letter(replace(DRAFT, fields={})).keys() == letter.keys()


@table(
    ("one", "other", "same"),
    [
        pytest.param("Ben Harrison", "Ben Harrison", True, id="the same"),
        pytest.param("ben harrison", "BEN HARRISON", True, id="in capitals"),
        pytest.param(" Ben   Harrison ", "Ben Harrison", True, id="other spaces"),
        pytest.param("Ben Harrison-Smith", "Ben Harrison Smith", True, id="a hyphen"),
        pytest.param("Jean-François Lefèvre", "Jean Francois Lefevre", True, id="accents"),
        pytest.param("Lefe\u0300vre", "Lefèvre", True, id="an accent put on with a letter of its own"),
        pytest.param("Groß", "GROSS", True, id="a sharp s"),
        pytest.param("B. Harrison", "B Harrison", True, id="a full stop"),
        pytest.param("O'Brien", "O\u2019Brien", True, id="another apostrophe"),
        pytest.param("Ben Harrison", "Harrison Ben", False, id="another order"),
        pytest.param("Ben Harrison", "B. Harrison", False, id="an initial"),
        pytest.param("Ben Harrison", "Ben Harris", False, id="somebody else"),
        pytest.param("李小龍", "李小龙", False, id="other letters"),
        pytest.param("", "", False, id="nobody"),
        pytest.param("-", ".", False, id="no letters at all"),
    ],
)
def test_whether_two_names_are_the_same(one: str, other: str, same: bool) -> None:
    assert open_points.is_same_name(one, other) is same
    assert open_points.is_same_name(other, one) is same


@table(
    ("of", "warned"),
    [
        pytest.param(DRAFT, [], id="nothing"),
        pytest.param(saying({Field.COMPANY: "x" * 25}), [], id="a name of 25 characters"),
        pytest.param(saying({Field.COMPANY: "x" * 26}), [Warned.COMPANY_CUT], id="a name of 26"),
        pytest.param(saying({Field.AUTHORISED: "x" * 15}), [], id="a person of 15"),
        pytest.param(saying({Field.AUTHORISED: "x" * 16}), [Warned.AUTHORISED_CUT], id="a person of 16"),
        pytest.param(replace(DRAFT, numbers=(FIRST, E164("+12065550103"))), [], id="gaps that are not of GB"),
        pytest.param(
            replace(DRAFT, numbers=(E164("+442079460000"), E164("+442079460002"))), [Warned.GAPS], id="gaps in GB"
        ),
    ],
)
def test_what_an_order_may_be_refused_for(of: PortOrder, warned: list[Warned]) -> None:
    assert open_points.warnings(of) == warned


def test_numbers_that_are_taken_out_leave_the_others_as_they_stood() -> None:
    assert rules.kept_apart((SECOND, FIRST, BTN), {FIRST}) == (SECOND, BTN)
