"""Whatever is typed is answered, in time and in words."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from tests.flow.desk import Desk
from tests.flow.member import Member
from tests.flow.slack import Message

WORDS = [
    *("search", "reserve", "show", "release", "quota", "help", "serch", "resreve", "RESERVE", "relaese"),
    *("US", "usa", "GB", "Washington", "Seattle", "New York", '"New York"', "Londn", "Paris", "Newcastle", "Ελλάδα"),
    *("0", "1", "3", "-1", "1e9", "1,500", "99999999999999999999", "½", "٣", "H-1", "h-1", "H-0", "H-99999999999"),
    *("type:toll", "type:toll-free", "type:", "type:fax", "qty:5", "qty:", "qty:x", "page:2", "page:-1", "page:999999"),
    *('"', "“", ",", ":", "<!channel>", "<@U0BEN0001>", "&amp;", "*", "`", "\\", "'; DROP TABLE holds; --", "\u202e"),
]
commands = some.lists(some.sampled_from(WORDS) | some.text(max_size=12), max_size=8).map(" ".join)


@pytest.mark.parametrize("who", ["ada", "chloe"])
def test_no_command_goes_unanswered(desk: Desk, who: str) -> None:
    member = Member.of(desk, who)

    @settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(commands)
    def is_answered(text: str) -> None:
        answer = member.sends(text)
        assert answer["ok"], answer
        if answer["message_ts"] is None:
            member.closes(member.modal())  # it was asked in a window
            return
        said = next(message for message in member.told() if message.ts == answer["message_ts"])
        assert said.text.strip()
        assert not went_wrong(said)

    is_answered()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x" * 8_000, id="very long"),
        pytest.param("search " + "Seattle " * 900, id="very many words"),
        pytest.param('reserve 3 "' + "a" * 3_000, id="a quote that never ends"),
        pytest.param("reserve 3 " + "<!channel>" * 300, id="very many marks that are escaped"),
        pytest.param("\u0000", id="a null"),
        pytest.param("📞" * 1_000, id="pictures"),
    ],
)
def test_however_much_is_typed_the_answer_is_short(ada: Member, text: str) -> None:
    answer = ada.types(text)
    assert 0 < len(answer.words) < 3_000
    assert not went_wrong(answer)


def went_wrong(answer: Message) -> bool:
    return "our side" in answer.text or "de notre côté" in answer.text
