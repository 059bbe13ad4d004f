"""A database of Discourse Network Analyzer as the program itself reads it when it opens one and shows statements.

The questions are those of version 3.0 (github.com/leifeld/dna, `sql/Sql.java`), method by method, and so are the types that the program
takes their answers for: a row that its Java would not take is a fault here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, NamedTuple

# The columns that `Sql.getCoder` takes as flags, under the names that it asks for.
FLAGS = (
    "ColorByCoder", "PopupDecoration", "popupAutoComplete", *(f"Permission{name}" for name in (
        "AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments", "AddStatements", "EditStatements", "DeleteStatements",
        "EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations", "ViewOthersDocuments",
        "EditOthersDocuments", "ViewOthersStatements", "EditOthersStatements")),
)  # fmt: skip
VALUES = {"long text": "DATALONGTEXT", "integer": "DATAINTEGER", "boolean": "DATABOOLEAN"}


class Shown(NamedTuple):
    """A statement as the program shows it: its words, its day, its coder, and its variables by name."""

    id: int
    type: str
    text: str
    day: datetime
    coder: str
    values: dict[str, Any]
    attributes: dict[str, dict[str, str]]


class Program:
    """What the program reads of a database; names of columns are looked up whatever their case, as its driver does."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _ask(self, query: str, *values: object) -> list[dict[str, Any]]:
        cursor = self._connection.execute(query, values)
        names = [column[0].lower() for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]

    def version(self) -> str:
        """`Sql.getCoder`: a version that begins with 2 is read in another way."""
        (row,) = self._ask("SELECT Value FROM SETTINGS WHERE Property = 'version'")
        return str(row["value"])

    def coders(self) -> dict[int, str]:
        """`Sql.getCoders`, with what each may do and sees of the others."""
        found = {}
        for row in self._ask("SELECT * FROM CODERS"):
            _colour(row)
            assert {_int(row[name.lower()]) for name in FLAGS} <= {0, 1}
            assert 1 <= _int(row["fontsize"]) <= 99 and 100 <= _int(row["popupwidth"]) <= 9999 and _int(row["refresh"]) >= 0
            for other in self._ask("SELECT * FROM CODERRELATIONS WHERE Coder = ?", row["id"]):
                (seen,) = self._ask("SELECT Name, Red, Green, Blue FROM CODERS WHERE ID = ?", other["othercoder"])
                _colour(seen)
                assert all(_int(other[name]) == 1 for name in ("viewdocuments", "editdocuments", "viewstatements", "editstatements"))
            found[_int(row["id"])] = str(row["name"])
        return found

    def statements(self) -> Iterator[Shown]:
        """`Sql.getStatement` for each: its type, coder and document are joined, so that one of them missing loses the statement."""
        for (number,) in self._connection.execute("SELECT ID FROM STATEMENTS ORDER BY ID").fetchall():
            (row,) = self._ask(
                "SELECT StatementTypeId, T.Label AS Label, T.Red AS Red, T.Green AS Green, T.Blue AS Blue, Start, Stop, C.Name AS Coder,"
                " D.Date AS Date, SUBSTRING(D.Text, Start + 1, Stop - Start) AS Text FROM STATEMENTS S INNER JOIN CODERS C ON S.Coder = C.ID"
                " INNER JOIN STATEMENTTYPES T ON S.StatementTypeId = T.ID INNER JOIN DOCUMENTS D ON D.ID = S.DocumentId WHERE S.ID = ?", number)
            _colour(row)
            values, attributes = self._values(number, row["statementtypeid"])
            day = datetime.fromtimestamp(_int(row["date"]), UTC)
            yield Shown(number, row["label"], row["text"], day, row["coder"], values, attributes)

    def _values(self, statement: int, kind: int) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
        values, attributes = dict[str, Any](), dict[str, dict[str, str]]()
        for variable in self._ask("SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ?", kind):
            name = variable["variable"]
            if variable["datatype"] != "short text":
                (row,) = self._ask(f"SELECT Value FROM {VALUES[variable['datatype']]} WHERE VariableId = ? AND StatementId = ?", variable["id"], statement)
                values[name] = row["value"] if variable["datatype"] == "long text" else _int(row["value"])
                continue
            (row,) = self._ask(
                "SELECT E.ID AS EntityId, E.Value, Red, Green, Blue, ChildOf FROM DATASHORTTEXT AS DST LEFT JOIN ENTITIES AS E"
                " ON E.ID = DST.Entity AND E.VariableId = DST.VariableId WHERE DST.StatementId = ? AND DST.VariableId = ?", statement, variable["id"])
            _colour(row)
            values[name] = row["value"]
            told = self._ask(
                "SELECT AttributeVariable, AttributeValue FROM ATTRIBUTEVALUES AS AVAL INNER JOIN ATTRIBUTEVARIABLES AS AVAR"
                " ON AVAL.AttributeVariableId = AVAR.ID WHERE EntityId = ?", row["entityid"])
            attributes[name] = {each["attributevariable"]: each["attributevalue"] for each in told}
        return values, attributes

    def painted(self) -> dict[int, list[tuple[int, int]]]:
        """`Sql.getShallowStatements` of each document: where the text is painted."""
        query = "SELECT S.ID, S.Start, S.Stop FROM STATEMENTS S LEFT JOIN CODERS C ON C.ID = S.Coder WHERE S.DocumentId = ? ORDER BY Start ASC"
        documents = [number for (number,) in self._connection.execute("SELECT ID FROM DOCUMENTS")]
        return {number: [(row["start"], row["stop"]) for row in self._ask(query, number)] for number in documents}

    def entities(self, variable: int) -> list[str]:
        """The values that the attribute manager lists for a variable, with a count of their uses."""
        query = "SELECT ID, Value, Red, Green, Blue, ChildOf FROM ENTITIES WHERE VariableId = ?"
        found = self._ask(query, variable)
        for row in found:
            _colour(row)
        return [row["value"] for row in found]


def _int(value: object) -> int:
    """What `getInt` and `getLong` give: of a null 0, of what is no number a fault."""
    assert value is None or isinstance(value, int), value
    return value or 0


def _colour(row: dict[str, Any]) -> None:
    """`new Color`: three numbers from 0 to 255, else a fault."""
    assert all(0 <= _int(row[name]) <= 255 for name in ("red", "green", "blue"))
