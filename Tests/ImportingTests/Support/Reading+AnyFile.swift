import Testing

extension Reading {
    /// Checks what holds for any file, however broken. Returns whether it has values.
    @discardableResult
    func expectWhatHoldsForAnyFile() -> Bool {
        #expect(counts.values == valueCount)
        #expect(counts.rejected <= diagnostics.problemCount)
        #expect(kind != nil || diagnostics.problemCount > 0 || diagnostics.warningCount > 0)
        for problem in diagnostics.problems {
            #expect(
                !"\(problem)".unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(problem.line >= 1)
        }
        return counts.values > 0
    }
}
