"""What can be asked about many numbers at once, and how it is read from the words of a command."""

import re
from dataclasses import dataclass

from handlers.kit.words import Name, Words
from store.batches.types import NOTHING, BatchId, Form, Verb

NAME = Name(prefix="B", written=re.compile(r"[bB]-0*([1-9][0-9]{0,8})"))


MANY = "many"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBatch:
    """What a batch's card shows."""

    batch: BatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """Several numbers are to be assigned, unassigned or released; what was not said is asked for."""

    verb: Verb
    form: Form = NOTHING


def read_many(words: Words, verb: Verb) -> Many | None:
    """Read several numbers, where several are named or asked for; None where they are not."""
    if words.take_word(MANY):
        return Many(verb=verb)
    said = words.take_list()
    return Many(verb=verb, form=Form(typed=said)) if said else None


def take_batch(words: Words) -> BatchId | None:
    """Take the name of a batch such as B-3, if there is one."""
    number = words.take_name(NAME)
    return BatchId(number) if number else None
