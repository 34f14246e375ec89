"""What we export is opened by a real LibreOffice, saved as CSV in its ways, and read again as the same."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlalchemy import insert

from handlers.batches import lines
from handlers.inventory import listing
from handlers.inventory.verbs import VERBS
from handlers.kit.cells import bare
from handlers.kit.rows import rows
from handlers.record import log
from store.inventory.types import EVERY
from store.numbers.table import NumberRow
from store.numbers.types import Status
from store.types import E164, Kind
from tests.desk import HOME, Desk
from tests.rules.test_cells import LEFT, TAKEN
from tests.store.serving import assign, own

OFFICE = shutil.which("soffice")
WITHIN = 100  # seconds, also where much else runs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.parametrize("engine_name", ["sqlite"], indirect=True),  # a file is the same from any
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here (apt-get install libreoffice-calc)"),
]

# Of more and of less than eleven digits: what is longer, Excel shows and saves as 4.4E+11 where it is no text.
ABROAD = {"GB": "+442079460000", "DE": "+493023125000", "SG": "+6565550100", "FR": "+33939000000"}
NAMES = [name for name in (*TAKEN, *LEFT, "Zoé, Réception; Zürich", 'the "old" desk') if name]

# How LibreOffice reads and writes CSV: what separates columns, the quotation mark, the encoding (76 is UTF-8, 1 is
# Windows-1252, 4 is DOS CP850, 65535 is UTF-16), the first line, formats of columns, the language, whether what is in
# quotation marks is text, whether numbers, dates and the like are looked for (or: cells are saved as they are shown).
# https://help.libreoffice.org/latest/en-US/text/shared/guide/csv_params.html, November 2026.
OPENED = "CSV:44,34,76,1,,{language},false,{looks}"
SAVED = "csv:Text - txt - csv (StarCalc):{separator},34,{encoding},1,,0,{quoted},true,false"


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a LibreOffice of this process alone keeps its settings."""
    return tmp_path_factory.mktemp("profile")


def through(profile: Path, file: Path, *conversions: Sequence[str]) -> bytes:
    """The file, opened and saved by LibreOffice once for each of these."""
    home = f"-env:UserInstallation=file://{profile}"
    for number, (kind, *how) in enumerate(conversions):
        folder = file.parent / str(number)
        command = [str(OFFICE), home, "--headless", *how, "--convert-to", kind, "--outdir", str(folder), str(file)]
        subprocess.run(command, check=True, timeout=WITHIN, capture_output=True)
        file = folder / f"{file.stem}.{kind.split(':')[0]}"
    return file.read_bytes()


def opened(looks: str = "true", language: str = "1033") -> str:
    return f"--infilter={OPENED.format(looks=looks, language=language)}"


def saved(separator: str = ",", encoding: int = 76, quoted: str = "false") -> str:
    return SAVED.format(separator=ord(separator), encoding=encoding, quoted=quoted)


def stocked(desk: Desk) -> list[E164]:
    """Numbers of ours of several countries, and services with names that spreadsheets take for something else."""
    own(desk)
    at_home = [E164(f"+1206555{last:04}") for last in range(100, 100 + len(NAMES))]
    ours = {"region": "", "city": "", "kind": Kind.TOLL, "status": Status.ACQUIRED, "workspace": HOME, "hold": 1}
    abroad = [(country, E164(e164)) for country, e164 in ABROAD.items()]
    numbers = [*(("US", e164) for e164 in at_home), *abroad]
    with desk.database.begin() as db:
        db.execute(insert(NumberRow), [{"e164": e164, "country": country, **ours} for country, e164 in numbers])
    for number, name in zip(at_home, NAMES, strict=True):
        assign(desk, number, name)
    return [e164 for _, e164 in numbers]


@pytest.mark.parametrize(
    "conversions",
    [
        pytest.param([(saved(), opened())], id="as it is, everything looked for"),
        pytest.param([(saved(";", 1), opened(language="1036"))], id="in French, as Windows-1252"),
        pytest.param([(saved(";", 4, "true"), opened(language="1031"))], id="in German, as DOS, in quotation marks"),
        pytest.param([(saved("\t", 65535), opened("false"))], id="tabs, as UTF-16"),
        pytest.param([("xlsx", opened()), (saved("|"),)], id="as a workbook first"),
        pytest.param([("ods", opened()), ("xlsx",), (saved(";"),)], id="as two workbooks first"),
    ],
)
def test_the_list_of_numbers_survives_a_spreadsheet(
    desk: Desk, profile: Path, tmp_path: Path, conversions: Sequence[Sequence[str]]
) -> None:
    numbers = stocked(desk)
    path = tmp_path / "numbers.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        listing.write(desk.tools, HOME, EVERY, file)
    before = lines.read_file(VERBS[0], path.read_bytes(), "US")
    after = lines.read_file(VERBS[0], through(profile, path, *conversions), "US")
    assert before
    assert after
    assert after.lines == before.lines
    assert {line.e164 for line in after.lines} >= set(numbers)
    assert {line.name for line in after.lines} == {*NAMES, ""}


def test_the_record_survives_a_spreadsheet(desk: Desk, profile: Path, tmp_path: Path) -> None:
    stocked(desk)
    path = tmp_path / "log.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        log.write(desk.tools, HOME, 10_000, file)
    before, after = (
        rows(content).rows for content in (path.read_bytes(), through(profile, path, (saved(";"), opened())))
    )
    assert [[bare(cell) for cell in row] for row in after] == [[bare(cell) for cell in row] for row in before]
