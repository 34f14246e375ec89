"""Slack's mrkdwn as the page shows it."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace.page.mrkdwn import to_html

NAMES = {"U1": "@ada", "C1": "#general", "S1": "@telephony"}
OURS = {"div", "blockquote", "pre", "code", "strong", "em", "s", "a", "span", "desk-time"}
SIGNS = st.sampled_from(
    ["*", "_", "~", "`", "```", "<", ">", "|", "&", '"', "'", "\n", "!date^1^{time}|", "@U", "https://"]
)


def member(name: str) -> str:
    return f'<span class="mention member">{name}</span>'


def link(url: str, label: str) -> str:
    return f'<a href="{url}" target="_blank" rel="noopener noreferrer">{label}</a>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param("*bold* _it_ ~off~", "<strong>bold</strong> <em>it</em> <s>off</s>", id="styles"),
        pytest.param("*a _b_ c*", "<strong>a <em>b</em> c</strong>", id="a style in a style"),
        pytest.param("2 * 3 * 4, snake_case_name", "2 * 3 * 4, snake_case_name", id="signs that are no styles"),
        pytest.param("`*x* &lt;`", "<code>*x* &lt;</code>", id="nothing is special in code"),
        pytest.param("<@U1>: <!subteam^S1>", f"{member('@ada')}: {member('@telephony')}", id="mentions"),
        pytest.param("<#C1>", '<span class="mention channel">#general</span>', id="a channel"),
        pytest.param("<!here>", '<span class="mention everyone">@here</span>', id="everyone"),
        pytest.param("<https://a.example/?b&amp;c|x>", link("https://a.example/?b&amp;c", "x"), id="a link"),
        pytest.param(
            "see https://a.example.", f"see {link('https://a.example', 'https://a.example')}.", id="a bare link"
        ),
        pytest.param("<javascript:x()|here>", "&lt;javascript:x()|here&gt;", id="a link that could run something"),
        pytest.param("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;", id="HTML is text"),
        pytest.param("&lt;b&gt; &amp;amp;", "&lt;b&gt; &amp;amp;", id="escaped signs are shown as themselves"),
        pytest.param(":warning: :no_such_sign:", "⚠️ :no_such_sign:", id="emoji"),
        pytest.param(
            "<!date^1700000000^{time}|22:13 UTC>",
            '<desk-time epoch="1700000000" form="{time}">22:13 UTC</desk-time>',
            id="a date, left to the browser's zone",
        ),
    ],
)
def test_a_line(text: str, html: str) -> None:
    assert to_html(text, NAMES.__getitem__) == f"<div>{html}</div>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        pytest.param(
            "a\n&gt; b\n&gt; *c*\nd",
            "<div>a</div><blockquote>b\n<strong>c</strong></blockquote><div>d</div>",
            id="quote",
        ),
        pytest.param("a\n```\n*b*\n  c\n```\nd", "<div>a</div><pre>*b*\n  c</pre><div>d</div>", id="preformatted"),
        pytest.param("```\n&gt; b```", "<pre>&gt; b</pre>", id="no quote in preformatted"),
    ],
)
def test_lines(text: str, html: str) -> None:
    assert to_html(text, NAMES.__getitem__) == html


@given(st.lists(SIGNS | st.text(max_size=4)).map("".join))
def test_whatever_is_typed_makes_no_element_of_its_own(text: str) -> None:
    parser = Tags()
    parser.feed(to_html(text, lambda identity: identity))
    assert parser.tags <= OURS
    assert parser.attributes <= {"class", "href", "target", "rel", "epoch", "form"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
