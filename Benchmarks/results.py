"""Writes the results as Markdown. All numbers and verdicts come from the measurements."""

import shlex


def page(command, about, entries):
    """Returns the page for pairs of comparison and measurements, with `about` at its top. `command` is
    what made it."""
    targets = [
        [
            target.number,
            comparison.title,
            target.says,
            value(target, measured),
            verdict(target, measured),
        ]
        for comparison, measured in entries
        for target in comparison.targets
    ]
    parts = ["# Results", f"Written by `{command}`. [README.md](README.md) explains the method."]
    parts += [table(["", ""], "ll", about)]
    if targets:
        header = ["", "comparison", "target", "measured", ""]
        parts += ["## Targets", table(header, "lllrl", targets)]
    for comparison, measured in entries:
        parts += section(comparison, measured)
    return "\n\n".join(parts) + "\n"


def section(comparison, measured):
    """Yields the paragraphs of one comparison."""
    rows = [row(command, measured) for command in comparison.commands]
    columns = ["command", "median", "min … max", "CPU", "rows/s", "ratio", "peak memory", "file"]
    kept = [column for column in range(len(columns)) if any(row[column] for row in rows)]
    yield f"## {comparison.title}"
    yield comparison.text.replace("\n", " ")
    yield table(
        [columns[column] for column in kept],
        ["lrrrrlrr"[column] for column in kept],
        [[row[column] for column in kept] for row in rows],
    )
    if comparison.targets:
        yield "\n".join(
            f"- {f'Target {target.number}'.strip()}: {target.says} – "
            f"{verdict(target, measured)}, {value(target, measured)}."
            for target in comparison.targets
        )
    commands = "\n".join(shlex.join(command.words) for command in comparison.commands)
    yield f"<details><summary>Commands</summary>\n\n```sh\n{commands}\n```\n\n</details>"


def row(command, measured):
    """Returns the cells of a command; one without a value is empty."""
    found = measured[command.name]
    ratios = [
        f"{digits(found.median / measured[other].median)} × {other}" for other in command.against
    ]
    return [
        command.name,
        seconds(found.median),
        f"{seconds(min(found.times))} … {seconds(max(found.times))}",
        seconds(found.cpu),
        f"{command.rows / found.median:,.0f}" if command.rows else "",
        ", ".join(ratios),
        f"{found.memory / 1e6:.1f} MB",
        f"{found.size / 1e6:.1f} MB" if found.size else "",
    ]


def verdict(target, measured):
    """Says whether a target is met, or by how many percent it is missed."""
    excess = target.value(measured) / target.limit - 1
    return "met" if excess <= 0 else f"missed by {digits(excess * 100)} %"


def value(target, measured):
    return f"{digits(target.value(measured))} {target.unit}"


def seconds(time):
    return f"{digits(time)} s" if time >= 1 else f"{digits(time * 1000)} ms"


def digits(number):
    """Formats a number with three digits, or with all digits before the point."""
    return f"{number:,.{2 if number < 10 else 1 if number < 100 else 0}f}"


def table(header, alignment, rows):
    """Returns a Markdown table; `alignment` has `l` or `r` for each column."""
    lines = [header, ["---:" if side == "r" else "---" for side in alignment], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
