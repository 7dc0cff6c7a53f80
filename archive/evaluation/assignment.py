"""Pairing two lists one to one, so that the weights of the pairs add up to the most."""

from collections.abc import Sequence

_INFINITY = 1 << 62


def assign(weights: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """The pairs (row, column) of a heaviest matching, by row. A weight of 0 means that the two may not be paired.

    The Hungarian method with potentials (Kuhn 1955, Munkres 1957): rows² · columns steps.
    """
    rows, columns = len(weights), len(weights[0]) if weights else 0
    if rows > columns:
        turned = [[weights[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in assign(turned))
    # Rows and columns count from 1; column 0 holds the row that looks for a partner, row 0 stands for "none".
    row_price, column_price = [0] * (rows + 1), [0] * (columns + 1)
    partner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        partner[0] = row
        column, before = _cheapest_path(weights, partner, row_price, column_price)
        while column:
            partner[column] = partner[before[column]]
            column = before[column]
    pairs = sorted((row - 1, column - 1) for column, row in enumerate(partner) if column and row)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def _cheapest_path(
    weights: Sequence[Sequence[int]], partner: list[int], row_price: list[int], column_price: list[int]
) -> tuple[int, list[int]]:
    """The free column that is cheapest to reach, and the column before each one on the way. Updates the prices."""
    columns = len(column_price)
    slack, before, seen = [_INFINITY] * columns, [0] * columns, [False] * columns
    column = 0
    while True:
        seen[column] = True
        row = partner[column]
        if row == 0:
            return column, before
        for other in range(1, columns):
            cost = -weights[row - 1][other - 1] - row_price[row] - column_price[other]
            if not seen[other] and cost < slack[other]:
                slack[other], before[other] = cost, column
        nearest = min((other for other in range(1, columns) if not seen[other]), key=slack.__getitem__)
        step = slack[nearest]
        for other in range(columns):
            if seen[other]:
                row_price[partner[other]] += step
                column_price[other] -= step
            else:
                slack[other] -= step
        column = nearest
