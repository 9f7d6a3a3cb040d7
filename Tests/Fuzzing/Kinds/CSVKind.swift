/// A CSV file gives the same figures and problems in batches of any size.
func checkCSV(_ bytes: [UInt8]) {
    let file = AnyFile(csv: bytes)
    file.check()
    let other = AnyFile(csv: bytes, batchSize: 1)
    require(file.observations == other.observations, "batches change the figures")
    require(
        file.diagnostics.problemCount == other.diagnostics.problemCount,
        "batches change the problems")
}
