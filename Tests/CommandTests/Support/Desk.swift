import Foundation
import Testing

/// A temporary folder in which a test runs the built program. It is removed with this value.
///
/// ```swift
/// let desk = try Desk()
/// try desk.write("ticker,name\nRIOT,Riot\n", to: "companies.csv")
/// try desk.run("import", "companies.csv").says("Import 1: 1 inserted, 0 unchanged, 0 corrected.")
/// ```
///
/// The folder contains the sample data as `SampleData`. After each command it checks that nothing is
/// left next to a book, which is a single file unless it is in use.
final class Desk {
    let folder: URL
    private let home: URL

    init() throws {
        home = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-tests-\(UUID().uuidString)")
        folder = home.appending(path: "desk")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "SampleData"),
            withDestinationURL: Self.packageRoot.appending(path: "SampleData"))
    }

    deinit {
        try? FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.path)
        try? FileManager.default.removeItem(at: home)
    }

    /// A desk whose book contains the sample data, as import 1.
    static func withSampleData() throws -> Desk {
        let desk = try Desk()
        try sampleBook.get().write(to: desk.folder.appending(path: "minerbook.db"))
        return desk
    }

    /// The bytes of a book that contains the sample data. One import serves all tests.
    private static let sampleBook = Result {
        let desk = try Desk()
        try desk.run(["import"] + sampleData)
        return try desk.bytes(of: "minerbook.db")
    }

    /// The paths of the files of the sample data, relative to the folder.
    static let sampleData = [
        "companies", "aliases", "groups", "company_figures", "company_filings", "hpc", "prices",
        "network", "network_daily", "group_figures", "snapshot-2026-01", "claims",
    ].map { "SampleData/\($0).csv" }

    // MARK: Running

    /// Runs the program. Fails the test if its exit code is not `code`.
    @discardableResult
    func run(
        _ arguments: String..., exits code: Int32 = 0, input: String = "",
        environment: [String: String] = [:], at location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try run(arguments, exits: code, input: input, environment: environment, at: location)
    }

    @discardableResult
    func run(
        _ arguments: [String], exits code: Int32 = 0, input: String = "",
        environment: [String: String] = [:], at location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try launch(
            Self.program, arguments, exits: code, input: input, environment: environment,
            command: "minerbook " + arguments.joined(separator: " "), at: location)
    }

    /// Runs a shell command line in which `minerbook` is the program.
    @discardableResult
    func shell(
        _ line: String, exits code: Int32 = 0, at location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try launch(
            URL(filePath: "/bin/sh"), ["-c", line], exits: code, input: "", environment: [:],
            command: line, at: location)
    }

    private func launch(
        _ program: URL, _ arguments: [String], exits code: Int32, input: String,
        environment: [String: String], command: String, at location: SourceLocation
    ) throws -> Outcome {
        // Files instead of pipes, which block if too much is written to them.
        let streams = home.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
        let (stdin, stdout, stderr) = (
            streams.appending(path: "in"), streams.appending(path: "out"),
            streams.appending(path: "err")
        )
        try Data(input.utf8).write(to: stdin)
        for file in [stdout, stderr] { try Data().write(to: file) }

        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: stdin)
        process.standardOutput = try FileHandle(forWritingTo: stdout)
        process.standardError = try FileHandle(forWritingTo: stderr)
        try process.run()
        process.waitUntilExit()

        let outcome = Outcome(
            command: command, folder: folder.path, bytes: try Data(contentsOf: stdout),
            stderr: String(decoding: try Data(contentsOf: stderr), as: UTF8.self),
            code: process.terminationStatus)
        #expect(
            process.terminationReason == .exit && outcome.code == code, outcome.comment,
            sourceLocation: location)
        let leftovers = names.filter { name in
            ["-wal", "-shm", "-journal"].contains(where: name.hasSuffix)
                || name.contains(".part")
        }
        #expect(leftovers.isEmpty, outcome.comment, sourceLocation: location)
        return outcome
    }

    // MARK: Files

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    func bytes(of name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    func text(of name: String) throws -> String {
        String(decoding: try bytes(of: name), as: UTF8.self)
    }

    /// The names of everything in the folder except the sample data, sorted.
    var names: [String] {
        let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (all ?? []).filter { $0 != "SampleData" }.sorted()
    }

    // MARK: Paths

    /// The folder of this package.
    static let packageRoot = (1...4).reduce(URL(filePath: #filePath)) { url, _ in
        url.deletingLastPathComponent()
    }

    /// The program that was built with these tests. It is next to their bundle.
    private static let program: URL = {
        let bundle = Bundle(for: Desk.self).bundleURL
        let places = [
            bundle, bundle.deletingLastPathComponent(), packageRoot.appending(path: ".build/debug"),
        ]
        let candidates = places.map { $0.appending(path: "minerbook") }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
            ?? candidates[0]
    }()

    /// The environment of the tests, with the program in PATH and without variables that it reads.
    private static let environment: [String: String] = {
        var environment = ProcessInfo.processInfo.environment
        environment["MINERBOOK_DATABASE"] = nil
        environment["NO_COLOR"] = nil
        let path = environment["PATH"] ?? "/usr/bin:/bin"
        environment["PATH"] = program.deletingLastPathComponent().path + ":" + path
        return environment
    }()
}
