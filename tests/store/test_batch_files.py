"""A CSV is fetched once the modal is sent, and read into the draft; what it would come to is shown where one waits."""

import io
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from handlers.batches import drafts, files
from handlers.batches.lines import BatchRefusal
from handlers.batches.owing import BatchOutbox
from handlers.batches.views.parts import MOST
from handlers.inventory import listing
from handlers.inventory.rules import InventoryRefusal
from handlers.kit import delivery
from handlers.kit.file_faults import FileFault
from handlers.kit.messages import say
from handlers.kit.outgoing import Arrived, Fetch, Turn
from handlers.kit.reply import Reply
from store.batches.types import DONE, Batch, Verb
from store.inventory.types import EVERY
from store.session import Db
from tests.desk import BEN, HOME, Desk, click
from tests.rules.fields import as_sent
from tests.rules.shown import labels, words_of
from tests.store.batching import (
    ASSIGN,
    RELEASE,
    UNASSIGN,
    acquired,
    arrive,
    begun,
    british,
    confirm,
    fresh,
    in_modal,
    is_done,
    lines,
    listed,
    look,
    make_ready,
    next_owed,
    ours,
    outcomes,
    ring,
    toll_free,
)
from tests.store.owing import pay
from tests.store.serving import ATTENDANT, BRIDGE, QUEUE, assign, default_of, exported, make_default, there

KINDS = (BRIDGE, BRIDGE, QUEUE, ATTENDANT)


def given(desk: Desk, verb: Verb, content: bytes | FileFault, these: Iterable[str] = (), **said: Any) -> Batch:
    """A draft with a file that has arrived."""
    batch = in_modal(desk, look(desk, verb, these, file="F1", **said))
    arrive(desk, content)
    return fresh(desk, batch)


def shown(desk: Desk) -> Turn:
    """What is shown in the modal that waits."""
    debt = next_owed(desk, BatchOutbox.PREVIEW)
    turn = delivery.render(desk.tools, debt)
    pay(desk, debt)
    assert isinstance(turn, Turn)
    return turn


def csv_of(*rows: tuple[str, ...]) -> bytes:
    return "\n".join(",".join(row) for row in rows).encode()


def test_a_file_is_fetched_for_who_gave_it_and_its_lines_are_looked_at(desk: Desk) -> None:
    numbers = ours(desk, 2)
    reply = look(desk, RELEASE, file="F1")
    assert reply.view
    assert "The list is being read." in words_of(reply.view)
    debt = next_owed(desk, BatchOutbox.FETCH)
    fetch = delivery.render(desk.tools, debt)
    assert isinstance(fetch, Fetch)
    assert (fetch.file, fetch.by, fetch.most) == ("F1", BEN.user, MOST)
    fetch.take(Arrived(name="numbers.csv", content=listed(numbers).encode()))
    turn = shown(desk)
    assert "*2 of 2* would be released" in words_of(turn.view.to_dict())
    assert str(turn.otherwise.channel) == BEN.user
    assert "Your list is read: 2 lines." in turn.otherwise.message.text
    assert all(not is_done(desk, RELEASE, number) for number in numbers)
    confirm(desk, in_modal(desk, Reply(view=turn.view.to_dict())))
    assert all(is_done(desk, RELEASE, number) for number in numbers)


def test_the_export_of_a_workspace_puts_its_numbers_back_where_they_were(desk: Desk) -> None:
    numbers, (free,) = ours(desk, 4), toll_free(desk)
    for number, name, kind in zip(numbers, ("Contoso", "Contoso", "=1+1", "Front, desk"), KINDS, strict=True):
        assign(desk, number, name, kind)
    assign(desk, free, "Contoso")
    make_default(desk, numbers[1])
    before = exported(desk)
    file = io.StringIO(newline="")
    listing.write(desk.tools, HOME, EVERY, file)
    begun(desk, UNASSIGN, [*numbers, free])
    assert not any(row["service"] for row in exported(desk))
    confirm(desk, given(desk, ASSIGN, file.getvalue().encode("utf-8-sig")))
    assert exported(desk) == before


