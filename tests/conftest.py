"""The command, run with arguments, what it reads from standard input, and variables of the environment."""

from __future__ import annotations

import sys
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from typing import NamedTuple

import pytest

from detente.cli.main import main


class Result(NamedTuple):
    """How a run of the command ended, and what it wrote."""

    exit_code: int
    stdout: str
    stderr: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return a function that runs the command."""

    def call(*words: object, input: str = "", **variables: str) -> Result:
        streams = {"stdin": TextIOWrapper(BytesIO(input.encode()), "utf-8")}
        streams |= {name: TextIOWrapper(BytesIO(), "utf-8", newline="") for name in ("stdout", "stderr")}
        status: object = 0
        with monkeypatch.context() as patch:
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            for name, value in variables.items():
                patch.setenv(name, value)
            try:
                main([str(word) for word in words])
            except SystemExit as end:
                status = end.code or 0
        return Result(int(str(status)), *(_written(streams[name]) for name in ("stdout", "stderr")))

    return call


def _written(stream: TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, BytesIO)
    return stream.buffer.getvalue().decode()
