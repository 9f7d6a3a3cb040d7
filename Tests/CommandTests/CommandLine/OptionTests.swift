import Testing

/// Options with invalid values.
@Suite("Option values")
struct OptionTests {
    @Test(arguments: [
        ["import", ""], ["import", "-", "--rejects", ""], ["import", "a", "b", "--rejects", ""],
        ["copy", "minerbook.db", ""], ["copy", "", "b.db"], ["demo", ""], ["merge", ""],
        ["backup", ""], ["restore", ""], ["export", "--output", ""],
        ["report", "sector", "--output", ""], ["report", "sector", "--database", ""],
        ["check", "--database", ""], ["template", "--period", "2026-01", "--output", ""],
    ])
    func `an empty path is refused, since nobody means it`(arguments: [String]) throws {
        let desk = try Desk()
        try desk.run("init", "--quiet")
        try desk.run(arguments, exits: 64).says(
            "Error: a path is empty, perhaps since a variable of the shell is not set")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test(arguments: [
        (
            ["--unit", "horses"],
            "The value 'horses' is invalid for '--unit <unit>': write a unit, such as EH/s, USD bn "
                + "or BTC."
        ),
        (
            ["--status", "guessed"],
            "The value 'guessed' is invalid for '--status <status>': \"guessed\" is not a status: "
                + "reported, preliminary, restated, aggregated or estimated."
        ),
        (
            ["--period", "2025-13"],
            "--period: \"2025-13\" is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                + "FY26Q1 or 2026-01-01/2026-01-15."
        ),
        (
            ["--timezone", "CET"],
            "The value 'CET' is invalid for '--timezone <offset>': write an offset from UTC, such "
                + "as +01:00."
        ),
        (["--skip-lines", "-1"], "--skip-lines -1 is negative; give a number of lines."),
        (["--skip-lines=-1"], "--skip-lines -1 is negative; give a number of lines."),
        (["--skip-lines", "x"], "The value 'x' is invalid for '--skip-lines <number>'"),
        (
            ["--decimal", "dot"],
            "The value 'dot' is invalid for '--decimal <mark>'. Please provide one of 'point' and "
                + "'comma'."
        ),
        (
            ["--published-on", "1.2.25"],
            "The value '1.2.25' is invalid for '--published-on <date>': write a date, such as "
                + "2025-12-31."
        ),
        (
            ["--date-order", "dym"],
            "The value 'dym' is invalid for '--date-order <date-order>'. Please provide one of "
                + "'ymd', 'dmy' or 'mdy'."
        ),
    ])
    func `import rejects an invalid value and says what to write`(flag: [String], message: String)
        throws
    {
        try Desk().run(["import", "-"] + flag, exits: 64).refuses("Error: \(message)")
    }

    @Test(arguments: [["--max-age", "-1"], ["--max-age=-1"]])
    func `report rejects a negative age`(flag: [String]) throws {
        try Desk().run(["report", "sector"] + flag, exits: 64)
            .refuses("Error: --max-age -1 is negative; give a number of days.")
    }
}
