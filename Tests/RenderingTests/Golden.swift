import Foundation
import Testing

/// Expects `bytes` to equal the golden file. With `UPDATE_GOLDEN=1` in the environment,
/// writes the golden file instead.
func expect(
    _ bytes: [UInt8], matchesGolden name: String,
    at location: SourceLocation = #_sourceLocation
) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        return try Data(bytes).write(to: file)
    }
    let golden = try? Data(contentsOf: file)
    let problem = golden == nil ? "is missing" : "differs from the output"
    #expect(
        golden == Data(bytes),
        "\(name) \(problem); if the new output is right, update it with UPDATE_GOLDEN=1",
        sourceLocation: location)
}
