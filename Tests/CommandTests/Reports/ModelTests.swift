import TestSupport
import Testing

/// Random small books, whose reports are compared with `Tests/Model`: a second implementation of
/// docs/formulas.md in Python, which shares no code with the program and is not fast.
@Suite("An independent model")
struct ModelTests {
    /// The seeds of the books, in parts that run side by side. `make model` compares 300 books.
    private static let parts = [10...13, 14...17]

    @Test(
        .enabled(
            if: PythonReference.isExpected, "python3 is not installed: not compared with the model"),
        arguments: parts)
    func `all reports print the figures that the formulas give`(seeds: ClosedRange<Int>) throws {
        let script = Desk.packageRoot.appending(path: "Tests/Model/compare.py").path
        try Desk().shell(
            "python3 -B '\(script)' \"$(command -v minerbook)\""
                + " --books \(seeds.count) --seed \(seeds.lowerBound) --jobs 1")
    }
}
