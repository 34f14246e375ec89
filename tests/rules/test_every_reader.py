"""Whatever reads a telephone number reads it alike: commands, lists, files and the fields of modals."""

import csv
import io
from collections.abc import Callable

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from handlers import desk
from handlers.batches import lines
from handlers.holds.selection import in_ranges
from handlers.inventory.verbs import VERBS
from handlers.kit.messages import say
from handlers.kit.number_reading import Unread
from handlers.kit.telephone import telephone
from handlers.kit.words import BadField, BadInput
from handlers.ports import port_list, step_payloads
from handlers.ports.views.step_view import Step
from store.places import known_places
from store.ports.types import Field
from store.workspaces.types import LOCALES
from tests.rules.fields import typed as field
from tests.table import table

PLACES = known_places()
SEATTLE, LONDON, BERLIN = "+12065550100", "+442079460000", "+493023125000"
ALONE = {why.alone: why for why in Unread}
Read = Callable[[str, str], str]  # what was written, in which country: the number, or the name of why it is none


def slacks(said: str) -> str:
    """A text as Slack sends it, which escapes these; what is Slack's own markup it leaves."""
    if said.startswith("<tel:"):
        return said
    return said.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def command(before: str, after: str = "") -> Read:
    def read(said: str, country: str) -> str:
        text = f"{before}{slacks(said)}{after}"
        try:
            ask = desk.read_command(text, PLACES, country)
        except BadInput as bad:
            if bad.key == "number-to-confirm":
                # It was completed: the command that is offered has the number as it was read, and is done.
                ask = desk.read_command(bad.corrected[0], PLACES, country)
            else:
                return ALONE[bad.key].name if bad.key in ALONE else bad.key
        return str(getattr(ask, "e164", None) or getattr(ask, "about", None) or ask)

    return read


def listed(said: str, country: str) -> str:
    found = port_list.read(said, country)
    return " ".join([*(each.e164 for each in found.numbers), *(each.why.name for each in found.refused)])


def pasted(said: str, country: str) -> str:
    (found,) = {
        tuple(line.e164 or Unread(line.outcome or "").name for line in lines.read(verb, said, country))
        for verb in VERBS
    }
    return " ".join(found)


def cell(said: str, country: str) -> str:
    file = io.StringIO()
    csv.writer(file).writerows([["number", "note"], [said, "x"]])
    found = port_list.read_csv(file.getvalue().encode(), country)
    return " ".join([*(each.e164 for each in found.numbers), *(each.why.name for each in found.refused)])


def in_step(step: Step, name: Field) -> Read:
    def read(said: str, country: str) -> str:
        try:
            written = step_payloads.written({"step": step.value, "order": 7}, field(name, said), country)
        except BadField as bad:
            return ALONE[bad.key].name
        return written.fields[name]

    return read


def of_a_hold(said: str, country: str) -> str:
    number = telephone(said, country)
    assert number
    return " ".join(in_ranges(said, [number]))


COMMANDS = {
    "a number alone": command(""),
    "status": command("status "),
    "log": command("log "),
    "release": command("release "),
    "restore": command("restore "),
    "unassign": command("unassign "),
    "assign": command("assign "),
    "assign to a service": command("assign ", ' to bridge "Contoso"'),
}
FORMS = {
    "a port list": listed,
    "a pasted list": pasted,
    "a cell": cell,
    "the BTN": in_step(Step.ACCOUNT, Field.BTN),
    "a telephone": in_step(Step.SIGNER, Field.PHONE),
}
READERS = COMMANDS | FORMS


def read_by_all(said: str, country: str) -> dict[str, str]:
    return {name: read(said, country) for name, read in READERS.items()}