@pytest.mark.parametrize("verb", [UNASSIGN, RELEASE])
def test_the_export_can_be_used_for_what_needs_no_service(desk: Desk, verb: Verb) -> None:
    numbers = make_ready(desk, verb)
    file = io.StringIO(newline="")
    listing.write(desk.tools, HOME, EVERY, file)
    confirm(desk, given(desk, verb, file.getvalue().encode()))
    assert all(is_done(desk, verb, number) for number in numbers)


def test_what_is_pasted_comes_before_what_is_in_the_file_and_each_number_once(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    batch = given(desk, RELEASE, listed([second, third]).encode(), [first, second])
    assert [(line.e164, line.from_file) for line in lines(desk, batch)] == [
        (first, False),
        (second, False),
        (second, True),
        (third, True),
    ]
    confirm(desk, batch)
    assert outcomes(desk, batch) == [DONE, DONE, BatchRefusal.SAID_BEFORE, DONE]


def test_the_list_can_be_corrected_and_the_lines_of_the_file_stay(desk: Desk) -> None:
    first, second, third = ours(desk, 3)
    batch = given(desk, RELEASE, listed([second, third]).encode(), [second])
    view = drafts.back(desk.tools, click(BEN), batch.id).view
    assert view
    assert "Keep the 2 lines that came from a file" in words_of(view)
    look(desk, RELEASE, [first], batch=batch)
    assert [line.e164 for line in lines(desk, batch)] == [first, second, third]
    assert outcomes(desk, batch) == [None] * 3


def test_another_file_takes_the_place_of_the_one_before(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = given(desk, RELEASE, first.encode())
    look(desk, RELEASE, file="F2", batch=batch)
    assert lines(desk, batch) == []
    arrive(desk, second.encode())
    assert [line.e164 for line in lines(desk, batch)] == [second]


def test_lines_of_a_file_that_name_no_service_go_to_the_one_that_the_modal_says_at_last(desk: Desk) -> None:
    first, second = ours(desk, 2)
    content = csv_of(("number", "service_kind", "service"), (first, "", ""), (second, "queue", "Sales"))
    batch = given(desk, ASSIGN, content, kind=QUEUE, name="Sales")
    look(desk, ASSIGN, kind=QUEUE, name="Support", batch=batch)
    confirm(desk, batch)
    assert (set(there(desk, "Support")), set(there(desk, "Sales"))) == ({first}, {second})


def test_a_row_that_names_only_half_a_service_is_refused(desk: Desk) -> None:
    numbers = ours(desk, 4)
    said = [("queue", ""), ("", "Sales"), ("fax", "Sales"), ("fax", "")]
    rows = [(number, *each) for number, each in zip(numbers, said, strict=True)]
    batch = given(desk, ASSIGN, csv_of(("Number", "Service_Kind", "Service"), *rows), kind=QUEUE, name="Support")
    assert "nothing was changed" in confirm(desk, batch).text
    (number,) = acquired(desk, 1)
    look(desk, ASSIGN, [number], kind=QUEUE, name="Support", batch=batch)
    confirm(desk, batch)
    refused = [*2 * [InventoryRefusal.NO_SERVICE], *2 * [InventoryRefusal.NO_SUCH_KIND]]
    assert outcomes(desk, batch) == [DONE, *refused]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(FileFault.TOO_LARGE, FileFault.TOO_LARGE, id="it is too large"),
        pytest.param(FileFault.UNREACHED, FileFault.UNREACHED, id="it cannot be had"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0", "file-no-text", id="a picture"),
        pytest.param(b"name,city\nAda,Seattle\n", "batch-file-no-list", id="a table without numbers"),
        pytest.param(b"number,service\nnone,Sales\n", "batch-file-no-list", id="a column of numbers that has none"),
        pytest.param(listed(british(1_001)).encode(), "batch-file-too-long", id="a line too many"),
    ],
)
def test_a_file_that_cannot_be_used_leads_back_to_the_list(desk: Desk, content: bytes | FileFault, key: str) -> None:
    (number,) = ours(desk, 1)
    batch = given(desk, RELEASE, content, [number])
    turn = shown(desk)
    view = turn.view.to_dict()
    assert say("en", key, file="The file", most=1) in words_of(view)
    assert as_sent(view)["list"]["list"]["value"] == number
    assert say("en", key, file="The file", most=1) in turn.otherwise.message.text
    assert labels(turn.otherwise.message) == ["Release many numbers"]
    assert [line.e164 for line in lines(desk, batch)] == [number]


def test_a_list_and_a_file_together_may_have_a_thousand_lines(desk: Desk) -> None:
    pasted, rest = british(1_000)[:1], british(1_000)[1:]
    assert given(desk, RELEASE, listed(rest).encode(), pasted).size == 1_000
    assert "Nothing would be released." in words_of(shown(desk).view.to_dict())
    given(desk, RELEASE, listed(rest).encode(), [*pasted, "+12065550100"])
    assert say("en", "batch-file-too-long") in words_of(shown(desk).view.to_dict())


def test_while_the_file_is_read_the_modal_says_so_and_shows_it_then(desk: Desk) -> None:
    numbers = ours(desk, 2)
    batch = in_modal(desk, look(desk, RELEASE, file="F1"))
    waits = drafts.see(desk.tools, click(BEN), batch.id).view
    assert waits
    assert "The list is being read." in words_of(waits)
    arrive(desk, listed(numbers).encode())
    seen = drafts.see(desk.tools, click(BEN), batch.id).view
    assert seen
    assert "*2 of 2* would be released" in words_of(seen)


def test_a_draft_is_not_confirmed_before_its_file_is_read(desk: Desk) -> None:
    first, second = ours(desk, 2)
    batch = in_modal(desk, look(desk, RELEASE, [first], file="F1"))
    shown_ = confirm(desk, batch).view
    assert shown_
    assert "The list is being read." in words_of(shown_)
    arrive(desk, second.encode())
    assert [is_done(desk, RELEASE, number) for number in (first, second)] == [False, False]
    confirm(desk, batch)
    assert [is_done(desk, RELEASE, number) for number in (first, second)] == [True, True]


def test_a_file_that_comes_after_the_draft_was_forgotten_changes_nothing(desk: Desk) -> None:
    look(desk, RELEASE, file="F1")
    debt = next_owed(desk, BatchOutbox.FETCH)
    desk.clock.advance(drafts.KEPT_FOR)
    assert ring(desk) == 1
    assert delivery.render(desk.tools, debt) is None
    files.take(desk.tools, debt, BEN, Arrived(name="numbers.csv", content=b"+12065550100"))
    assert desk.everything()["batch_lines"] == []


def test_what_a_file_lists_is_read_as_of_the_workspaces_country(desk: Desk) -> None:
    desk.set(country="GB")
    numbers = ours(desk, 2)
    assert [line.e164 for line in lines(desk, given(desk, RELEASE, b"020 7946 0000\n020 7946 0001\n"))] == numbers


def test_the_default_of_a_bridge_is_the_one_whose_row_says_so(desk: Desk) -> None:
    first, second = ours(desk, 2)
    head = ("number", "service_kind", "service", "default")
    batch = given(desk, ASSIGN, csv_of(head, (first, "bridge", "Contoso", ""), (second, "bridge", "Contoso", "yes")))
    confirm(desk, batch)
    assert default_of(desk, "Contoso") == second


def test_nobody_waits_while_a_large_file_is_read(desk: Desk) -> None:
    locked: list[float] = []

    @contextmanager
    def timed() -> Iterator[Db]:
        began = time.perf_counter()
        with desk.database.begin() as db:
            yield db
        locked.append(time.perf_counter() - began)

    look(desk, RELEASE, file="F1")
    debt = next_owed(desk, BatchOutbox.FETCH)
    began = time.perf_counter()
    large = Arrived(name="numbers.csv", content=(b"1," * 500 + b"\n") * 200)
    files.take(replace(desk.tools, begin=timed), debt, BEN, large)
    assert sum(locked) < (time.perf_counter() - began) / 2
