"""What a table is taken for: its columns by what they are called, and what was not read is told."""

import pytest

from handlers.batches import lines
from handlers.inventory.verbs import VERBS
from handlers.kit import file_faults, headings
from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.kit.headings import Column
from handlers.kit.understood import Understood, Why, in_words
from handlers.ports import port_list
from handlers.ports.port_list import Bad
from store.batches.types import Line
from store.services.types import ServiceKind
from store.workspaces.types import LOCALES
from tests.table import table

ASSIGN, _, RELEASE = VERBS
FIRST, SECOND, THIRD = (f"+1206555010{at}" for at in range(3))


def read(content: str | bytes, country: str = "US") -> tuple[list[Line], Understood]:
    """The lines of a table for services, and what it was taken for."""
    found = lines.read_file(ASSIGN, content.encode() if isinstance(content, str) else content, country)
    assert found
    return found.lines, found.understood


@table(
    ("column", "names"),
    [
        (Column.NUMBER, "number Number DID MSISDN E.164 TN DDI Rufnummer telephone Phone phone_number PhoneNumber"),
        (Column.NUMBER, "TelephoneNumber Telefonnummer Numéro numéro Téléphone Ligne SDA Telefon Tel. NUMÉRO numero"),
        (Column.FIRST, "StartNumber RangeStart"),
        (Column.LAST, "EndNumber RangeEnd"),
        (Column.COUNTRY, "country Country IsoCountryCode Pays Land countryCode"),
        (Column.SERVICE_KIND, "service_kind ServiceKind"),
        (Column.SERVICE, "service Service"),
        (Column.DEFAULT, "default Default"),
        (None, "account Account forward_to fax BTN AssignmentStatus site 1 +12065550100"),
    ],
)
def test_columns_are_known_by_what_exports_and_people_call_them(column: Column | None, names: str) -> None:
    assert {headings.named(name) for name in names.split()} == {column}


@table(
    ("heading", "column"),
    [
        ("Phone number (E.164)", Column.NUMBER),
        ("Number 1", Column.NUMBER),
        ("  NUMÉRO  DE  TÉLÉPHONE * ", Column.NUMBER),
        ("N° de téléphone", Column.NUMBER),
        ("Telephone Number [required]", Column.NUMBER),
        ("Start number", Column.FIRST),
        ("Dernier numéro", Column.LAST),
        ("Type de service", Column.SERVICE_KIND),
        ("Name of the service", Column.SERVICE),
        ("Nom du service", Column.SERVICE),
        ("Numéro par défaut", Column.DEFAULT),
        ("number of seats", None),
        ("number" * 20, None),
    ],
)
def test_what_stands_beside_the_name_of_a_column_hides_it_not(heading: str, column: Column | None) -> None:
    assert headings.named(heading) == column


@table(
    ("said", "kind", "default"),
    [
        ("Audio-conferencing bridge;VRAI", ServiceKind.BRIDGE, True),
        ("AUDIO CONFERENCING BRIDGE;WAHR", ServiceKind.BRIDGE, True),
        ("Pont d\u2019audioconférence;oui", ServiceKind.BRIDGE, True),
        ("pont d'audioconference;ja", ServiceKind.BRIDGE, True),
        ("bridge;x", ServiceKind.BRIDGE, True),
        ("Pont;vrai", ServiceKind.BRIDGE, True),
        ("Audio Conferencing;", ServiceKind.BRIDGE, False),
        ("file d\u2019attente;", ServiceKind.QUEUE, False),
        ("Conference;1", ServiceKind.BRIDGE, True),
        ("'bridge;TRUE", ServiceKind.BRIDGE, True),
        ("bridge;", ServiceKind.BRIDGE, False),
        ("bridge;FAUX", ServiceKind.BRIDGE, False),
        ("bridge;nein", ServiceKind.BRIDGE, False),
        ("bridge;0", ServiceKind.BRIDGE, False),
        ("Standard automatique;non", ServiceKind.ATTENDANT, False),
        ("Auto attendant;no", ServiceKind.ATTENDANT, False),
        ("File d\u2019attente d\u2019appels;-", ServiceKind.QUEUE, False),
        ("Call queue;FALSE", ServiceKind.QUEUE, False),
    ],
)
def test_a_service_is_read_by_its_code_and_by_what_either_language_calls_it(
    said: str, kind: ServiceKind, *, default: bool
) -> None:
    ((line,), _) = read(f"Phone number;service_kind;default;service\n206 555 0100;{said};Contoso\n")
    assert (line.e164, line.kind, line.name, line.as_default) == (FIRST, kind, "Contoso", default)
    assert line.outcome is None