WRITINGS = [
    pytest.param("+12065550100", "GB", SEATTLE, id="E.164"),
    pytest.param("+1 206-555-0100", "GB", SEATTLE, id="with dashes"),
    pytest.param("+1 206.555.0100", "GB", SEATTLE, id="with dots"),
    pytest.param("+1 206/555/0100", "GB", SEATTLE, id="with slashes"),
    pytest.param("+1 (206) 555-0100", "GB", SEATTLE, id="with brackets"),
    pytest.param("+1(206)555-0100", "GB", SEATTLE, id="with brackets and no spaces"),
    pytest.param("(+1) 206 555 0100", "GB", SEATTLE, id="the country's code in brackets"),
    pytest.param("+ 1 206 555 0100", "GB", SEATTLE, id="a space after the plus"),
    pytest.param("[206] 555 0100", "US", SEATTLE, id="in square brackets"),
    pytest.param("206 555 0100", "US", SEATTLE, id="as in the workspace's country"),
    pytest.param("2065550100", "US", SEATTLE, id="its figures alone"),
    pytest.param("1-206-555-0100", "US", SEATTLE, id="with what is dialled before it at home"),
    pytest.param("12065550100", "FR", SEATTLE, id="without its plus, abroad"),
    pytest.param("020 7946 0000", "GB", LONDON, id="with the zero that is dialled at home"),
    pytest.param("442079460000", "GB", LONDON, id="without its plus, at home"),
    pytest.param("442079460000", "US", LONDON, id="without its plus, in America"),
    pytest.param("+44 (0)20 7946 0000", "US", LONDON, id="a zero that is not dialled from abroad"),
    pytest.param("+44(0)2079460000", "FR", LONDON, id="such a zero without spaces"),
    pytest.param("+48 (0)22 123 45 67", "US", "+48221234567", id="such a zero where there is none at home"),
    pytest.param("+39 (0)6 1234 5678", "US", "+390612345678", id="such a zero that is dialled from abroad"),
    pytest.param("00 44 20 7946 0000", "DE", LONDON, id="00"),
    pytest.param("0044 (0)20 7946 0000", "US", LONDON, id="00 where 011 is dialled"),
    pytest.param("011 44 20 7946 0000", "US", LONDON, id="011"),
    pytest.param("011 44 20 7946 0000", "GB", LONDON, id="011 where 00 is dialled"),
    pytest.param("0114 420 7946", "GB", "+441144207946", id="Sheffield, which is not dialled abroad"),
    pytest.param("030/23125-000", "DE", BERLIN, id="German, with an extension after a dash"),
    pytest.param("65 6555 0100", "US", "+6565550100", id="grouped as in Singapore"),
    pytest.param("(656) 555-0100", "US", "+16565550100", id="the same figures, grouped as in America"),
    pytest.param("+1\u00a0206\u202f555\u20090100", "GB", SEATTLE, id="spaces that do not break"),
    pytest.param("+1\u3000206\u2007555\u28000100", "GB", SEATTLE, id="spaces of other scripts"),
    pytest.param("+1 206\u2013555\u20110100", "GB", SEATTLE, id="dashes of print"),
    pytest.param("+1\u30fc206\u2212555\u25000100", "GB", SEATTLE, id="dashes of other scripts, mathematics and boxes"),
    pytest.param("+1 206\u00b7555\u22190100", "GB", SEATTLE, id="dots in the middle of the line"),
    pytest.param(
        "\uff0b\uff11\uff08\uff12\uff10\uff16\uff09\uff15\uff15\uff15\uff0d\uff10\uff11\uff10\uff10",
        "GB",
        SEATTLE,
        id="wide",
    ),
    pytest.param("\u3010206\u3011555-0100", "US", SEATTLE, id="in Chinese brackets"),
    pytest.param("\u0662\u0660\u0666\u0665\u0665\u0665\u0660\u0661\u0660\u0660", "US", SEATTLE, id="Arabic figures"),
    pytest.param("\u06f2\u06f0\u06f6 555 0100", "US", SEATTLE, id="Persian figures"),
    pytest.param("\u0968\u0966\u096c 555 0100", "US", SEATTLE, id="Devanagari figures"),
    pytest.param("\U0001d7d0\U0001d7ce\U0001d7d4 555 0100", "US", SEATTLE, id="mathematical figures"),
    pytest.param("2\ufe0f\u20e306 555 0100", "US", SEATTLE, id="a figure drawn as a key"),
    pytest.param("\u202a+12065550100\u202c", "GB", SEATTLE, id="with marks of direction"),
    pytest.param("\u2067+1 206\u200b555\u20600100\u2069", "GB", SEATTLE, id="isolated, with spaces of no width"),
    pytest.param(
        "+1\u00ad206\u00ad5550100\ufeff", "GB", SEATTLE, id="soft hyphens, and the mark of a file's beginning"
    ),
    pytest.param("\u3164+12065550100\u3164", "GB", SEATTLE, id="letters that are not seen"),
    pytest.param('"+1 206 555 0100"', "GB", SEATTLE, id="in quotes"),
    pytest.param("\u201e+1 206 555 0100\u201c", "GB", SEATTLE, id="in German quotes"),
    pytest.param("\u00ab\u202f+1 206 555 0100\u202f\u00bb", "GB", SEATTLE, id="in French quotes"),
    pytest.param("\u300c+1 206 555 0100\u300d", "GB", SEATTLE, id="in Japanese quotes"),
    pytest.param("'+12065550100", "GB", SEATTLE, id="after a spreadsheet's apostrophe"),
    pytest.param("\u2019+12065550100", "GB", SEATTLE, id="after an apostrophe of print"),
    pytest.param('="+12065550100"', "GB", SEATTLE, id="as a formula that is a text"),
    pytest.param("`+1 206 555 0100`", "GB", SEATTLE, id="Slack's code"),
    pytest.param("```+1 206 555 0100```", "GB", SEATTLE, id="Slack's block of code"),
    pytest.param("*+1 206 555 0100*", "GB", SEATTLE, id="bold"),
    pytest.param("_+1 206 555 0100_", "GB", SEATTLE, id="italics"),
    pytest.param("~+1 206 555 0100~", "GB", SEATTLE, id="struck through"),
    pytest.param("> +1 206 555 0100", "GB", SEATTLE, id="quoted"),
    pytest.param("&gt; +1 206 555 0100", "GB", SEATTLE, id="quoted and escaped"),
    pytest.param(":phone: +1 206 555 0100", "GB", SEATTLE, id="after Slack's emoji"),
    pytest.param("\U0001f4de +1 206 555 0100", "GB", SEATTLE, id="after an emoji"),
    pytest.param("\u260e\ufe0e+1 206 555 0100", "GB", SEATTLE, id="after a symbol"),
    pytest.param("<tel:+12065550100|020 7946 0000>", "GB", SEATTLE, id="Slack's link that shows another number"),
    pytest.param("<tel:+12065550100>", "GB", SEATTLE, id="Slack's link without a label"),
    pytest.param("<tel:2065550100|(206) 555-0100>", "US", SEATTLE, id="Slack's link without the country's code"),
    pytest.param("tel:+1-206-555-0100", "GB", SEATTLE, id="tel:"),
    pytest.param("TEL:+1(206)555.0100", "GB", SEATTLE, id="tel: with all separators"),
    pytest.param("tel:+1%20206%20555%200100", "GB", SEATTLE, id="tel: with what an address escapes"),
    pytest.param("tel:555-0100;phone-context=+1-206", "GB", SEATTLE, id="tel: with where it is local"),
    pytest.param("tel:+12065550100;isub=12;ext=", "GB", SEATTLE, id="tel: with what is of no number"),
    pytest.param("+12855550100", "GB", "BEYOND_PLAN", id="of an area that the plan does not know"),
    pytest.param("285 555 0100", "US", "BEYOND_PLAN", id="of such an area at home"),
    pytest.param("+1 285 555 0100 insist", "GB", "+12855550100", id="of such an area, insisted on"),
    pytest.param("6565550100", "US", "AMBIGUOUS", id="of America or of Singapore"),
    pytest.param("442079460000", "DE", "AMBIGUOUS", id="of Germany or of Britain"),
    pytest.param("206 555", "US", "NOT_VALID", id="half a number"),
    pytest.param("+1 206 555 01000", "US", "NOT_VALID", id="a figure too many"),
    pytest.param("+1 206 555 0100 insi", "US", "NOT_A_NUMBER", id="a word more"),
    pytest.param("206 555 insist", "US", "NOT_VALID", id="half a number, insisted on"),
    pytest.param("020 7946 0000", "US", "NOT_VALID", id="of which country"),
    pytest.param("+999 123456", "US", "NOT_VALID", id="of no country"),
    pytest.param("+1 111 555 0100", "US", "NOT_VALID", id="as no number begins there"),
    pytest.param("*67 206 555 0100", "US", "NOT_A_NUMBER", id="a code that is dialled"),
    pytest.param("#31#+12065550100", "US", "NOT_A_NUMBER", id="another code"),
    pytest.param("1-800-FLOWERS", "US", "NOT_A_NUMBER", id="letters"),
    pytest.param("\u00b2\u2070\u2076 555 0100", "US", "NOT_A_NUMBER", id="raised figures are of a footnote"),
    pytest.param("206 555 0100 x5", "US", "EXTENSION", id="an extension"),
    pytest.param("+1 206 555 0100 ext. 12", "US", "EXTENSION", id="an extension in words"),
    pytest.param("tel:+12065550100;ext=5", "US", "EXTENSION", id="tel: with an extension"),
    pytest.param("4.42079E+11", "GB", "SPOILT", id="as a spreadsheet shortens it"),
    pytest.param("4.42079e+011", "GB", "SPOILT", id="as another shortens it"),
    pytest.param("4,42079E+11", "FR", "SPOILT", id="as it shortens it in France"),
    pytest.param("3023125000.0", "DE", "SPOILT", id="with a nought that was added"),
    pytest.param("3023125000,00", "DE", "SPOILT", id="with noughts after a comma"),
    pytest.param("3023125000.5", "DE", "SPOILT", id="with a fraction"),
    pytest.param("12,065,550,100", "US", "SPOILT", id="with its thousands divided"),
]


