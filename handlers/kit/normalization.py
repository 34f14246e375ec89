"""What was typed, as a plain keyboard would have typed it: other scripts' digits, dashes, spaces, and Slack's links."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

from store.folding import composed

_WIDER = 0xFEE0  # how far full-width signs are from those of ASCII
# Bounded, as all patterns for what is pasted: the time they take grows with its length alone.
_LINK = re.compile(r"<tel:([^<>|]{1,80})(?:\|[^<>]{0,80})?>", re.IGNORECASE)
_URI = re.compile(
    r"tel:([^\s,;<>|]{0,40})((?:;[a-z][a-z-]{0,19}(?:=[^\s,;<>|]{0,40}|(?![\w:+=-]))){0,8})", re.IGNORECASE
)
_EXTENSION = re.compile(r";ext=(?=\d{1,7}\b)", re.IGNORECASE)  # where the "tel:" before it was left out
_PAUSES = re.compile(r"(?<=\d) ?,{2,4} ?(?=\d{1,7}#?[ )>]?$)", re.MULTILINE)  # dialled before an extension
_LOOKS_LIKE = {
    "\u2212": "-",  # minus
    "\u207b": "-",  # superscript minus
    "\u30fc": "-",  # the long vowel of katakana, typed for a dash
    "\uff70": "-",  # the same, of half the width
    "\u2043": "-",  # hyphen bullet
    "\u2500": "-",  # of boxes
    "\u23af": "-",  # of lines
    "\u02d7": "-",
    "\u2796": "-",
    "\u223c": "-",  # a tilde of formulas
    "\uff5e": "-",  # full-width tilde, of ranges in Japan
    "\u301c": "-",  # wave dash
    "\u2795": "+",
    "\u207a": "+",
    "\ufe62": "+",
    "\u3001": ",",
    "\u060c": ",",
    "\u061b": ",",
    "\u2026": "..",
    "\u00b7": ".",  # in the middle of the line, as some group figures
    "\u2027": ".",
    "\u2219": ".",
    "\u22c5": ".",
    "\u30fb": ".",
    "\u2800": " ",  # of Braille: six dots, none of them raised
    "\u02bc": "'",
    "\u2032": "'",
    "\u00b4": "'",
    "\u2033": '"',
    "\u02ba": '"',
    **dict.fromkeys("\u201e\u201a\u301d\u301e\u301f\u300c\u300d\u300e\u300f", '"'),  # quotes that are called brackets
    **dict.fromkeys("\u115f\u1160\u3164\uffa0", ""),  # letters that are not seen
}
_BY_CATEGORY = {
    "Pd": "-",
    "Zs": " ",
    **dict.fromkeys(("Zl", "Zp"), "\n"),
    **dict.fromkeys(("Pi", "Pf"), '"'),
    **dict.fromkeys(("Cf", "Mn", "Me", "Co", "Cn"), ""),
}
_BRACKETS = {"Ps": "(", "Pe": ")"}
_AROUND = " \"'`•‣<>=_~.,;!?/-"  # of quotes, lists and Slack's formatting, and none of a number's own signs
_EMOJI = re.compile(r"^:[a-z0-9_+'-]{1,60}: ?| ?:[a-z0-9_+'-]{1,60}:$")  # as Slack sends it
_BOLD = re.compile(r"^\*(.*)\*$|^\*+(?=[^\d*#])|\*+$")  # before a figure a lone * is dialled


def unlinked(text: str) -> str:
    """The text with the numbers that Slack's links lead to in the place of the links, whatever these show."""
    return _LINK.sub(lambda link: _URI.sub(_of_uri, f"tel:{link[1]}"), text)


def resolved(text: str) -> str:
    """The text with the numbers of its `tel:` links in the place of the links (RFC 3966, December 2004).

    A local number is completed by its `phone-context`; an extension stays, and so what follows is no number.
    """
    return _PAUSES.sub(" ext. ", _EXTENSION.sub(" ext. ", _URI.sub(_of_uri, unlinked(text))))


def _of_uri(uri: re.Match[str]) -> str:
    said = unquote(uri[1])
    parameters = {name: value for name, _, value in (each.partition("=") for each in uri[2].lower().split(";"))}
    context = parameters.get("phone-context", "")
    whole = context + said if context.startswith("+") and not said.startswith("+") else said
    return f"{whole} ext. {parameters['ext']}" if parameters.get("ext") else whole


def normalized(text: str) -> str:
    """The text as a plain keyboard would have typed it: by what kind of sign each is, not by a list of signs."""
    return "".join(map(_normalized_sign, composed(text)))


def figures(text: str) -> str:
    """The figures alone of what was typed."""
    return re.sub("[^0-9]", "", normalized(resolved(text)))


def trimmed(text: str) -> str:
    """What was typed without what stands around it: quotes, bullets, symbols, Slack's emoji and formatting."""
    bare = " ".join(text.split())
    while bare and bare != (less := _less(bare)):
        bare = less
    return bare


def _less(text: str) -> str:
    text = _BOLD.sub(r"\1", _EMOJI.sub("", text.strip(_AROUND)))
    begin, end = (text[:1], text[-1:])
    return text[_is_symbol(begin) : len(text) - _is_symbol(end)]


def _is_symbol(sign: str) -> bool:
    return sign != "" and unicodedata.category(sign) in ("So", "Sk") and sign != "`"


@lru_cache(maxsize=4096)
def _normalized_sign(sign: str) -> str:
    """What a plain keyboard has for a sign; "" for what is not seen."""
    if sign in _LOOKS_LIKE:
        return _LOOKS_LIKE[sign]
    category = unicodedata.category(sign)
    if category in _BY_CATEGORY:
        return _BY_CATEGORY[category]
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    if category == "Cc":
        return sign if sign in "\t\n\r\v\f\x85" else ""
    if category in _BRACKETS and not sign.isascii():
        return _BRACKETS[category]
    return chr(ord(sign) - _WIDER) if "\uff01" <= sign <= "\uff5e" else sign
