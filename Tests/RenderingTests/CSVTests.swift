import CSV
import Rendering
import Reporting
import TestSupport
import Testing

@Suite("Documents as CSV")
struct CSVTests {
    @Test func `the first table, or the one that is named`() throws {
        #expect(
            try Format.csv.text(.sector) == """
                figure,title,value,unit,change,on,record
                hashrate,Deployed hashrate,419.25,EH/s,12,2026-01-15,true
                market_cap,Market cap,62123456789,USD,13000000000,2026-01-14,false
                gross_margin,Gross margin,47,%,-300,2026-01-15,
                reward_usd,Block reward revenue,42149,USD/EH/day,0.4,,
                hpc,HPC contracted,,MW,,,

                """)
        #expect(
            try Format.csv.text(.sector, table: "members") == """
                ticker,hashrate (EH/s),market_cap (USD),source
                MARA,60.4,5125000000,"Form 10-K for the fiscal year 2025, page 47"
                RIOT,38.5,,比特币矿业 monthly update 🚀

                """)
        #expect(try Format.csv.text(.sector, table: "conflicts") == "ticker,metric\n")
        #expect(try Format.csv.text(Document(report: "r", tables: [])) == "")
    }

    @Test func `formulas are neutralized, numbers are unchanged`() throws {
        let text = try Format.csv.text(.hostile)
        #expect(
            text.hasPrefix(
                #"""
                "name (=1""2)",n
                "'=HYPERLINK(""http://x"",""y"")",-1.5
                '+1,-1.5
                '-1,-1.5
                '@SUM(A1),-1.5
                \u{9}Tab,-1.5
                ESC \u{1B}]0;title\u{7},-1.5

                """#))
    }

    @Test func `a thousand random documents are parsed back unchanged`() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<1000 {
            let document = Document.random(&random)
            let table = try #require(document.tables.first)
            var expected = [table.columns.map { $0.name + ($0.unit.map { " (\($0))" } ?? "") }]
            expected[0] = expected[0].map(neutralised)
            expected += table.rows.map { $0.map(field) }

            var reader = CSVReader(MemorySource(try Format.csv.render(document)))
            var read: [[String]] = []
            while try reader.next() {
                let record = reader.record
                read.append(try record.fields.indices.map { try record.text(at: $0) })
            }
            #expect(
                read.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } }
            )
        }
    }

    @Test func `numbers are parsed back to the same value`() throws {
        var random = SeededGenerator(seed: 3)
        let values = (0..<2000).map { _ in Double.random(&random) }.filter(\.isFinite)
        let table = Table(
            name: "t", title: "T", columns: [Column("n", "N", .number)],
            rows: values.map { [.number(Number($0, decimals: 0))] })
        let text = try Format.csv.text(Document(report: "r", tables: [table]))
        #expect(text.split(separator: "\n").dropFirst().map { Double($0) } == values)
    }

    private func field(_ cell: Cell) -> String {
        switch cell {
        case .missing: ""
        case .text(let text), .worded(let text, shown: _): neutralised(text)
        case .number(let number): number.value.isFinite ? plain(number.value) : ""
        case .date(let day): "\(day)"
        case .flag(let flag): "\(flag)"
        }
    }

    private func neutralised(_ text: String) -> String {
        let text = text.visible
        let first = text.unicodeScalars.first { $0 != "'" }
        return first.map("=+-@".unicodeScalars.contains) == true ? "'" + text : text
    }
}