@table("service", ["bridge;Contoso", ";"])
def test_what_is_neither_yes_nor_no_is_refused(service: str) -> None:
    ((line,), _) = read(f"number;service_kind;service;default\n206 555 0100;{service};perhaps\n")
    assert (line.e164, line.outcome) == (FIRST, "refused-not-yes-or-no")


@table("service", ["fax;Sales", "voicemail;", "Sales;bridge"])
def test_a_kind_that_there_is_not_is_refused_as_that(service: str) -> None:
    ((line,), _) = read(f"number;service_kind;service\n206 555 0100;{service}\n")
    assert (line.e164, line.outcome) == (FIRST, "refused-no-such-kind")


def test_a_row_may_say_the_default_of_the_service_that_the_form_names() -> None:
    listed, _ = read("number;default\n206 555 0100;\n206 555 0101;oui\n")
    assert [line.as_default for line in listed] == [False, True]


@table(
    ("row", "e164"),
    [
        ("020 7946 0000,GB", "+442079460000"),
        ("020 7946 0000,gb", "+442079460000"),
        ("020 7946 0000,GBR", "+442079460000"),
        ("020 7946 0000,United Kingdom", "+442079460000"),
        ("020 7946 0000,Royaume-Uni", "+442079460000"),
        ("030 23125000,Deutschland", "+493023125000"),
        ("206 555 0100,", FIRST),
        ("+1 206 555 0100,GB", FIRST),
        ("+1 206 555 0100,Narnia", FIRST),
        ("206 555 0100,Narnia", None),
    ],
)
def test_a_number_without_its_countrys_code_is_of_the_country_of_its_row(row: str, e164: str | None) -> None:
    ((line,), _) = read(f"number,country\n{row}\n")
    assert line.e164 == e164
    assert line.outcome == (None if e164 else Bad.COUNTRY)


def test_columns_with_the_ends_of_ranges_are_read_as_ranges() -> None:
    content = b"Start number,End number,Site\n206 555 0100,206 555 0101,a\n206 555 0102,,b\n206 555 0103,0104,c\n"
    listed = port_list.read_csv(content, "US")
    assert [each.e164 for each in listed.numbers] == [f"+1206555010{at}" for at in range(5)]
    assert listed.understood
    assert listed.understood.why is Why.RANGES
    assert listed.understood.columns_unread == ["Site"]


@table(
    ("row", "why"),
    [
        ("206 555 0109,206 555 0100", Bad.RANGE),
        (",206 555 0100", Bad.ENDS),
        ("206 555 0100,n/a", Bad.ENDS),
        ('"206 555 0100, 206 555 0101",206 555 0109', Bad.ENDS),
        ("206 555 0100,206 555 0109,x,y", Bad.CELLS),
    ],
)
def test_what_is_no_range_is_told(row: str, why: Bad) -> None:
    listed = port_list.read_csv(f"First number,Last number,Site\n{row}\n206 555 0110,206 555 0111,a\n".encode(), "US")
    assert [refused.why for refused in listed.refused] == [why]
    assert len(listed.numbers) == 2


@table(
    ("content", "country", "many", "why"),
    [
        ("Start number;Quantity\n206 555 0100;10\n206 555 0120;\n206 555 0130;1.0\n", "US", 12, None),
        ("Premier numéro;Quantité\n01 42 68 53 00;3\n", "FR", 3, None),
        ("Numéro de début;Nombre de numéros\n01 42 68 53 00;3\n", "FR", 3, None),
        ("N° de début;Nb de numéros\n01 42 68 53 00;3\n", "FR", 3, None),
        ("Starting TN;Block size\n206 555 0000;1 000\n206 556 0000;1,000\n", "US", 2000, None),
        ("Start number;Qty\n206 555 0100;some\n", "US", 0, Bad.COUNT),
        ("Start number;Qty\n206 555 0100;0\n", "US", 0, Bad.COUNT),
        ("Start number;Qty\n206 555 0100;20000\n", "US", 0, Bad.RANGE),
        ("Start number;Qty\nfoo;5\n206 555 0100;1\n", "US", 1, Bad.NOT_A_NUMBER),
        ("Start number;End number;Qty\n206 555 0100;206 555 0109;10\n", "US", 10, None),
        ("Start number;End number;Qty\n206 555 0100;206 555 0109;9\n", "US", 0, Bad.OTHER_COUNT),
        ("Number;Qty\n206 555 0100;1\n206 555 0101;\n206 555 0102;n/a\n206 555 0110-0119;10\n", "US", 13, None),
        ("Number;Qty\n206 555 0100;10\n", "US", 0, Bad.OTHER_COUNT),
    ],
)
def test_a_quantity_is_how_many_numbers_follow_the_first_or_is_refused(
    content: str, country: str, many: int, why: Bad | None
) -> None:
    listed = port_list.read_csv(content.encode(), country)
    assert (len(listed.numbers), [refused.why for refused in listed.refused]) == (many, [why] if why else [])


