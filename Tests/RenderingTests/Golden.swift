import Foundation
import Testing

/// Expects `bytes` to be what the golden file holds. With `UPDATE_GOLDEN=1` in the environment,
/// writes them there instead.
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
    let problem = golden == nil ? "is missing" : "is not what is rendered"
    #expect(
        golden == Data(bytes),
        "\(name) \(problem); where the new output is right, write it with UPDATE_GOLDEN=1",
        sourceLocation: location)
}
