"""Files with a column of numbers are read whatever made them, or refused with what is so."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.kit.file_faults import FileFault, UnreadFile
from handlers.ports import port_list
from handlers.ports.port_list import Listed
from tests.table import table

ACCENTED = "Num\u00e9ro\tVille\n206 555 0100\tB\u00e2le\n206 555 0101\tLyon\n"
ENCODINGS = ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp850", "mac_roman")


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["US", "GB", ""]))
def test_no_file_is_too_strange(content: bytes, country: str) -> None:
    with suppress(UnreadFile):
        port_list.read_csv(content, country)


@table(
    "content",
    [
        pytest.param(b"206 555 0100\n206 555 0101\n", id="one column"),
        pytest.param(b"Number,Site\n206 555 0100,Seattle\n206 555 0101,Tacoma\n", id="commas"),
        pytest.param(b"Site;Number 1\r\nSeattle;206 555 0100\r\nTacoma;206 555 0101\r\n", id="semicolons"),
        pytest.param(b"Site\tNumber\nSeattle\t206 555 0100\nTacoma\t206 555 0101\n", id="tabs"),
        pytest.param(b"\xef\xbb\xbf206 555 0100,a\n206 555 0101,b\n", id="a byte order mark"),
        pytest.param(
            "\ufeff".encode().decode("cp1252").encode() + b"Number;Site\n206 555 0100;a\n206 555 0101;b\n",
            id="a mark that a program misread",
        ),
        pytest.param("Numéro;Ville\n206 555 0100;Bâle\n206 555 0101;Orléans\n".encode("cp1252"), id="cp1252"),
        pytest.param(b'Site,Number\n"Main St, 5","206 555 0100"\n"Pike St, 7","206 555 0101"\n', id="quoted"),
        pytest.param(b'a,"=""+12065550100"""\nb,"=""+12065550101"""\n', id="as formulas"),
        pytest.param(b"BTN,Number\n206 555 0199,206 555 0100\n206 555 0199,206 555 0101\n", id="beside the account's"),
        pytest.param(b"Numbers to port\n\nSite,Number\na,206 555 0100\nb,206 555 0101\n", id="under a title"),
        pytest.param(b"forward_to,number\n206 555 0198,206 555 0100\n206 555 0199,206 555 0101\n", id="beside others"),
        pytest.param(b"Site|Number\na, b|206 555 0100\nc, d|206 555 0101\n", id="pipes"),
        pytest.param(b"sep=;\r\nSite;Number\r\na,b,c;206 555 0100\r\na,b,c;206 555 0101\r\n", id="a sep= line"),
        pytest.param(
            b'Number;Service address\n206 555 0100;"5, Main St, Seattle"\n206 555 0101;"7, Pike St, Seattle"\n',
            id="commas in an address",
        ),
        *(
            pytest.param(ACCENTED.encode(encoding), id=encoding)
            for encoding in (
                "utf-16",
                "utf-16-le",
                "utf-16-be",
                "utf-32",
                "utf-32-le",
                "utf-32-be",
                "cp850",
                "mac_roman",
            )
        ),
        pytest.param(b"Site,Number\na\nb,206 555 0100-0101\n", id="rows of different lengths, a range"),
    ],
)
def test_a_csv(content: bytes) -> None:
    listed = replace(port_list.read_csv(content, "US"), understood=None)
    assert listed == port_list.read("206 555 0100\n206 555 0101", "US")


def test_bad_numbers_of_a_csv_are_told() -> None:
    listed = port_list.read_csv(b"Site,Number\na,1.20656E+10\nb,206 555 0100\nc,n/a\n", "US")
    assert listed
    assert [refused.said for refused in listed.refused] == ["1.20656E+10", "n/a"]


@table(
    ("content", "fault"),
    [
        pytest.param(b"PK\x03\x04\x00\x00\x00", FileFault.WORKBOOK, id="a workbook"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1", FileFault.WORKBOOK, id="an old workbook"),
        pytest.param(b"%PDF-1.7\n\x00\x9d", FileFault.NO_TEXT, id="a PDF"),
        pytest.param(b"\x81\x8d\x8f", FileFault.NO_TEXT, id="bytes that mean nothing"),
        pytest.param(b'"' + b"a" * 200_000, FileFault.NO_TABLE, id="a cell without an end"),
        pytest.param(
            b"phone,number\n206 555 0100,206 555 0109\n206 555 0110,206 555 0119\n",
            FileFault.WHICH_COLUMN,
            id="two columns that are called after numbers",
        ),
        pytest.param(b"206 555 0100,206 555 0101\n", FileFault.WHICH_COLUMN, id="numbers beside each other"),
    ],
)
def test_what_cannot_be_read_or_in_several_ways_is_refused(content: bytes, fault: FileFault) -> None:
    with pytest.raises(UnreadFile) as unread:
        port_list.read_csv(content, "US")
    assert unread.value.fault == fault


def test_an_empty_csv_has_no_numbers() -> None:
    assert port_list.read_csv(b"", "US") == Listed()
