"""Files with tables, for spreadsheets."""

import re

# Where a spreadsheet takes ; or a tab for what separates columns, a cell may begin in the middle of ours: after one of
# them or a line's end, and a quotation mark that it takes for its own.
_BEGINS_ELSEWHERE = re.compile(r'([;\t\r\n])(?="*[=+\-@])')


def safe(cell: str) -> str:
    """A cell in which no spreadsheet finds a formula: what would begin one is told to be text by a quote before it."""
    marked = _BEGINS_ELSEWHERE.sub(r"\1'", cell)
    return f"'{marked}" if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else marked
