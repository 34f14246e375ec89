"""A key to a carrier as operators have it is read as it was meant, or refused without a word of it."""

import pytest

from bot.carriers.given import BadAccount, check_public_key, read_account
from handlers.kit.carriers import CarrierName
from tests.table import table

TELNYX, ACS = CarrierName("telnyx"), CarrierName("acs")
AZURE = "https://desk.communication.azure.com"
KEY = "c2VjcmV0LW9mLWZpY3Rpb24="


@table(
    "name, said, url, read",
    [
        (TELNYX, f"{KEY}\n", None, ("https://api.telnyx.com/v2", KEY)),
        (TELNYX, KEY, "http://127.0.0.1:4780/_carriers/telnyx/v2/", ("http://127.0.0.1:4780/_carriers/telnyx/v2", KEY)),
        (ACS, f"endpoint={AZURE}/;accesskey={KEY}", None, (AZURE, KEY)),
        (ACS, f" AccessKey={KEY} ; Endpoint={AZURE};\n", None, (AZURE, KEY)),
        (ACS, f"endpoint={AZURE}/;accesskey={KEY}", AZURE, (AZURE, KEY)),
        (ACS, f"accesskey={KEY}", AZURE, (AZURE, KEY)),
        (ACS, KEY, f"{AZURE}/", (AZURE, KEY)),
    ],
)
def test_it_is_read_as_it_was_meant(name: CarrierName, said: str, url: str | None, read: tuple[str, str]) -> None:
    assert read_account(name, said, url) == read


@table(
    "said, url, why",
    [
        ("", AZURE, "No key"),
        (" \n", AZURE, "No key"),
        (f"{KEY} {KEY}", AZURE, "is no key"),
        (f"{KEY}\n{KEY}", AZURE, "is no key"),
        (f"{KEY}é", AZURE, "is no key"),
        (f"endpoint={AZURE}", None, "No key"),
        (KEY, None, "address is missing"),
        (f"accesskey={KEY}", None, "address is missing"),
        (f"endpoint={AZURE};accesskey={KEY}", "https://other.example.com", "say one"),
        (KEY, "http://desk.communication.azure.com", "in the clear"),
        (KEY, "ftp://desk.communication.azure.com", "in the clear"),
        (KEY, "desk.communication.azure.com", "not the address"),
        (KEY, f"{AZURE}?api-version=1", "not the address"),
        (KEY, "https://me:secret@desk.communication.azure.com", "not the address"),
        (KEY, "https://desk.communication.azure.com:x", "not the address"),
    ],
)
def test_what_cannot_be_meant_is_refused(said: str, url: str | None, why: str) -> None:
    with pytest.raises(BadAccount, match=why) as refused:
        read_account(ACS, said, url)
    assert KEY not in str(refused.value)


def test_a_public_key_has_its_length() -> None:
    check_public_key("A" * 43 + "=")
    for wrong in ("", "abc", "A" * 40, "A" * 44, "é" * 44):
        with pytest.raises(BadAccount):
            check_public_key(wrong)
