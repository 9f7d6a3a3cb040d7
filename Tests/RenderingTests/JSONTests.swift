import Foundation
import Mining
import Rendering
import Reporting
import TestSupport
import Testing

@Suite("Documents as JSON")
struct JSONTests {
    @Test func `a report`() throws {
        #expect(
            try Format.json.text(.sector) == #"""
                {
                  "schema_version": 1,
                  "report": "sector",
                  "parameters": {"on": "2026-01-15", "since": null, "group": "us-listed"},
                  "tables": [
                    {
                      "name": "headline",
                      "title": "U.S.-listed miners on 2026-01-15",
                      "columns": [
                        {"name": "figure", "title": "Figure", "type": "text"},
                        {"name": "title", "title": "Figure", "type": "text"},
                        {"name": "value", "title": "Value", "type": "number"},
                        {"name": "unit", "title": "Unit", "type": "text"},
                        {"name": "change", "title": "Change", "type": "number"},
                        {"name": "on", "title": "Day", "type": "date"},
                        {"name": "record", "title": "Record", "type": "boolean"}
                      ],
                      "rows": [
                        {"figure": "hashrate", "title": "Deployed hashrate", "value": 419.25, "unit": "EH/s", "change": 12, "on": "2026-01-15", "record": true},
                        {"figure": "market_cap", "title": "Market cap", "value": 62123456789, "unit": "USD", "change": 13000000000, "on": "2026-01-14", "record": false},
                        {"figure": "gross_margin", "title": "Gross margin", "value": 47, "unit": "%", "change": -300, "on": "2026-01-15", "record": null},
                        {"figure": "reward_usd", "title": "Block reward revenue", "value": 42149, "unit": "USD/EH/day", "change": 0.4, "on": null, "record": null},
                        {"figure": "hpc", "title": "HPC contracted", "value": null, "unit": "MW", "change": null, "on": null, "record": null}
                      ]
                    },
                    {
                      "name": "members",
                      "title": "Members",
                      "columns": [
                        {"name": "ticker", "title": "Ticker", "type": "text"},
                        {"name": "hashrate", "title": "Hashrate", "type": "number", "unit": "EH/s"},
                        {"name": "market_cap", "title": "Market cap", "type": "number", "unit": "USD"},
                        {"name": "source", "title": "Source", "type": "text"}
                      ],
                      "rows": [
                        {"ticker": "MARA", "hashrate": 60.4, "market_cap": 5125000000, "source": "Form 10-K for the fiscal year 2025, page 47"},
                        {"ticker": "RIOT", "hashrate": 38.5, "market_cap": null, "source": "比特币矿业 monthly update 🚀"}
                      ]
                    },
                    {
                      "name": "conflicts",
                      "title": "Conflicts",
                      "columns": [
                        {"name": "ticker", "title": "Ticker", "type": "text"},
                        {"name": "metric", "title": "Metric", "type": "text"}
                      ],
                      "rows": []
                    }
                  ],
                  "notes": [
                    "1 of 14 is an estimate: MARA. What is carried is at most ninety-two days old, and says so.",
                    "3. No inputs lack their day of publication."
                  ]
                }

                """#)
    }

    @Test func `charts follow the tables, with null for missing values`() throws {
        var chart = Chart.quarters
        chart.series[0].values = [7_532, .nan, nil, 0.5]
        #expect(
            try Format.json.text(Document(charts: [chart])) == #"""
                {
                  "schema_version": 1,
                  "report": "charts",
                  "parameters": {},
                  "tables": [],
                  "charts": [
                    {
                      "name": "bitcoin",
                      "title": "Bitcoin mined and sold",
                      "kind": "bars",
                      "unit": "BTC",
                      "axis": {"type": "names", "places": ["2025Q1", "2025Q2", "2025Q3", "2025Q4"]},
                      "series": [
                        {"name": "Mined", "values": [7532, null, null, 0.5]},
                        {"name": "Sold", "values": [4120, 5006, null, 8944]}
                      ]
                    }
                  ],
                  "notes": []
                }

                """#)
    }

    @Test func `hidden characters are escaped, others are not`() throws {
        #expect(
            try Format.json.text(.hostile) == #"""
                {
                  "schema_version": 1,
                  "report": "list",
                  "parameters": {"where": "a|b\n# c"},
                  "tables": [
                    {
                      "name": "names",
                      "title": "Names\u001B[31m",
                      "columns": [
                        {"name": "name", "title": "Na|me", "type": "text", "unit": "=1\"2"},
                        {"name": "n", "title": "N", "type": "number"}
                      ],
                      "rows": [
                        {"name": "=HYPERLINK(\"http://x\",\"y\")", "n": -1.5},
                        {"name": "+1", "n": -1.5},
                        {"name": "-1", "n": -1.5},
                        {"name": "@SUM(A1)", "n": -1.5},
                        {"name": "\tTab", "n": -1.5},
                        {"name": "ESC \u001B]0;title\u0007", "n": -1.5},
                        {"name": "C1 \u009B31m DEL \u007F NUL \u0000", "n": -1.5},
                        {"name": "a | b \\| `c` <script> **d** [e](f) ~g~ &lt; R&D h_i _j_ #1", "n": -1.5},
                        {"name": "two\nlines\r\n", "n": -1.5},
                        {"name": "say \"hi\", 'you'", "n": -1.5},
                        {"name": "\u202Eevil\u2066", "n": -1.5},
                        {"name": "a\u2028b\u2029", "n": -1.5},
                        {"name": "été 👩‍💻 日本", "n": -1.5},
                        {"name": "", "n": -1.5},
                        {"name": " padded ", "n": -1.5}
                      ]
                    }
                  ],
                  "notes": [
                    "- # not a heading\u001B[2J",
                    "=SUM(1)",
                    "https://example.com/a_b?c=1&d=2"
                  ]
                }

                """#)
    }

    @Test func `an empty document`() throws {
        #expect(
            try Format.json.text(Document(report: "r", tables: [])) == """
                {
                  "schema_version": 1,
                  "report": "r",
                  "parameters": {},
                  "tables": [],
                  "notes": []
                }

                """)
    }

    @Test func `a thousand random documents are parsed back unchanged`() throws {
        var random = SeededGenerator(seed: 1)
        for _ in 0..<1000 {
            let document = Document.random(&random)
            let bytes = try Format.json.render(document)
            let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            let read = try #require(object)
            #expect(read["schema_version"] as? Int == 1)
            #expect(scalars(read["report"]) == scalars(document.report))
            #expect(texts(read["notes"]) == document.notes.map(scalars))

            let parameters = try #require(read["parameters"] as? [String: Any])
            #expect(parameters.count == document.parameters.count)
            for parameter in document.parameters {
                let value = parameters[parameter.name]
                if let expected = parameter.value {
                    #expect(scalars(value) == scalars(expected))
                } else {
                    #expect(value is NSNull)
                }
            }

            let tables = try #require(read["tables"] as? [[String: Any]])
            try #require(tables.count == document.tables.count)
            for (table, expected) in zip(tables, document.tables) { try compare(table, expected) }
        }
    }

    @Test func `numbers are parsed back to the last bit`() throws {
        var random = SeededGenerator(seed: 3)
        let values = (0..<5000).map { _ in Double.random(&random) }
        let table = Table(
            name: "t", title: "T", columns: [Column("n", "N", .number)],
            rows: values.map { [.number(Number($0, decimals: 0))] })
        struct Read: Decodable {
            struct Table: Decodable { var rows: [[String: Double?]] }
            var tables: [Table]
        }
        let bytes = try Format.json.render(Document(report: "r", tables: [table]))
        let read = try JSONDecoder().decode(Read.self, from: Data(bytes))
        #expect(
            read.tables.first?.rows.map { $0["n"] } == values.map { $0.isFinite ? $0 : .some(nil) })
    }

    private func compare(_ read: [String: Any], _ table: Table) throws {
        #expect(scalars(read["name"]) == scalars(table.name))
        #expect(scalars(read["title"]) == scalars(table.title))
        let columns = try #require(read["columns"] as? [[String: Any]])
        try #require(columns.count == table.columns.count)
        for (column, expected) in zip(columns, table.columns) {
            #expect(scalars(column["name"]) == scalars(expected.name))
            #expect(scalars(column["title"]) == scalars(expected.title))
            #expect(scalars(column["type"]) == scalars(expected.kind.rawValue))
            #expect(scalars(column["unit"]) == expected.unit.flatMap(scalars))
        }
        let rows = try #require(read["rows"] as? [[String: Any]])
        try #require(rows.count == table.rows.count)
        for (row, expected) in zip(rows, table.rows) {
            #expect(row.count == table.columns.count)
            for (column, cell) in zip(table.columns, expected) {
                let value = row[column.name]
                switch cell {
                case .missing: #expect(value is NSNull)
                case .text(let text), .worded(let text, shown: _):
                    #expect(scalars(value) == scalars(text))
                case .number(let number) where number.value.isFinite:
                    // JSONSerialization itself may be off by some units in the last place.
                    let read = try #require((value as? NSNumber)?.doubleValue)
                    #expect(abs(read - number.value) <= abs(number.value) * 1e-14)
                case .number: #expect(value is NSNull)
                case .date(let day): #expect(scalars(value) == scalars(day.description))
                case .flag(let flag): #expect(value as? Bool == flag)
                }
            }
        }
    }

    /// The Unicode scalars of a string, because `==` treats some different strings as equal.
    private func scalars(_ value: Any?) -> [Unicode.Scalar]? {
        (value as? String).map { Array($0.unicodeScalars) }
    }

    private func texts(_ value: Any?) -> [[Unicode.Scalar]?]? {
        (value as? [Any])?.map(scalars)
    }

    @Test func `a chart has the marks of its values, and numbers on its axis`() throws {
        let charts = [Chart.ranked, .numbers]
        let text = String(
            decoding: try Format.json.render(Document(charts: charts)), as: UTF8.self)
        #expect(
            text.contains(
                #""marks": [[], ["estimated", "carried"], ["carried"], ["estimated"], []]"#))
        #expect(
            text.contains(
                #""axis": {"type": "numbers", "unit": "%", "places": [-50, -30, -20, -10, 0, 10, 50]}"#
            ))
    }
}
