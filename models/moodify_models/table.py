"""Reads CSV files; what is wrong with one is said with the line on which it begins."""

import csv

from moodify_models.data import DataError


def records(path):
    """Yields (line on which it begins, values without surrounding blanks) of each CSV record.

    An empty line is a record without values: the rows of two files are matched by their number.
    """
    line = 1
    # All that is looked at is ASCII; other bytes may pass up to the line that they break.
    with open(path, newline="", encoding="utf-8-sig", errors="replace") as file:
        reader = csv.reader(file, strict=True)
        try:
            for values in reader:
                yield line, [value.strip() for value in values]
                line = reader.line_num + 1
        except csv.Error as problem:
            raise broken(path, line, problem) from problem


def broken(path, line, why):
    """The error of one record of a table."""
    return DataError(
        f"{path}, line {line}, is broken: {why}. Correct the line, or copy the file anew."
    )
