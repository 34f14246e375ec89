"""Keeps what strangers must not read, such as signed letters, so that the database alone does not give it away."""

import hmac
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_KEY, _NONCE = 32, 12  # bytes: AES-256, and the 96 bits that GCM is made for
_TAG = 16  # bytes
SEAL = _NONCE + _TAG  # by how many bytes what is sealed is longer than its content
_SHORTEST_SECRET = 32  # bytes
# Each purpose of the same secret has a key of its own.
_PURPOSE, _MARKS = b"numberdesk vault 1", b"numberdesk marks 1"
_MARK = 6  # bytes: enough to tell two secrets of one order apart


class WrongKey(Exception):
    """It cannot be opened: sealed with another key, about something else, or changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """AES-256-GCM with a key that comes from the secret `key`: 32 bytes or more, of any form."""

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) < _SHORTEST_SECRET:
            raise ValueError(f"a vault's key has {_SHORTEST_SECRET} bytes or more")

    def seal(self, content: bytes, about: str) -> bytes:
        """Return a nonce of 12 bytes, what was encrypted, and a tag of 16 bytes.

        `about` says what the content belongs to, such as "T0LOCAL01/PO-7". It is not kept, but it must be said again
        to open: so nobody passes one order's letter off as another's by moving it in the database.
        """
        # Drawn at random, nonces may repeat after some 2**32 contents under one key: more than there will be letters.
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher().encrypt(nonce, content, about.encode())

    def open(self, sealed: bytes, about: str) -> bytes:
        """Return the content. Raise WrongKey where that cannot be known to be what was sealed."""
        from cryptography.exceptions import InvalidTag

        try:
            return self._cipher().decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
        except (InvalidTag, ValueError) as refused:  # a ValueError: too short to have a nonce
            raise WrongKey(about) from refused

    def mark(self, content: bytes, about: str) -> str:
        """Return 12 hexadecimal digits, the same for the same content, which without the key tell nothing of it."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        key = HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=_MARKS).derive(self.key)
        return hmac.digest(key, about.encode() + b"\0" + content, "sha256")[:_MARK].hex()

    def _cipher(self) -> "AESGCM":
        # Imported here: seven megabytes that a process without a letter does without.
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        # A secret of any form has no even bits; HKDF makes a key of the right size that has.
        return AESGCM(HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=_PURPOSE).derive(self.key))
