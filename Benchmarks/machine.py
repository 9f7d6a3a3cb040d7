"""The machine and the versions that the results were measured with."""

import datetime
import importlib.metadata
import os
import pathlib
import platform
import re
import subprocess

HERE = pathlib.Path(__file__).resolve().parent


def about():
    """Returns pairs of name and value for the top of the results."""
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())[1]
    memory = re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]
    return [
        ["date", f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d %H:%M} UTC"],
        ["processor", f"{cpu}, {len(os.sched_getaffinity(0))} cores"],
        ["memory", f"{int(memory) * 1024 / 1e9:.1f} GB"],
        [
            "system",
            f"{platform.freedesktop_os_release()['PRETTY_NAME']}, Linux {platform.release()}",
        ],
        ["file system", said("df", "--output=fstype", ".").splitlines()[1]],
        ["load before", f"{os.getloadavg()[0]:.2f}"],
        ["minerbook", f"{said('minerbook', '--version')}, commit {commit()}"],
        ["Swift", re.search(r"Swift version (\S+)", said("swift", "--version"))[1]],
        ["sqlite3", said("sqlite3", "--version").split()[0]],
        ["hyperfine", said("hyperfine", "--version").split()[1]],
        *peers(),
    ]


def commit():
    """Returns the commit of the program, marked as dirty if files have changed since."""
    return said("git", "-C", str(HERE), "describe", "--always", "--dirty", "--exclude=*")


def peers():
    """Yields the versions of Python and of the measured packages."""
    yield ["Python", said("python", "--version").split()[1]]
    folder = str(next((HERE / ".venv" / "lib").glob("python*/site-packages")))
    installed = {
        package.name: package.version for package in importlib.metadata.distributions(path=[folder])
    }
    for name in ("duckdb", "pandas", "sqlite-utils", "csvkit"):
        yield [name, installed[name]]


def said(*words):
    """Runs a command and returns its stdout."""
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()
