"""The letter of authorisation: who lets which numbers go, from which carrier. A PDF to be signed."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil

from babel.dates import format_date
from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos

from handlers.kit.blocks import pretty
from handlers.kit.messages import say
from handlers.kit.telephone import is_telephone
from handlers.ports.views import fonts
from store.folding import kept
from store.places import country_name
from store.ports.types import Field, PortOrder, Scope
from store.types import E164, Kind

_SMALL, _NORMAL, _BIG, _HUGE = 8, 9, 11, 18  # points
_BLACK, _GREY, _PALE = 0, 90, 200
# All lengths are in millimetres.
_MARGIN = 20
_LINE, _GAP = 5, 3.5
_LABELS = 58
_SIGNATURE, _TO_SIGN = 100, 14
_COLUMNS, _ROWS = 4, 45  # of numbers on a page

# Stands for the number of pages until that is known. Nothing typed has it: `_said` leaves plain spaces only.
_PAGES = "\u2007"
_NOTHING = "\u2013"

_Lines = Iterable[tuple[str, str]]  # the key of a label, and what stands beside it


def letter(locale: str, order: PortOrder) -> bytes:
    """The letter for an order, in one of LOCALES, as a PDF. The same order makes the same bytes."""
    paper = _Paper(locale, order)
    paper.add_page()
    _open(paper, locale, order)
    _part(paper, locale, "letter-organisation", _organisation(order))
    _part(paper, locale, "letter-service-address", _address(locale, order))
    _part(paper, locale, "letter-account-part", _account(order))
    _part(paper, locale, "letter-transfer", _transfer(locale, order))
    _sign(paper, locale, order)
    _list(paper, locale, order.numbers)
    return bytes(paper.output())


class _Paper(FPDF):
    """A4 paper that says at its foot which order it belongs to, and which page it is."""

    def __init__(self, locale: str, order: PortOrder) -> None:
        super().__init__(format="a4")
        self._name = f"{say(locale, 'letter-title')} · {order.name}"
        self._locale = locale
        self.set_margin(_MARGIN)
        self.c_margin = 0  # so text begins where the lines above and below it do
        self.set_auto_page_break(auto=True, margin=_MARGIN)
        self.set_title(self._name)
        self.set_lang(locale)
        self.set_creation_date(order.created_at)
        self.alias_nb_pages(_PAGES, align=Align.R)
        self.set_draw_color(_PALE)
        for style, letters in {"": fonts.EUROPE, "B": None}.items():
            self.add_font(fonts.MAIN, style, fonts.main(style), unicode_range=letters)
        self._add_scripts(order)

    def _add_scripts(self, order: PortOrder) -> None:
        """Add the fonts that the order's own words need; all but Europe's letters are shaped, and turned by UAX #9."""
        others = fonts.needed("".join(_said(order, name) for name in Field), order.country)
        for font in others:
            self.add_font(font.name, "", font.path, collection_font_number=font.face)
        if others:
            self.set_fallback_fonts([font.name for font in others], exact_match=False)
            self.set_text_shaping(use_shaping_engine=True)

    def footer(self) -> None:
        _pen(self, _SMALL, grey=_GREY)
        self.set_y(_LINE - _MARGIN)
        self.cell(self.epw / 2, _LINE, self._name)
        page = say(self._locale, "letter-page", page=self.page_no(), pages=_PAGES)
        self.cell(self.epw / 2, _LINE, page, align=Align.R)


def _open(paper: FPDF, locale: str, order: PortOrder) -> None:
    """The title and the words that authorise."""
    _pen(paper, _HUGE, bold=True)
    _write(paper, say(locale, "letter-title"), line=9)
    _pen(paper, _BIG, grey=_GREY)
    _write(paper, say(locale, "letter-subject", order=order.name), line=6)
    paper.ln(_GAP)
    _pen(paper, _NORMAL)
    _write(paper, say(locale, "letter-authorises", count=len(order.numbers)))


def _organisation(order: PortOrder) -> _Lines:
    yield "letter-company", _said(order, Field.COMPANY)
    yield "letter-domain", _said(order, Field.DOMAIN)


def _address(locale: str, order: PortOrder) -> _Lines:
    yield "letter-street", _said(order, Field.STREET)
    yield "letter-city", _said(order, Field.CITY)
    yield "letter-region", _said(order, Field.REGION)
    yield "letter-postcode", _said(order, Field.POSTCODE)
    yield "letter-country", country_name(order.country, locale)


def _account(order: PortOrder) -> _Lines:
    yield "letter-carrier", _said(order, Field.CARRIER)
    yield "letter-account", _said(order, Field.ACCOUNT)
    yield "letter-btn", _telephone(_said(order, Field.BTN))
    yield "letter-pin", _said(order, Field.PIN)


