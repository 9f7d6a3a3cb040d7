import Application
import ArgumentParser
import Bookkeeping
import Mining
import Reporting
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

struct DemoCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Show the sector report of the sample data.",
        discussion: "Imports the sample data into a book in memory and prints the report."
    )

    @Argument(
        help: ArgumentHelp(
            "The sample data. If not given: SampleData in this folder, or the one installed with "
                + "the program.", valueName: "folder"))
    var folder: String?

    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    /// The files of the sample data, which README in that folder describes.
    private static let files = [
        "companies.csv", "aliases.csv", "groups.csv", "company_figures.csv",
        "company_filings.csv", "hpc.csv", "prices.csv", "network.csv", "network_daily.csv",
        "group_figures.csv", "snapshot-2026-01.csv", "claims.csv",
    ]

    func addFiles(to files: inout UsedFiles) {
        files.addOutput(printing.output)
        files.addPath(folder)
        guard let folder = try? sampleData() else { return }
        for name in Self.files { files.addInput("\(folder)/\(name)", as: "the sample data") }
    }

    func run() throws {
        let folder = try sampleData()
        let book = try BookLocation.inMemory()
        let summary = try ImportFiles.run(
            try Self.files.map { try FileSource(path: "\(folder)/\($0)") },
            ImportSettings(version: Minerbook.programVersion, now: global.now), into: book)
        guard summary.problemCount == 0 else { throw ExitError(summary.problems, .badData) }
        global.say(summary.sentence)
        let query = ReportQuery(
            on: try Period.argument("2026-01-15"), since: try Period.argument("2025-12-31"),
            addedSince: try Period.argument("2025-11-30"), scope: .group("us-listed"))
        let printer = printing.printer(global)
        try printer.print(printer.document(of: try SectorReport(query, from: book).result))
    }

    private func sampleData() throws(ExitError) -> String {
        if let folder { return folder }
        for candidate in ["SampleData", Self.installedSampleData].compactMap(\.self)
        where access("\(candidate)/companies.csv", R_OK) == 0 {
            return candidate
        }
        throw ExitError(
            "there is no SampleData in this folder or beside the program; say where it is: "
                + "minerbook demo FOLDER", .cannotOpenInput)
    }

    /// `../share/minerbook/SampleData` from the folder of the program.
    private static var installedSampleData: String? {
        guard let program = realpath("/proc/self/exe", nil) else { return nil }
        defer { free(program) }
        var path = FilePath(String(cString: program))
        path.removeLastComponent()
        path.append("../share/minerbook/SampleData")
        return path.string
    }
}
