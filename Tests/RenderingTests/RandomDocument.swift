import Foundation
import Mining
import Reporting
import TestSupport

extension Document {
    /// A random document of one to three tables with up to six columns and five rows.
    static func random(_ random: inout SeededGenerator) -> Document {
        Document(
            report: .random(&random),
            parameters: (0..<Int.random(in: 0...3, using: &random)).map {
                Parameter("p\($0)", Bool.random(using: &random) ? .random(&random) : nil)
            },
            tables: (0..<Int.random(in: 1...3, using: &random)).map { _ in .random(&random) },
            notes: (0..<Int.random(in: 0...2, using: &random)).map { _ in .random(&random) })
    }
}

extension Table {
    private static func columns(_ random: inout SeededGenerator) -> [Column] {
        let kinds: [Column.Kind] = [.text, .number, .date, .boolean]
        return (0..<Int.random(in: 1...6, using: &random)).map { index in
            Column(
                "\(index)" + .random(&random), .random(&random),
                kinds.randomElement(using: &random) ?? .text,
                unit: Bool.random(using: &random) ? .random(&random) : nil,
                audience: Int.random(in: 0..<5, using: &random) == 0 ? .programs : .everyone)
        }
    }

    fileprivate static func random(_ random: inout SeededGenerator) -> Table {
        let columns = columns(&random)
        return Table(
            name: .random(&random), title: .random(&random), columns: columns,
            rows: (0..<Int.random(in: 0...5, using: &random)).map { _ in
                columns.map { .random($0.kind, &random) }
            })
    }
}

extension Cell {
    fileprivate static func random(_ kind: Column.Kind, _ random: inout SeededGenerator) -> Cell {
        switch (kind, Int.random(in: 0..<6, using: &random)) {
        case (_, 0): .missing
        case (.text, 1): .worded(.random(&random), shown: .random(&random))
        case (.text, _): .text(.random(&random))
        case (.number, _):
            .number(
                Number(
                    .random(&random), decimals: .random(in: -4...6, using: &random),
                    power: .random(in: -9...9, using: &random),
                    isSigned: .random(using: &random),
                    marks: Number.Mark.allCases.filter { _ in Bool.random(using: &random) }))
        case (.date, _):
            Day(number: .random(in: -100_000...100_000, using: &random)).map(Cell.date) ?? .missing
        case (.boolean, _): .flag(.random(using: &random))
        }
    }
}

extension String {
    /// A random text of up to twelve characters, many of them awkward.
    static func random(_ random: inout SeededGenerator) -> String {
        let awkward =
            Array(
                "\"\\|`<>&#*_[]()~;,='+-@ \t\r\n\u{1B}\u{7}\u{7F}\u{9B}\u{202E}\u{2066}\u{2028}\u{2029}"
                    .unicodeScalars)
            + "\u{200D}\u{FEFF}\u{AD}éΩ比가😀🚀\u{301}\u{FE0F}\u{E0041}".unicodeScalars
        var text = ""
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let letter = Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random))
            text.unicodeScalars.append(
                Bool.random(using: &random)
                    ? awkward.randomElement(using: &random) ?? letter : letter)
        }
        return text
    }
}
