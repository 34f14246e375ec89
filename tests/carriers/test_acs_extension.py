"""An extension at ACS takes a number out and in again: what fails between the two loses none."""

from datetime import timedelta

import pytest

from handlers.kit.carriers import CarrierBusy, CarrierRefused, LineState
from tests.carriers.conftest import Side, numbers_of


@pytest.mark.parametrize("count", [1, 2])
def test_a_number_that_was_taken_out_comes_in_again(acs: Side, count: int) -> None:
    held = acs.hold(count)
    acs.pass_time(timedelta(minutes=5))
    until = acs.now + timedelta(minutes=14)
    acs.control("fault", operation="hold", status=429)  # as what brings it in again is, too
    with pytest.raises(CarrierBusy):
        acs.client.extend(held, until)
    assert sorted(acs.states(*numbers_of(held))) == ["free", "reserved"][:count]
    extended = acs.client.extend(held, until)
    assert sorted(numbers_of(extended)) == sorted(numbers_of(held))
    assert all(line.state is LineState.HELD and line.until and line.until >= until for line in extended.lines)
    assert acs.states(*numbers_of(held)) == ["reserved"] * count


def test_a_number_that_somebody_else_got_between_is_told(acs: Side) -> None:
    held = acs.hold(2)
    acs.pass_time(timedelta(minutes=5))
    acs.control("fault", operation="hold", status=429)
    with pytest.raises(CarrierBusy):
        acs.client.extend(held, acs.now + timedelta(minutes=14))
    (lost,) = [number for number in numbers_of(held) if acs.states(number) == ["free"]]
    acs.control("take", numbers=[lost])
    lines = {line.number: line.state for line in acs.client.extend(held, acs.now + timedelta(minutes=14)).lines}
    assert lines.pop(lost) is LineState.REFUSED
    assert set(lines.values()) == {LineState.HELD}


def test_what_is_over_is_not_reserved_anew(acs: Side) -> None:
    held = acs.hold(1)
    acs.control("fault", operation="hold", status=429)
    acs.pass_time(timedelta(minutes=5))
    with pytest.raises(CarrierBusy):
        acs.client.extend(held, acs.now + timedelta(minutes=14))
    acs.pass_time(timedelta(hours=3))
    with pytest.raises(CarrierRefused):
        acs.client.extend(held, acs.now + timedelta(minutes=14))
