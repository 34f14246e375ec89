"""Tables made of real ones, as programs and people write them, are read to the same values."""

import csv
import io
from collections.abc import Sequence
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.batches import lines
from handlers.inventory.verbs import VERBS
from handlers.ports import port_list
from store.services.types import ServiceKind

NUMBERS = {
    "+12065550100": ["+12065550100", "206 555 0100", "(206) 555-0100", "'+12065550100", '="+12065550100"'],
    "+12065550101": ["+1 206-555-0101", "206.555.0101", "12065550101", "tel:+12065550101", "\u202a+12065550101\u202c"],
    "+442079460000": ["+44 20 7946 0000", "0044 20 7946 0000", "+442079460000"],
}
KINDS = {
    ServiceKind.BRIDGE: ["bridge", "Audio-conferencing bridge", "Pont d\u2019audioconférence", "CONFERENCE"],
    ServiceKind.QUEUE: ["queue", "Call queue", "call-queue", "File d\u2019attente d\u2019appels"],
}
NAMES = ["Sales", "Réception", 'the "old" one', "Sales, North", "a;b", "two\nlines", "a\tb", "x|y"]
HEADINGS = (
    ["number", "Phone number", "NUMÉRO", "Numéro de téléphone", "TelephoneNumber", "Rufnummer", "E.164", "did"],
    ["service_kind", "Service type", "Type de service"],
    ["service", "Name of the service", "Nom du service"],
    ["account", "forward_to", "Note", "Site", ""],
)
NOTES = ["", "2065550199", "4711", "x"]
TITLES = [[], [["Numbers to port"]], [["Numéros"], []], [["Export", "2026"], [], []]]
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "cp850", "mac_roman"]

Written = tuple[str, ServiceKind, str]


@st.composite
def rows_of(draw: st.DrawFn) -> tuple[list[Written], list[list[str]]]:
    """What a table says, and its rows with their headings in some order."""
    order = draw(st.permutations(range(4)))
    said, written = [], [[draw(st.sampled_from(names)) for names in HEADINGS]]
    for e164 in draw(st.lists(st.sampled_from(list(NUMBERS)), min_size=1, max_size=3, unique=True)):
        kind, name = draw(st.sampled_from(list(KINDS))), draw(st.sampled_from(NAMES))
        cells = [draw(st.sampled_from(NUMBERS[e164])), draw(st.sampled_from(KINDS[kind])), name]
        written.append([*cells, draw(st.sampled_from(NOTES))])
        said.append((e164, kind, " ".join(name.split())))
    return said, [[row[at] for at in order] for row in written]


@st.composite
def saved_anew(draw: st.DrawFn, content: str, separator: str, end: str) -> str:
    """The same, saved by a program that separates columns by something else, and so takes each row for one cell."""
    other = draw(st.sampled_from([each for each in ",;\t|" if each != separator]))
    quoting: Literal[0, 1] = csv.QUOTE_ALL if end == "\r" or draw(st.booleans()) else csv.QUOTE_MINIMAL
    text, more = io.StringIO(newline=""), [""] * draw(st.integers(0, 2))
    writer = csv.writer(text, delimiter=other, lineterminator=end, quoting=quoting)
    for row in csv.reader(io.StringIO(content, newline=""), delimiter=separator):
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=separator, lineterminator="\n").writerow(row)
        writer.writerow([line.getvalue().removesuffix("\n"), *more])
    return text.getvalue()


@st.composite
def files_of(draw: st.DrawFn, rows: Sequence[Sequence[str]]) -> bytes:
    """These rows as some program writes them."""
    separator, end = draw(st.sampled_from(",;\t|")), draw(st.sampled_from(["\n", "\r\n", "\r"]))
    # Where a line ends with \r alone, this writer would not put a cell with \n in quotation marks.
    quoting: Literal[0, 1] = csv.QUOTE_ALL if end == "\r" or draw(st.booleans()) else csv.QUOTE_MINIMAL
    more = draw(st.integers(0, 2))  # separators that trail
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerows(draw(st.sampled_from(TITLES)))
    for row in rows:
        writer.writerow([*row, *[""] * more])
        writer.writerows([[]] * draw(st.integers(0, 1)))
    content = draw(st.just(text.getvalue()) | saved_anew(text.getvalue(), separator, end))
    said = f"sep={separator}{end}" if draw(st.booleans()) else ""
    whole, encoding = f"{said}{content}", draw(st.sampled_from(ENCODINGS))
    # What a code page does not have would be lost before anybody reads it.
    return whole.encode(encoding if whole.encode(encoding, "ignore").decode(encoding) == whole else "utf-8")


@settings(max_examples=150)
@given(st.data())
def test_a_table_is_read_to_the_same_values(data: st.DataObject) -> None:
    said, rows = data.draw(rows_of())
    content = data.draw(files_of(rows))
    found = lines.read_file(VERBS[0], content, "US")
    listed = port_list.read_csv(content, "US")
    assert found
    numbers = [e164 for e164, _, _ in said]
    assert [line.e164 for line in found.lines] == numbers == [each.e164 for each in listed.numbers]
    assert [(line.kind, line.name) for line in found.lines] == [(kind, name) for _, kind, name in said]