@table(("said", "country", "meant"), WRITINGS)
def test_every_reader_reads_a_writing_alike(said: str, country: str, meant: str) -> None:
    forms = {name: read(said, country) for name, read in FORMS.items()}
    commands = {name: read(said, country) for name, read in COMMANDS.items()}
    # What is looked up needs no plan: it is found or is not, and is said to be beyond the plan.
    looked_up = str(telephone(said.removesuffix("insist") + " insist", country)) if meant == "BEYOND_PLAN" else meant
    forms["a pasted list"] = meant if forms["a pasted list"] == looked_up else forms["a pasted list"]
    assert forms == dict.fromkeys(FORMS, meant)
    assert {name for name, found in commands.items() if found not in (looked_up, *unmeant(name, meant))} == set()
    if meant.startswith("+"):
        assert of_a_hold(said, country) == meant


def unmeant(reader: str, meant: str) -> list[str]:
    """What is said where a text names no number, and a command can mean something else."""
    others = {"a number alone": "bad-verb", "release": "bad-hold", "log": "bad-subject"}
    return [others[reader]] if reader in others and meant in ("NOT_A_NUMBER", "NOT_VALID") else []


@table("locale", LOCALES)
@table("why", list(Unread))
def test_every_reason_is_said_in_a_list_and_alone(why: Unread, locale: str) -> None:
    assert "+1" in say(locale, why.alone, said="+1", choices="") or why is Unread.SEVERAL
    assert say(locale, why.value)


