"""Whatever reads a telephone number reads it alike: commands, lists, files and the fields of modals."""

import pytest

from handlers.kit.messages import say
from handlers.kit.number_reading import Unread
from handlers.kit.telephone import choices, spans, telephone
from store.workspaces.types import LOCALES
from tests.rules.readers import COMMANDS, FORMS, of_a_hold
from tests.table import table

SEATTLE, LONDON, BERLIN = "+12065550100", "+442079460000", "+493023125000"

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
    pytest.param(
        "<tel:%2B1%20206%20555%200100|call us>", "GB", SEATTLE, id="Slack's link with what an address escapes"
    ),
    pytest.param("<tel:0100;phone-context=+1206555|0100>", "GB", SEATTLE, id="Slack's link with where it is local"),
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
    pytest.param("+49 30 23125 00-99", "US", "AMBIGUOUS", id="a German number, or a hundred"),
    pytest.param("+49 221 999902-05", "US", "AMBIGUOUS", id="a German number, or four by their last figures"),
    pytest.param("+43 1 58801-805", "US", "AMBIGUOUS", id="an Austrian number, or five by their last figures"),
    pytest.param("+49 30 2312500-99", "US", "AMBIGUOUS", id="a German number, or a hundred in fewer groups"),
    pytest.param("2065550100-9", "US", "AMBIGUOUS", id="ten numbers of America, or one of Egypt"),
    pytest.param("+352-27-12-34-56", "US", "+35227123456", id="with one dash between all groups, as its plan has them"),
    pytest.param("27-12-34-36", "LU", "+35227123436", id="so, where the last group could end a range"),
    pytest.param("tel:+352-27-12-34-56", "US", "+35227123456", id="so, as a tel: link"),
    pytest.param("+352-2712-34-56", "US", "+35227123456", id="with one dash between all groups, in others"),
    pytest.param("+352 27 12 34-56", "US", "AMBIGUOUS", id="with a dash before the last group alone"),
    pytest.param("+49-30-23125-000-009", "US", "AMBIGUOUS", id="with one dash between all groups, or ten numbers"),
    pytest.param("030 2312-5000", "DE", "+493023125000", id="a German extension of four figures"),
    pytest.param("206 555 0100 / 206 555 0101", "US", "SEVERAL", id="two numbers with a slash between them"),
    pytest.param("206 555 0100 206 555 0101", "US", "SEVERAL", id="two numbers beside each other"),
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
    pytest.param("+1 206 555 0100;ext=12", "GB", "EXTENSION", id="an extension as of a link, without one"),
    pytest.param("Main: +1 206 555 0100", "GB", SEATTLE, id="after a label"),
    pytest.param("Tel. +1 206 555 0100", "GB", SEATTLE, id="after another label"),
    pytest.param("Tel.: +1 206 555 0100", "GB", SEATTLE, id="after a label with two signs"),
    pytest.param("n\u00b0 +1 206 555 0100", "GB", SEATTLE, id="after a French label"),
    pytest.param("+1 206 555 0100?", "GB", SEATTLE, id="in a question"),
    pytest.param("+1 206 555 0100;", "GB", SEATTLE, id="before what ends it in a list"),
    pytest.param("2) +1 206 555 0100", "GB", SEATTLE, id="numbered"),
    pytest.param("+1 206 555 0100 ext. 12", "US", "EXTENSION", id="an extension in words"),
    pytest.param("tel:+12065550100;ext=5", "US", "EXTENSION", id="tel: with an extension"),
    pytest.param("+1 206 555 0100,,123#", "US", "EXTENSION", id="what is dialled after a pause"),
    pytest.param("a) +1 206 555 0100", "GB", SEATTLE, id="numbered with a letter"),
    pytest.param("4.42079E+11", "GB", "SPOILT", id="as a spreadsheet shortens it"),
    pytest.param("4.42079e+011", "GB", "SPOILT", id="as another shortens it"),
    pytest.param("4,42079E+11", "FR", "SPOILT", id="as it shortens it in France"),
    pytest.param("3023125000.0", "DE", "SPOILT", id="with a nought that was added"),
    pytest.param("3023125000,00", "DE", "SPOILT", id="with noughts after a comma"),
    pytest.param("3023125000.5", "DE", "SPOILT", id="with a fraction"),
    pytest.param("12,065,550,100", "US", "SPOILT", id="with its thousands divided"),
    pytest.param("2,065,550,100.00", "US", "SPOILT", id="as an amount"),
    pytest.param("3.023.125.000,00", "DE", "SPOILT", id="as an amount in Germany"),
    pytest.param("142\u202f685\u202f300,00", "FR", "SPOILT", id="as an amount in France"),
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
    if meant not in ("NOT_A_NUMBER", "NOT_VALID"):
        return []
    others = {"a number alone": "bad-verb", "release": "bad-hold", "log": "bad-subject"}
    return ["bad-extra", *([others[reader]] if reader in others else [])]


@table(
    ("said", "country", "meant"),
    [
        ("6565550100", "US", [range(16565550100, 16565550101), range(6565550100, 6565550101)]),
        ("2065550100-9", "US", [range(20655501009, 20655501010), range(12065550100, 12065550110)]),
        ("+43 1 58801-805", "US", [range(43158801805, 43158801806), range(43158801, 43158806)]),
        ("+49 30 23125 05-15", "US", [range(4930231250515, 4930231250516), range(49302312505, 49302312516)]),
    ],
)
def test_what_a_writing_may_be_is_offered_in_writings_that_can_be_nothing_else(
    said: str, country: str, meant: list[range]
) -> None:
    assert [span for each in choices(said, country) for _, span in spans(each, country)] == meant


@table("locale", LOCALES)
@table("why", list(Unread))
def test_every_reason_is_said_in_a_list_and_alone(why: Unread, locale: str) -> None:
    assert "+1" in say(locale, why.alone, said="+1", choices="") or why is Unread.SEVERAL
    assert say(locale, why.value)
