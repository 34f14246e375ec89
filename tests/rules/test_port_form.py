"""What is written in the steps of a port order is understood, or refused at its field; it can also be kept as it is."""

from typing import Any

import pytest

from handlers.kit.fields import Carried, Fields
from handlers.kit.words import BadField, BadInput
from handlers.ports import step_payloads
from handlers.ports.step_payloads import Written
from handlers.ports.views.step_view import Step
from handlers.ports.views.steps import FIELDS, FILE, KEEP, LIST, LIST_LENGTH, MOST_NOTIFIED, NOTIFY, SCOPE
from store.ports.types import Field, OrderId, Scope
from store.types import UserId
from tests.rules.fields import people, picked, selected, typed
from tests.table import table

PO_7 = OrderId(7)
NO_ORDERS: list[Any] = [None, 0, -1, "7", 7.0, True, 2**31, [7], {}]
BEN, ADA = UserId("U0BEN0001"), UserId("U0ADA0001")
IN_BOTH_WAYS = table(
    "read",
    [lambda value, fields: step_payloads.written(value, fields, "US"), step_payloads.as_typed],
    ids=["sent", "as it stands"],
)
A_TELEPHONE = table(("step", "name"), [(Step.ACCOUNT, Field.BTN), (Step.SIGNER, Field.PHONE)])
ACCOUNT = {
    **typed(Field.CARRIER, "Old Carrier"),
    **typed(Field.ACCOUNT, " ACC 123 "),
    **typed(Field.BTN, "(206) 555-0199"),
    **typed(Field.PIN, None),
    **selected(SCOPE, "full"),
}
ADDRESS = {
    **typed(Field.COMPANY, "Example\n  Corporation"),
    **typed(Field.DOMAIN, ""),
    **typed(Field.STREET, "1200 Fifth Avenue"),
    **typed(Field.CITY, "Seattle"),
    **typed(Field.REGION, "Washington"),
    **typed(Field.POSTCODE, "98101"),
}
SIGNER = {
    **typed(Field.AUTHORISED, "Ben Harrison"),
    **typed(Field.TITLE, "Head of Telephony"),
    **typed(Field.PHONE, "+44 20 7946 0000"),
    **typed(Field.EMAIL, "ben@example.com"),
}


def date_and_time(date: Any, time: Any) -> dict[str, Any]:
    return {
        Field.WANTED_DATE: {Field.WANTED_DATE: {"selected_date": date}},
        Field.WANTED_TIME: {Field.WANTED_TIME: {"selected_time": time}},
    }


DATE = {**date_and_time("2026-04-01", "09:30"), **people(NOTIFY, BEN, ADA, BEN), **selected(Field.LANGUAGE, "fr")}


def files(*ids: Any) -> dict[str, Any]:
    return {FILE: {FILE: {"files": [{"id": id_, "name": "list.csv"} for id_ in ids]}}}


def at(step: Step, order: int | None = 7) -> dict[str, Any]:
    """What the modal of a step carries."""
    return {"step": step.value} | ({"order": order} if order else {})


def written(step: Step, fields: Fields, country: str = "US") -> Written:
    return step_payloads.written(at(step), fields, country)


def fault(step: Step, fields: Fields) -> tuple[str, str]:
    """At which field a step is refused, and with which words."""
    with pytest.raises(BadField) as caught:
        written(step, fields)
    return caught.value.field, caught.value.key


