"""The parts of a comparison, and the numbers that targets limit."""

import dataclasses
import typing


@dataclasses.dataclass
class Command:
    """A command to be timed. It runs in the data folder."""

    name: str
    words: list
    check: typing.Callable = lambda output: None  # of its output; raises checks.Wrong
    rows: int = 0  # that it reads or writes, for rows per second; 0 to leave these out
    against: tuple = ()  # the names of the commands to compare it with
    makes: str = ""  # the file that it makes, which is removed before every run
    from_copy_of: str = ""  # the file that `makes` is a copy of before every run; "" if there is none
    exit_code: int = 0
    prepare: tuple = ()  # the command that runs before every run, and is not timed


@dataclasses.dataclass
class Target:
    """A number that should be at most `limit`."""

    number: str
    says: str
    limit: float
    value: typing.Callable  # computes the number from the measurements, by name of command
    unit: str = "×"


@dataclasses.dataclass
class Comparison:
    """Commands that are timed in turns. The text says what they do and how they differ."""

    title: str
    text: str
    commands: list
    targets: list
    often: int = 1  # multiplies the number of rounds
    runs: int = 1  # runs of each command in a round
    warmup: int = 0  # uncounted runs before these


def ratio(name, *others):
    """The median of a command, divided by that of the fastest of the others."""
    return lambda measured: measured[name].median / min(measured[other].median for other in others)


def cpu_ratio(name, other):
    """The median CPU time of a command, divided by that of another command."""
    return lambda measured: measured[name].cpu / measured[other].cpu


def size_ratio(name, other):
    """The size of the file that a command makes, divided by that of another command."""
    return lambda measured: measured[name].size / measured[other].size


def megabytes(*names):
    """The highest peak memory of the commands, in MB."""
    return lambda measured: max(measured[name].memory for name in names) / 1e6