def test_what_a_quantity_came_to_is_told_before_anything_is_done() -> None:
    _, understood = read("Start number;Quantity\n206 555 0100;10\n")
    assert (understood.why, understood.numbers) == (Why.COUNTED, ["Start number", "Quantity"])
    assert "is read as 10 numbers: +1 206-555-0100 to +1 206-555-0109" in in_words("en", understood.kept())


@table("content", ["Start number,Site\n206 555 0100,a\n", "End number,Quantity\n206 555 0100,5\n"])
def test_one_end_of_ranges_without_the_other_is_asked_about(content: str) -> None:
    with pytest.raises(UnreadFile) as unread:
        read(content)
    assert unread.value.fault is FileFault.ONE_END


def test_a_title_above_numbers_that_can_be_nothing_else_is_told_as_not_read() -> None:
    listed, understood = read("Ours\n+1 206 555 0100\n+1 206 555 0101\n")
    assert [line.e164 for line in listed] == [FIRST, SECOND]
    assert (understood.why, understood.lines_unread) == (Why.ALONE, ["1"])


def test_a_row_with_more_cells_than_headings_is_not_read_as_something_else() -> None:
    listed, _ = read("number,service_kind,service\n206 555 0100,queue,Sales, North\n206 555 0101,queue,Sales,,\n")
    assert [line.outcome for line in listed] == [Bad.CELLS, None]


@table(
    ("content", "fault", "columns"),
    [
        (b"Account,Name\n2065550199,Contoso\n", FileFault.UNKNOWN_HEADINGS, ("Account", "Name")),
        (b"Account\n2065550199\n", FileFault.UNKNOWN_HEADINGS, ("Account",)),
        (b"Site,Leitung\nA,206 555 0100\n", FileFault.UNKNOWN_HEADINGS, ("Site", "Leitung")),
        (b"Home,Work\n206 555 0100,206 555 0101\n", FileFault.WHICH_COLUMN, ("Home", "Work")),
        (b"phone,did\n206 555 0100,206 555 0101\n", FileFault.WHICH_COLUMN, ("phone", "did")),
        (b"206 555 0100,206 555 0101,,206 555 0103\n", FileFault.WHICH_COLUMN, (1, 2, 4)),
        (b"2065550199,206 555 0100\n2065550199,206 555 0101\n", FileFault.WHICH_COLUMN, (1, 2)),
        (
            b"number,Start number,End number\n206 555 0100,206 555 0100,206 555 0109\n",
            FileFault.WHICH_COLUMN,
            ("number", "Start number", "End number"),
        ),
        (b"number,service,Service name\n206 555 0100,a,b\n", FileFault.SAME_HEADINGS, ("service", "Service name")),
        (b'number,service\n206 555 0100,"a\n206 555 0101,b\n', FileFault.NO_TABLE, ()),
        (b"<!DOCTYPE html><table>", FileFault.WEB_PAGE, ()),
        (b"<?xml version='1.0'?><Workbook>", FileFault.WORKBOOK, ()),
        (b"%PDF-1.7\n", FileFault.NO_TEXT, ()),
        ("Номер;Город\n+12065550100;Москва\n".encode("cp1251"), FileFault.NO_TEXT, ()),
        ("Номер;Имя\n+12065550100;Москва\n".encode("koi8-r"), FileFault.NO_TEXT, ()),
        ("number,名前\n+12065550100,東京本社\n".encode("shift_jis"), FileFault.NO_TEXT, ()),
        ("电话号码,名称\n+12065550100,北京\n".encode("gbk"), FileFault.NO_TEXT, ()),
        ("전화번호,이름\n+12065550100,서울\n".encode("euc_kr"), FileFault.NO_TEXT, ()),
        ("טלפון;שם\n+12065550100;תל אביב\n".encode("cp1255"), FileFault.NO_TEXT, ()),
        (b"\xef\xbb\xbfnumber\n\xe9\n", FileFault.NO_TEXT, ()),
    ],
)
def test_what_can_be_read_in_several_ways_is_asked_and_not_chosen(
    content: bytes, fault: FileFault, columns: tuple[str | int, ...]
) -> None:
    with pytest.raises(UnreadFile) as unread:
        lines.read_file(ASSIGN, content, "US")
    assert unread.value.fault == fault
    assert tuple(unread.value.unused.columns) == columns
    for locale in LOCALES:
        assert file_faults.in_words(locale, unread.value.unused.kept(), file="x", most=1_000_000)


