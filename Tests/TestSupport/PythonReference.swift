import Foundation

/// A second implementation in Python, a script in Tests/Fixtures/PythonReference. Tests compare its output
/// with that of the Swift code.
package struct PythonReference {
    /// Whether tests compare with Python. True if `python3` is on the path. Also true if `CI` is
    /// set in the environment, so that a missing Python fails the tests there instead of skipping
    /// them.
    package static let isExpected =
        ProcessInfo.processInfo.environment["CI"] != nil
        || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/python3")
        }

    private let script: String

    /// The implementation in the script with this file name.
    package init(_ script: String) { self.script = script }

    /// Runs the script on all files and returns its output for each, in the same order. Each block
    /// on stdin and stdout comes after its length, 4 bytes, little-endian.
    ///
    /// - Throws: `Failure`, or an error of Foundation if the script cannot be started.
    package func answers(to files: [MutatedFile]) throws -> [ArraySlice<UInt8>] {
        var input = Data()
        for file in files {
            input.append(file.delimiter)
            withUnsafeBytes(of: UInt32(file.bytes.count).littleEndian) {
                input.append(contentsOf: $0)
            }
            input.append(contentsOf: file.bytes)
        }
        let output = try run(input)
        var answers: [ArraySlice<UInt8>] = []
        var rest = output[...]
        while rest.count >= 4 {
            let count = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(4)
            answers.append(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        return answers
    }

    private func run(_ input: Data) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Files instead of pipes: with pipes both processes could wait for each other once a pipe
        // is full.
        let (files, answers) = (folder.appending(path: "files"), folder.appending(path: "answers"))
        try input.write(to: files)
        try Data().write(to: answers)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let scripts = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/PythonReference")
        process.arguments = ["python3", "-B", scripts.appending(path: script).path]
        process.standardInput = try FileHandle(forReadingFrom: files)
        process.standardOutput = try FileHandle(forWritingTo: answers)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(script: script) }
        return Array(try Data(contentsOf: answers))
    }

    /// `python3` is not installed, or the script failed and printed why to stderr.
    struct Failure: Error, CustomStringConvertible {
        var script: String

        var description: String { "python3 could not run \(script): see stderr" }
    }
}
