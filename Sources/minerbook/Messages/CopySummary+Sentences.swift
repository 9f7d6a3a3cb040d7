import Bookkeeping

extension CopySummary {
    /// What was done, for people.
    func sentences(from: String, to: String) -> [String] {
        var lines = [
            "Copied \(from) to \(to): \(total) rows. All rows of both were compared.",
            counts.filter { $0.rows > 0 }.map { "\($0.name.replacing("_", with: " ")) \($0.rows)" }
                .joined(separator: ", "),
        ]
        if lacksUsers {
            lines.append(
                "\(to) is a file, which does not keep the users and machines of imports.")
        }
        return lines
    }

    /// What was done, for programs.
    var json: String {
        "{" + counts.map { "\"\($0.name)\": \($0.rows)" }.joined(separator: ", ") + "}"
    }

    private var total: Int { rowCounts.values.reduce(0, +) }

    /// The rows by kind, those of researchers first.
    private var counts: [(name: String, rows: Int)] {
        let kinds: [(String, [String])] = [
            ("imports", ["import"]), ("files", ["import_file"]), ("subjects", ["subject"]),
            ("aliases", ["alias"]), ("share_basis", ["share_basis"]),
            ("memberships", ["membership"]), ("observations", ["observation"]),
            ("claims", ["claim"]), ("sources", ["source"]),
            ("corrections", BookTable.Kept.all.map(\.corrections.name)),
            ("metrics", ["metric"]), ("units", ["unit"]), ("statuses", ["status"]),
        ]
        return kinds.map { name, tables in
            (name, tables.reduce(0) { $0 + rowCounts[$1, default: 0] })
        }
    }
}
