"""Keys to carriers as operators have them: alone, or together with the address as Azure shows them."""

import base64
from urllib.parse import urlsplit

from handlers.kit.carriers import CarrierName

_ADDRESSES = {"telnyx": "https://api.telnyx.com/v2"}  # that of others is each customer's own
_HERE = ("127.0.0.1", "localhost", "::1")  # where a key may go in the clear
_PUBLIC_KEY = 32  # bytes of ed25519


class BadAccount(ValueError):
    """It cannot be the account at a carrier; says why, and nothing of the key."""


def read_account(name: CarrierName, said: str, url: str | None) -> tuple[str, str]:
    """The address and the key, of a key or of Azure's connection string. Raises BadAccount."""
    said = said.strip()
    if said.casefold().startswith(("endpoint=", "accesskey=")):
        fields = dict(_field(part) for part in said.split(";") if part.strip())
        within, said = fields.get("endpoint", "").rstrip("/"), fields.get("accesskey", "")
        if url and within and url.rstrip("/") != within:
            raise BadAccount(f"--url is {url}, but the connection string says {within}: say one of them.")
        url = url or within
    url = (url or _ADDRESSES.get(name, "")).rstrip("/")
    if not said:
        raise BadAccount("No key came in: it is read from standard input, or from NUMBERDESK_CARRIER_KEY.")
    if len(said.split()) > 1 or not said.isascii() or not said.isprintable():
        raise BadAccount("What came in is no key: it has blanks, several lines, or characters that no key has.")
    if not url:
        raise BadAccount("The carrier's address is missing: give --url, or the connection string as the key.")
    _check_address(url)
    return url, said


def check_public_key(said: str) -> None:
    """Raise BadAccount where that is no public key as carriers show it."""
    try:
        is_one = len(base64.b64decode(said, validate=True)) == _PUBLIC_KEY
    except ValueError:  # binascii.Error among them
        is_one = False
    if not is_one:
        raise BadAccount("The public key must be 32 bytes in base64, as the carrier's portal shows it.")


def _check_address(url: str) -> None:
    try:
        address = urlsplit(url)
        is_one = bool(address.hostname) and (address.port is None or address.port > 0)
    except ValueError:
        is_one = False
    if not is_one or address.query or address.fragment or address.username or address.password:
        raise BadAccount(f"{url} is not the address of a carrier, such as https://carrier.example.com")
    if address.scheme != "https" and not (address.scheme == "http" and address.hostname in _HERE):
        raise BadAccount(f"{url} does not begin with https://: the key would be sent in the clear.")


def _field(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name.strip().casefold(), value.strip()