@table(
    ("step", "fields", "read"),
    [
        pytest.param(
            Step.NUMBERS,
            typed(LIST, " 206 555 0100\n206 555 0101 ") | files(),
            Written(step=Step.NUMBERS, order=PO_7, typed="206 555 0100\n206 555 0101"),
            id="a list, on its lines",
        ),
        pytest.param(
            Step.NUMBERS,
            typed(LIST, None) | files("F0123456789"),
            Written(step=Step.NUMBERS, order=PO_7, file="F0123456789"),
            id="a file",
        ),
        pytest.param(
            Step.ACCOUNT,
            ACCOUNT,
            Written(
                step=Step.ACCOUNT,
                order=PO_7,
                fields={
                    Field.CARRIER: "Old Carrier",
                    Field.ACCOUNT: "ACC 123",
                    Field.BTN: "+12065550199",
                    Field.PIN: "",
                },
                scope=Scope.FULL,
            ),
            id="the account, its BTN in E.164",
        ),
        pytest.param(
            Step.ADDRESS,
            ADDRESS,
            Written(
                step=Step.ADDRESS,
                order=PO_7,
                fields={
                    Field.COMPANY: "Example Corporation",
                    Field.DOMAIN: "",
                    Field.STREET: "1200 Fifth Avenue",
                    Field.CITY: "Seattle",
                    Field.REGION: "Washington",
                    Field.POSTCODE: "98101",
                },
            ),
            id="the address, each of it in a line",
        ),
        pytest.param(
            Step.SIGNER,
            SIGNER,
            Written(
                step=Step.SIGNER,
                order=PO_7,
                fields={
                    Field.AUTHORISED: "Ben Harrison",
                    Field.TITLE: "Head of Telephony",
                    Field.PHONE: "+442079460000",
                    Field.EMAIL: "ben@example.com",
                },
            ),
            id="the signatory",
        ),
        pytest.param(
            Step.DATE,
            DATE,
            Written(
                step=Step.DATE,
                order=PO_7,
                fields={Field.WANTED_DATE: "2026-04-01", Field.WANTED_TIME: "09:30", Field.LANGUAGE: "fr"},
                followers=(BEN, ADA),
            ),
            id="the date, and who is notified, each once",
        ),
        pytest.param(Step.REVIEW, {}, Written(step=Step.REVIEW, order=PO_7), id="the review asks for nothing"),
    ],
)
def test_a_step_is_read(step: Step, fields: Fields, read: Written) -> None:
    assert written(step, fields) == read


@IN_BOTH_WAYS
def test_the_first_step_of_a_new_order_is_about_none(read: Any) -> None:
    assert read(at(Step.NUMBERS, order=None), {}) == Written(step=Step.NUMBERS, order=None)


@table("step", Step)
def test_a_step_in_which_nothing_was_written_says_nothing(step: Step) -> None:
    read = written(step, {})
    assert not any(read.fields.values())
    assert (read.typed, read.file, read.scope) == ("", "", None)
    assert not read.followers


@table(
    ("fields", "keeps"),
    [
        pytest.param({}, True, id="where it is not asked"),
        pytest.param(picked(KEEP, KEEP), True, id="where it is ticked"),
        pytest.param(picked(KEEP), False, id="where it is not ticked"),
        pytest.param(picked(KEEP, "something else"), False, id="where something else is"),
    ],
)
def test_numbers_from_a_file_stay_until_somebody_says_otherwise(fields: Fields, keeps: bool) -> None:
    assert written(Step.NUMBERS, fields).keeps is keeps


@table(
    ("said", "country", "e164"),
    [
        pytest.param("206 555 0199", "US", "+12065550199", id="as it is dialled there"),
        pytest.param("020 7946 0000", "GB", "+442079460000", id="as it is dialled in another country"),
        pytest.param("+44 (0)20 7946 0000", "US", "+442079460000", id="with its country's code"),
        pytest.param("+12065550199", "GB", "+12065550199", id="in E.164"),
        pytest.param("07400 123456", "GB", "+447400123456", id="a mobile number, which can be called"),
    ],
)
@A_TELEPHONE
def test_a_telephone_number_is_understood(step: Step, name: Field, said: str, country: str, e164: str) -> None:
    assert written(step, typed(name, said), country).fields[name] == e164


@table(
    ("said", "why"),
    [
        ("0199", "no-such-number"),
        ("206 555", "no-such-number"),
        ("call me", "bad-number"),
        ("+9991234567", "no-such-number"),
        ("206 555 0100, 206 555 0101", "several-numbers"),
        ("+", "bad-number"),
        ("4.42079E+11", "spoilt-number"),
        ("206 555 0100 x5", "number-with-extension"),
        ("+1 285 555 0100", "number-beyond-plan"),
    ],
)
@A_TELEPHONE
def test_what_is_no_telephone_number_is_refused_and_told(step: Step, name: Field, said: str, why: str) -> None:
    with pytest.raises(BadField) as caught:
        written(step, typed(name, said))
    bad = caught.value
    assert (bad.field, bad.key, bad.values) == (name, why, {"said": said})


@table("said", ["ben", "ben@", "@example.com", "ben@example", "a@b@example.com", "ben @example.com"])
def test_what_is_no_email_address_is_refused(said: str) -> None:
    assert fault(Step.SIGNER, typed(Field.EMAIL, said)) == (Field.EMAIL, "port-not-an-email")


