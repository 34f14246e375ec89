"""A table of cases in one test: every row is checked, and those that fail are named."""

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import wraps
from itertools import product
from typing import Any

import pytest
from _pytest.mark import ParameterSet

Test = Callable[..., None]
Ids = Iterable[str] | Callable[[Any], str] | None

_PLAIN = (str, int, float, bool, type(None))


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    values: dict[str, Any]


def table(names: str | Sequence[str], rows: Iterable[Any], *, ids: Ids = None) -> Callable[[Test], Test]:
    """What `pytest.mark.parametrize` does, in one test: for rows that have nothing to set up and leave nothing behind.

    Tables upon tables are multiplied. What else the test takes comes from fixtures, once for all rows.
    """
    columns = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    listed = list(_listed(columns, list(rows), ids))
    assert listed, "a table without rows checks nothing"

    def over(test: Test) -> Test:
        inner: list[list[Row]] = getattr(test, "tables", [])
        body: Test = getattr(test, "body", test)
        tables = [*inner, listed]

        @wraps(test)
        def checked(**fixtures: Any) -> None:
            _check(body, fixtures, list(product(*tables)))

        signature = inspect.signature(test)
        left = [each for name, each in signature.parameters.items() if name not in columns]
        assert len(left) == len(signature.parameters) - len(columns), f"{test.__name__} does not take all of {columns}"
        vars(checked).update(tables=tables, body=body, __signature__=signature.replace(parameters=left))
        return checked

    return over


def _check(body: Test, fixtures: dict[str, Any], cases: list[tuple[Row, ...]]) -> None:
    failed: list[BaseException] = []
    for case in cases:
        try:
            body(**fixtures, **{name: value for row in case for name, value in row.values.items()})
        except (Exception, pytest.fail.Exception) as failure:
            failure.add_note(f"in row [{'-'.join(row.name for row in case)}]")
            failed.append(failure)
    if failed:
        raise BaseExceptionGroup(f"{len(failed)} of {len(cases)} rows", failed)


def _listed(columns: list[str], rows: list[Any], ids: Ids) -> Iterator[Row]:
    given = [None] * len(rows) if ids is None or callable(ids) else list(ids)
    for at, (row, name) in enumerate(zip(rows, given, strict=True)):
        values, own_name = _values(row, len(columns))
        assert len(values) == len(columns), f"{row} has not a value for each of {columns}"
        called = "-".join(ids(value) if callable(ids) else _called(value, at) for value in values)
        yield Row(own_name or name or called, dict(zip(columns, values, strict=True)))


def _values(row: Any, columns: int) -> tuple[Sequence[Any], str | None]:
    if isinstance(row, ParameterSet):
        assert not row.marks, f"{row} is marked, and a row cannot be left out"
        return row.values, str(row.id) if row.id else None
    return (row,) if columns == 1 else row, None


def _called(value: object, at: int) -> str:
    return str(value)[:60] if isinstance(value, _PLAIN) else f"{type(value).__name__} {at}"