def _transfer(locale: str, order: PortOrder) -> _Lines:
    scopes = {"letter-full": Scope.FULL, "letter-partial": Scope.PARTIAL}
    kinds = {"letter-toll": Kind.TOLL, "letter-toll-free": Kind.TOLL_FREE}
    yield "letter-scope", _boxes(locale, {key: order.scope is scope for key, scope in scopes.items()})
    yield "letter-kind", _boxes(locale, {key: order.kind is kind for key, kind in kinds.items()})
    when = (_day(_said(order, Field.WANTED_DATE), locale), _said(order, Field.WANTED_TIME))
    yield "letter-wanted", ", ".join(filter(None, when))


def _signatory(order: PortOrder) -> _Lines:
    yield "letter-name", _said(order, Field.AUTHORISED)
    yield "letter-job", _said(order, Field.TITLE)
    yield "letter-phone", _telephone(_said(order, Field.PHONE))
    yield "letter-email", _said(order, Field.EMAIL)


def _sign(paper: FPDF, locale: str, order: PortOrder) -> None:
    """Who signs, what they say by it, and the place to do it: these two on one page."""
    _part(paper, locale, "letter-signatory", _signatory(order))
    if paper.will_page_break(_TO_SIGN + 4 * _LINE):
        paper.add_page()
    paper.ln(_GAP)
    _pen(paper, _NORMAL)
    _write(paper, say(locale, "letter-confirms"))
    paper.ln(_TO_SIGN)
    _pen(paper, _SMALL, grey=_GREY)
    paper.set_draw_color(_BLACK)
    paper.cell(_SIGNATURE, _LINE, say(locale, "letter-signature"), border="T")
    paper.set_x(paper.get_x() + _LINE)
    paper.cell(0, _LINE, say(locale, "letter-date"), border="T")
    paper.set_draw_color(_PALE)


def _list(paper: FPDF, locale: str, numbers: Sequence[E164]) -> None:
    """The numbers, on pages of their own."""
    most = _COLUMNS * _ROWS
    for start in range(0, len(numbers), most):
        shown = numbers[start : start + most]
        paper.add_page()
        _pen(paper, _BIG, bold=True)
        _write(paper, say(locale, "letter-numbers"), line=7)
        _pen(paper, _NORMAL, grey=_GREY)
        last = start + len(shown)
        _write(paper, say(locale, "letter-numbers-here", first=start + 1, last=last, count=len(numbers)))
        paper.ln(_GAP)
        _columns(paper, shown)


def _columns(paper: FPDF, numbers: Sequence[E164]) -> None:
    """Numbers below each other, in columns as even as can be."""
    _pen(paper, _NORMAL)
    rows, top, width = ceil(len(numbers) / _COLUMNS), paper.get_y(), paper.epw / _COLUMNS
    for i, number in enumerate(numbers):
        column, row = divmod(i, rows)
        paper.set_xy(_MARGIN + column * width, top + row * _LINE)
        paper.cell(width, _LINE, pretty(number), border="B")


def _part(paper: FPDF, locale: str, heading: str, lines: _Lines) -> None:
    """A heading, and below it what the order says: a label at the left, and beside it a text of any length."""
    paper.ln(_GAP)
    if paper.will_page_break(4 * _LINE):  # a heading alone at the foot of a page
        paper.add_page()
    _pen(paper, _BIG, bold=True)
    paper.cell(0, _LINE + 1, say(locale, heading), border="B", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(_GAP / 2)
    for label, text in lines:
        _pen(paper, _NORMAL, grey=_GREY)
        paper.cell(_LABELS, _LINE, say(locale, label))
        _pen(paper, _NORMAL)
        _write(paper, text or _NOTHING)


def _write(paper: FPDF, text: str, *, line: float = _LINE) -> None:
    """Text from here to the right margin, on as many lines and pages as it needs."""
    paper.multi_cell(0, line, text, align=Align.L, new_x=XPos.LMARGIN, new_y=YPos.NEXT)


def _pen(paper: FPDF, size: int, *, bold: bool = False, grey: int = _BLACK) -> None:
    paper.set_font(fonts.MAIN, "B" if bold else "", size)
    paper.set_text_color(grey)


def _boxes(locale: str, ticks: dict[str, bool]) -> str:
    return "\n".join(f"{'☒' if ticked else '☐'} {say(locale, key)}" for key, ticked in ticks.items())


def _said(order: PortOrder, name: Field) -> str:
    """What was typed, on one line."""
    return kept(order.says(name))


def _telephone(text: str) -> str:
    """A telephone number as people write it, if it was understood; else what was typed."""
    return pretty(E164(text)) if is_telephone(text) else text


def _day(text: str, locale: str) -> str:
    """A day as the language writes it, if it was understood; else what was typed."""
    try:
        return format_date(date.fromisoformat(text), "full", locale)
    except ValueError:
        return text