@table("said", ["ben@example.com", "ben.harrison+port@mail.example.co.uk", "bén@exämple.com"])
def test_an_email_address_stays_as_it_was_typed(said: str) -> None:
    assert written(Step.SIGNER, typed(Field.EMAIL, said)).fields[Field.EMAIL] == said


LENGTHS = [(step, name, most) for step, fields in FIELDS.items() for name, most in fields.items()]


@IN_BOTH_WAYS
@table(("step", "name", "most"), [*LENGTHS, (Step.NUMBERS, LIST, LIST_LENGTH)])
def test_what_is_too_long_is_refused_with_how_long_it_may_be(read: Any, step: Step, name: str, most: int) -> None:
    with pytest.raises(BadField) as caught:
        read(at(step), typed(name, "x" * (most + 1)))
    bad = caught.value
    assert (bad.field, bad.key, bad.values) == (name, "port-too-long", {"most": most})
    step_payloads.as_typed(at(step), typed(name, "x" * most))


def test_every_field_is_written_in_one_step() -> None:
    in_a_step = [name for _, name, _ in LENGTHS] + [Field.WANTED_DATE, Field.WANTED_TIME, Field.LANGUAGE]
    assert sorted(in_a_step) == sorted(Field)


@table(
    ("step", "fields"),
    [
        pytest.param(Step.ACCOUNT, typed(Field.BTN, "call me"), id="a BTN"),
        pytest.param(Step.SIGNER, typed(Field.PHONE, "206 555 01xx"), id="a telephone number"),
        pytest.param(Step.SIGNER, typed(Field.EMAIL, "ben@"), id="an e-mail address"),
    ],
)
def test_going_back_keeps_what_is_wrong_as_it_was_typed(step: Step, fields: dict[str, Any]) -> None:
    [(name, element)] = fields.items()
    assert step_payloads.as_typed(at(step), fields).fields[name] == element[name]["value"]


@table("said", ["(206) 555-0199", "+442079460000"])
def test_going_back_keeps_a_number_as_it_was_typed_and_does_not_read_it(said: str) -> None:
    assert step_payloads.as_typed(at(Step.ACCOUNT), typed(Field.BTN, said)).fields[Field.BTN] == said


@table(
    "value",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"step": "finish"}, id="a step that there is not"),
        pytest.param({"step": 1}, id="a number"),
        pytest.param({"step": ["numbers"]}, id="a list"),
        *(pytest.param({"step": "numbers", "order": order}, id=f"the order {order!r}") for order in NO_ORDERS),
    ],
)
@IN_BOTH_WAYS
def test_a_modal_that_carries_nonsense_is_refused(read: Any, value: Carried) -> None:
    with pytest.raises(BadInput, match="stale-button"):
        read(value, {})


@table(
    "date", ["2026-04-31", "1 April", "", None, 1, ["2026-04-01"], "1926-04-01", "9999-12-31", "0001-01-01"], ids=repr
)
def test_what_is_no_date_near_us_is_none(date: Any) -> None:
    assert written(Step.DATE, date_and_time(date, "09:30")).fields[Field.WANTED_DATE] == ""


@table("time", ["25:00", "noon", "", None, 930, ["09:30"]], ids=repr)
def test_what_is_no_time_is_none(time: Any) -> None:
    assert written(Step.DATE, date_and_time("2026-04-01", time)).fields[Field.WANTED_TIME] == ""


@table("language", ["de", "", None, 1])
def test_a_letter_in_a_language_that_we_do_not_have_is_in_none(language: Any) -> None:
    assert written(Step.DATE, selected(Field.LANGUAGE, language)).fields[Field.LANGUAGE] == ""


@table("scope", ["some", "", None, ["full"]], ids=repr)
def test_a_scope_that_there_is_not_is_none(scope: Any) -> None:
    assert written(Step.ACCOUNT, selected(SCOPE, scope)).scope is None


@table("id_", ["", None, 7, "C0123456789", "F0<@U1>", "F" + "0" * 21], ids=repr)
def test_a_file_that_can_be_none_is_none(id_: Any) -> None:
    assert written(Step.NUMBERS, files(id_)).file == ""


def test_no_more_are_notified_than_the_modal_takes_and_nobody_who_can_be_none() -> None:
    many = [f"U0BEN{at:04}" for at in range(MOST_NOTIFIED + 5)]
    assert written(Step.DATE, people(NOTIFY, "everybody", None, *many)).followers == tuple(many[:MOST_NOTIFIED])
