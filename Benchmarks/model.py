"""What a comparison is made of, and the numbers that targets are about."""

import dataclasses
import typing


@dataclasses.dataclass
class Command:
    """A command to be timed, run in the folder of the data."""

    name: str
    words: list
    check: typing.Callable = lambda output: None  # given its output's path; raises checks.Wrong
    rows: int = 0  # that it reads or writes, where rows per second are of interest
    against: tuple = ()  # names of the commands that it is compared with
    makes: str = ""  # a file, removed before every run
    exit_code: int = 0


@dataclasses.dataclass
class Target:
    """A number that is to be at most `limit`."""

    number: str
    says: str
    limit: float
    value: typing.Callable  # of the measurements by name of command
    unit: str = "×"


@dataclasses.dataclass
class Comparison:
    """Commands that are timed in turns. The text says what they do, and what differs."""

    title: str
    text: str
    commands: list
    targets: list
    often: int = 1  # how many rounds for each that is asked for
    runs: int = 1  # of each command in a round
    warmup: int = 0  # runs before these, which are not counted


def ratio(name, *others):
    """The median of one command in that of the fastest of the others."""
    return lambda measured: measured[name].median / min(measured[other].median for other in others)


def size_ratio(name, other):
    """The size of the file that one command makes in that of another's."""
    return lambda measured: measured[name].size / measured[other].size


def megabytes(*names):
    """The greatest peak memory of the commands."""
    return lambda measured: max(measured[name].memory for name in names) / 1e6
