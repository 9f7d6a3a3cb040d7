"""Runs the commands of a comparison in rounds, with hyperfine."""

import dataclasses
import json
import os
import pathlib
import shlex
import shutil
import sqlite3
import statistics
import subprocess
import sys

import checks

OUTPUT = "scratch.output"


@dataclasses.dataclass
class Measurement:
    """The measurements of one command."""

    times: list  # in seconds
    cpu_times: list  # of all threads, in seconds; the mean of the runs of each round
    memory: int  # the peak, in bytes
    size: int  # of the file it makes, in bytes; 0 if it makes none

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def cpu(self):
        return statistics.median(self.cpu_times)


def measure(comparison, rounds):
    """Returns the measurements of a comparison's commands, by name.

    First each command runs once, to check its output and measure its peak memory. Then every round
    times all of them, and each round begins with another command.
    """
    measurements = {}
    for command in comparison.commands:
        memory = checked_run(command)
        size = os.path.getsize(command.makes) if command.makes else 0
        measurements[command.name] = Measurement([], [], memory, size)
    for number in range(rounds * comparison.often):
        first = number % len(comparison.commands)
        for command in comparison.commands[first:] + comparison.commands[:first]:
            times, cpu_time = timed_runs(command, comparison.runs, comparison.warmup)
            measurements[command.name].times += times
            measurements[command.name].cpu_times.append(cpu_time)
    clean()
    return measurements


def checked_run(command):
    """Runs a command, checks what it did, and returns its peak memory in bytes.

    GNU time starts the command, because Linux includes the memory of the parent in the peak of a
    forked process, and this Python is larger than some of the commands.
    """
    clean()
    if command.from_copy_of:
        shutil.copyfile(command.from_copy_of, command.makes)
    if command.prepare:
        checks.output_of(command.prepare)
    with open(OUTPUT, "wb") as output:
        run = subprocess.run(
            ["/usr/bin/time", "--quiet", "--format=%M", "--output=scratch.memory", *command.words],
            stdout=output,
            stderr=subprocess.PIPE,
        )
    if run.returncode != command.exit_code:
        failed(command, f"exit code {run.returncode}\n{tail(OUTPUT)}{run.stderr.decode()}")
    try:
        command.check(OUTPUT)
    except (checks.Wrong, sqlite3.Error) as error:
        failed(command, f"{error}\n{run.stderr.decode()}")
    return int(pathlib.Path("scratch.memory").read_text()) * 1024


def timed_runs(command, runs, warmup):
    """Returns the times of a command and the mean of its CPU times, in seconds."""
    words = ["hyperfine", "--shell=none", "--export-json=scratch.json"]
    words += [f"--runs={runs}", f"--warmup={warmup}"]
    preparing = [shlex.join(command.prepare)] if command.prepare else []
    if command.makes:
        preparing += [f"rm -f {command.makes}*"]
    if command.from_copy_of:
        preparing += [f"cp {command.from_copy_of} {command.makes}"]
    if preparing:  # with sync, so that it does not wait for pages that earlier commands wrote
        words += ["--prepare", shlex.join(["sh", "-c", " && ".join([*preparing, "sync"])])]
    if command.exit_code != 0:
        words += ["--ignore-failure"]
    words += [shlex.join(command.words)]
    run = subprocess.run(words, capture_output=True, text=True)
    if run.returncode != 0:
        again = subprocess.run([*words, "--show-output"], capture_output=True, text=True)
        failed(command, run.stderr + again.stdout[-2000:] + again.stderr)
    result = json.loads(pathlib.Path("scratch.json").read_text())["results"][0]
    if set(result["exit_codes"]) != {command.exit_code}:
        failed(command, f"exit codes {result['exit_codes']}")
    return result["times"], result["user"] + result["system"]


def clean():
    """Removes the files that measured commands made."""
    for path in pathlib.Path().glob("scratch.*"):
        path.unlink()


def tail(path):
    """Returns the last 2,000 characters of a file."""
    return pathlib.Path(path).read_text(errors="replace")[-2000:]


def failed(command, why):
    """Ends the run, because its results would be meaningless."""
    sys.exit(f"Failed: {shlex.join(command.words)}\n{why}")
