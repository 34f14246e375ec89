"""What is in the vault opens with the same key and the same subject, unchanged, or not at all."""

import pytest

from store.vault import Vault, WrongKey
from tests.table import table

VAULT = Vault(key=b"a key that only the tests know of")
ABOUT = "T0LOCAL01/PO-7"
LETTER = b"%PDF-1.7 a signed letter"
NONCE, TAG = 12, 16
SEALED = VAULT.seal(LETTER, ABOUT)


@table("content", [b"", b"x", LETTER, bytes(range(256)) * 40_000], ids=["none", "one", "few", "10 MB"])
def test_what_was_sealed_opens_as_it_was(content: bytes) -> None:
    assert VAULT.open(VAULT.seal(content, ABOUT), ABOUT) == content


@table("about", ["", "Łódź/PO-7 é"])
def test_the_subject_may_be_any_text(about: str) -> None:
    assert VAULT.open(VAULT.seal(LETTER, about), about) == LETTER


def test_a_vault_of_the_same_key_opens_it_after_a_restart() -> None:
    assert Vault(key=bytes(VAULT.key)).open(SEALED, ABOUT) == LETTER


@table("length", [32, 33, 64, 1_000])
def test_a_secret_of_any_length_from_32_makes_a_key(length: int) -> None:
    vault = Vault(key=b"k" * length)
    assert vault.open(vault.seal(LETTER, ABOUT), ABOUT) == LETTER


@table("length", [0, 31])
def test_a_shorter_secret_makes_no_vault(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Vault(key=b"k" * length)


def test_what_was_sealed_does_not_show() -> None:
    assert len(SEALED) == NONCE + len(LETTER) + TAG
    assert LETTER[:8] not in SEALED
    assert ABOUT.encode() not in SEALED


def test_the_nonce_is_fresh_each_time() -> None:
    sealed = {VAULT.seal(LETTER, ABOUT) for _ in range(100)}
    assert len({each[:NONCE] for each in sealed}) == len({each[NONCE:] for each in sealed}) == len(sealed) == 100


@table("at", range(len(SEALED)))
def test_one_bit_changed_anywhere_is_found(at: int) -> None:
    changed = SEALED[:at] + bytes([SEALED[at] ^ 1]) + SEALED[at + 1 :]
    with pytest.raises(WrongKey):
        VAULT.open(changed, ABOUT)


@table("length", [0, 1, 7, 8, NONCE, NONCE + 1, NONCE + TAG, len(SEALED) - 1])
def test_a_part_of_it_does_not_open(length: int) -> None:
    with pytest.raises(WrongKey):
        VAULT.open(SEALED[:length], ABOUT)


@table("about", ["T0LOCAL01/PO-8", "T0LOCAL02/PO-7", "t0local01/po-7", "", ABOUT + " "])
def test_it_does_not_open_as_about_something_else(about: str) -> None:
    with pytest.raises(WrongKey):
        VAULT.open(SEALED, about)


@table("key", [VAULT.key + b" ", VAULT.key[:-1], b"another key that the tests know of"])
def test_another_key_does_not_open_it(key: bytes) -> None:
    with pytest.raises(WrongKey):
        Vault(key=key).open(SEALED, ABOUT)


def test_the_key_is_not_shown_with_the_vault() -> None:
    assert repr(VAULT) == "Vault()"
