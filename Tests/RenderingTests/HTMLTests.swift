import Rendering
import Reporting
import TestSupport
import Testing

@Suite("Documents as HTML")
struct HTMLTests {
    @Test func `a report with charts`() throws {
        try expect(try Format.html.render(.withCharts), matchesGolden: "report.html")
    }

    @Test func `a page is self-contained and has no scripts`() throws {
        let page = try Format.html.render(.withCharts)
        let tree = try #require(MarkupTree(page))
        #expect(tree.names.isDisjoint(with: ["script", "link", "img", "iframe", "object", "base"]))
        #expect(tree.attributes.allSatisfy { $0.name != "src" && !$0.name.hasPrefix("on") })
        let text = String(decoding: page, as: UTF8.self)
        for token in ["@import", "url(http", "url(//", "javascript:"] {
            #expect(!text.contains(token))
        }
        #expect(tree.values(of: "lang") == ["en"])
        #expect(
            tree.values(of: "content").contains("default-src 'none'; style-src 'unsafe-inline'"))
    }

    @Test func `identifiers are unique, and every reference has its target`() throws {
        let tree = try #require(MarkupTree(try Format.html.render(.withCharts)))
        let ids = tree.values(of: "id")
        #expect(Set(ids).count == ids.count)
        for name in ["aria-labelledby", "aria-describedby"] {
            #expect(Set(tree.values(of: name)).isSubset(of: ids))
        }
        let hatches = tree.values(of: "fill").filter { $0.hasPrefix("url(#") }
        #expect(!hatches.isEmpty)
        #expect(Set(hatches.map { String($0.dropFirst(5).dropLast()) }).isSubset(of: ids))
    }

    @Test func `each chart has its numbers as a table`() throws {
        let text = try Format.html.text(Document(charts: [.quarters]))
        let numbers = try #require(text.firstRange(of: "<details>")).lowerBound
        for cell in ["2025Q3", "<span>Mined</span> <span>[BTC]</span>", "8,310", "–"] {
            #expect(text[numbers...].contains(cell))
        }
    }

    @Test func `decimal points of a column are aligned`() throws {
        let text = try Format.html.text(.sector, table: "members")
        #expect(text.contains(##"<td class="n">60<span style="min-width:3ch">.4</span></td>"##))
        #expect(
            text.contains(##"<td class="n">38<span style="min-width:3ch">.5<i>c</i></span></td>"##))
    }

    @Test func `only web addresses become links`() throws {
        let tree = try #require(MarkupTree(try Format.html.render(.series)))
        #expect(
            tree.values(of: "href")
                == ["2025-10", "2025-11", "2025-12"].map {
                    "https://www.riotplatforms.com/production-update-\($0)"
                })
        let table = Table(
            name: "t", title: "T", columns: [Column("a", "A", .text), Column("b", "B", .text)],
            rows: ["javascript:alert(1)", "https://a b", "data:text/html,x", "ftp://x"].map {
                [.text($0), .text($0)]
            })
        let other = try #require(
            MarkupTree(try Format.html.render(Document(report: "r", tables: [table]))))
        #expect(other.values(of: "href").isEmpty)
    }

    @Test func `text from data is always escaped`() throws {
        let tree = try #require(MarkupTree(try Format.html.render(.hostileChart)))
        #expect(!tree.names.contains("script"))
        #expect(tree.attributes.allSatisfy { !$0.name.hasPrefix("on") })
        for text in [
            #"Names\u{1B}[31m"#, #"a | b \| `c` <script> **d** [e](f) ~g~ &lt; R&D h_i _j_ #1"#,
            #"\u{202E}evil\u{2066}"#, #"two\u{A}lines\u{D}\u{A}"#, "say \"hi\", 'you'",
        ] {
            #expect(tree.texts.contains(text), "\(text)")
        }
    }

    @Test func `any document is well-formed and uses only known elements`() throws {
        let known: Set<String> = [
            "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "dl",
            "div", "dt", "dd", "section", "table", "thead", "tbody", "tr", "th", "td", "span", "i",
            "p", "ul", "li", "a", "figure", "figcaption", "svg", "desc", "pattern", "path", "text",
            "circle", "rect", "details", "summary",
        ]
        var random = SeededGenerator(seed: 46)
        for _ in 0..<40 {
            var document = Document.random(&random)
            document.charts = [.random(&random), .random(&random)]
            let page = try Format.html.render(document)
            let tree = try #require(MarkupTree(page), "\(document)")
            #expect(tree.names.isSubset(of: known))
            #expect(try Format.html.render(document) == page)
        }
    }

    @Test func `an index links to its pages`() throws {
        let index = IndexPage(
            parameters: [Parameter("on", "2026-01-15"), Parameter("since", nil)],
            entries: [.init(file: "company-RIOT.html", title: "Company <RIOT>", answers: "How?")])
        let tree = try #require(MarkupTree(index.html))
        #expect(tree.values(of: "href") == ["company-RIOT.html"])
        #expect(tree.texts.contains("Company <RIOT>") && tree.texts.contains("How?"))
        #expect(tree.texts.contains("2026-01-15") && !tree.texts.contains("since"))
    }
}