def test_of_columns_with_one_meaning_the_one_that_says_something_is_read() -> None:
    ((line,), understood) = read("number,Phone,service,Service name\n,206 555 0100,Sales,\n")
    assert (line.e164, line.name) == (FIRST, "Sales")
    assert (understood.numbers, understood.columns_unread) == (["Phone"], [])


def test_it_is_told_what_was_read_and_what_was_not() -> None:
    content = (
        "Numbers to port;;;\n;;;\nSite;Phone number;Country;Name of the service;Note\n"
        "a;206 555 0100;US;Sales;x\nb;206 555 0101;;;\nc;;;Support;\n;;;;\nTotal;;;;2\n"
    )
    listed, understood = read(content)
    assert [line.e164 for line in listed] == [FIRST, SECOND]
    assert in_words("en", understood.kept()) == (
        "The numbers were read from “Phone number”, for its heading. Also read: “Country”, “Name of the service”. "
        "Not read: “Site”, “Note”. Lines that were not read, for no number stands there: 1, 6, 8. "
        "“206 555 0100” is read as +1 206-555-0100 (country US). "
        "“206 555 0101” is read as +1 206-555-0101 (country US)."
    )
    released = lines.read_file(RELEASE, content.encode(), "US")
    assert released
    assert released.understood.columns_unread == ["Site", "Name of the service", "Note"]


@table(
    ("content", "said"),
    [
        ("206 555 0100\n", "The numbers were read from the only column there is."),
        (
            "My list\n\n206 555 0100\n",
            "from the only column there is. Lines that were not read, for ",
        ),
        ("a,206 555 0100\n", "The numbers were read from column 2, the only one with numbers. Not read: column 1."),
        ("number,,x\n206 555 0100,y,\n", "from “number”, for its heading. Not read: column 2."),
    ],
)
def test_columns_without_headings_are_told_by_their_places(content: str, said: str) -> None:
    assert said in in_words("en", read(content)[1].kept())


def test_of_much_that_was_not_read_some_is_told() -> None:
    head = ",".join(["number", *(f"col {at}" for at in range(2, 50))])
    rows = "".join(f"{FIRST if at == 0 else ''}{',x' * 48}\n{SECOND}{',y' * 48}\n" for at in range(40))
    _, understood = read(f"{head}\n{rows}")
    assert (len(understood.columns_unread), understood.columns_unread[-1]) == (11, "…")
    assert (len(understood.lines_unread), understood.lines_unread[-1]) == (11, "…")
    assert all(len(in_words(locale, understood.kept())) < 2_000 for locale in LOCALES)


@table(
    ("encoding", "page"),
    [
        ("cp1252", "Windows-1252"),
        ("cp850", "DOS CP850"),
        ("cp437", "DOS CP850"),
        ("mac_roman", "Mac Roman"),
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
    ],
)
@table(
    "name",
    ["Réception", "Hôtel Élysée", "Zoé", "Ventes à Zürich", "Größe Müller", "Straße", "Peñalara", "ÉCOLE", "Noël"],
)
def test_letters_stay_whatever_program_has_written_them(encoding: str, page: str, name: str) -> None:
    ((line,), understood) = read(f"number;service_kind;service\n206 555 0100;queue;{name}\n".encode(encoding))
    assert line.name == name
    assert understood.code_page == page
    assert bool(understood.letters) == bool(page)
    assert page in in_words("fr", understood.kept())