REAL = [
    number
    for region in ("US", "GB", "DE", "FR", "IT", "SG", "JP", "BR", "ZA", "AU")
    if (number := phonenumbers.example_number_for_type(region, PhoneNumberType.FIXED_LINE))
]
ZEROS = [0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xFF10, 0x1D7CE, 0x1D7EC]  # of ten figures each
UNSEEN = st.sampled_from(["", "", "\u200b", "\u200e", "\u202a", "\u2060", "\ufeff", "\u00ad", "\ufe0f", "\u2067"])
SPACES = st.sampled_from(
    [" ", "\u00a0", "\u2009", "\u202f", "\u3000", "-", "\u2010", "\u2011", "\u2013", "\u2212", "."]
)
AROUND = st.sampled_from(
    [
        *(
            ("", ""),
            ('"', '"'),
            ("\u201c", "\u201d"),
            ("\u00ab\u00a0", "\u00a0\u00bb"),
            ("'", ""),
            ("\u2018", "\u2019"),
        ),
        *(("*", "*"), ("_", "_"), ("~", "~"), ("`", "`"), ("```", "```"), ("> ", ""), (":phone: ", ""), ("tel:", "")),
    ]
)
SPOILS: list[Callable[[str], str]] = [
    lambda digits: f"{digits}.0",
    lambda digits: f"{digits},00",
    lambda digits: f"{int(digits):.5E}",
    lambda digits: f"{int(digits):.5E}".replace(".", ","),
    lambda digits: f"{int(digits):,}",
]


