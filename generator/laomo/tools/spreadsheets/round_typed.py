"""Answers at a terminal as rows of a sheet, so that they are read, matched and checked like those of a workbook."""

from collections.abc import Iterable, Mapping

from laomo.problems.problem import Problem
from laomo.tools.spreadsheets.grid import Cell, Grid, Row, letters


def typed(title: str, rows: Iterable[Mapping[str, str]]) -> Grid:
    """The sheet with a title whose rows are mappings from its headings to texts."""
    rows = list(rows)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    texts = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    return Grid(
        title,
        tuple(
            Row(number, tuple(Cell(title, number, column, text) for column, text in enumerate(line, 1)))
            for number, line in enumerate(texts, 1)
        ),
    )


def asked(problem: Problem, grid: Grid) -> Problem:
    """The problem of a cell as that of the question that was answered: 日期 in place of 命名!B2, and “焊接” in place of another cell."""
    titles = {f"{grid.name}!{letters(cell.column)}": cell.text for cell in grid.rows[0].cells}
    heading = titles.get(problem.path.rstrip("0123456789"), problem.path)
    texts = {cell.address: f"“{cell.text}”" for row in grid.rows for cell in row.cells}
    facts = {
        name: texts.get(value, value) if isinstance(value, str) else value for name, value in problem.facts.items()
    }
    return Problem(f"{heading} › ", problem.code, problem.loc, facts, problem.severity)