@st.composite
def disguised(draw: st.DrawFn) -> tuple[str, str]:
    """A real number, and the same in other signs."""
    number = draw(st.sampled_from(REAL))
    style = draw(st.sampled_from([PhoneNumberFormat.E164, PhoneNumberFormat.INTERNATIONAL]))
    zero, between = draw(st.sampled_from(ZEROS)), draw(SPACES)
    plus = draw(st.sampled_from(["+", "\uff0b", "00", "+00", "011"]))
    begin, end = draw(AROUND)
    text = phonenumbers.format_number(number, style).removeprefix("+")
    signs = (chr(zero + int(sign)) if sign.isdecimal() else between for sign in text)
    said = "".join(f"{sign}{draw(UNSEEN)}" for sign in signs)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164), f"{begin}{plus}{said}{end}"


def none_as_another(found: dict[str, str], meant: str, reasons: tuple[str, ...]) -> set[str]:
    """The readers that read something else, or refused it for what is not true."""
    return {name for name, number in found.items() if number not in (meant, *reasons)}


@settings(deadline=None, max_examples=60)
@given(disguised(), st.sampled_from(["US", "GB", "DE", "FR"]))
def test_a_number_in_other_signs_is_the_same_number_to_every_reader(pair: tuple[str, str], country: str) -> None:
    meant, said = pair
    # 011 and 00 are figures of a number, too, where somebody dials them at home: then both are asked about.
    assert none_as_another(read_by_all(said, country), meant, ("AMBIGUOUS",)) == set()


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(REAL), st.sampled_from(SPOILS), st.sampled_from(["US", "GB", "DE", "FR"]))
def test_what_a_spreadsheet_made_of_a_number_is_never_guessed(
    number: phonenumbers.PhoneNumber, spoil: Callable[[str], str], country: str
) -> None:
    said = spoil(phonenumbers.format_number(number, PhoneNumberFormat.E164).removeprefix("+"))
    assert none_as_another(read_by_all(said, country), "SPOILT", ()) == set()


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(REAL), st.sampled_from(["US", "GB", "DE", "FR", "SG"]))
def test_a_number_without_its_plus_is_that_number_or_asked_about(
    number: phonenumbers.PhoneNumber, country: str
) -> None:
    meant = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    assert none_as_another(read_by_all(meant.removeprefix("+"), country), meant, ("AMBIGUOUS",)) == set()
