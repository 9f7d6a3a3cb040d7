import Files
import Foundation
import SystemPackage
import TestSupport
import Testing

/// Where a lake may be written, and what an export that fails leaves.
@Suite("Folders of lakes")
struct LakeFolderTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    private func export(
        _ options: String..., exits code: Int32 = 0, at location: SourceLocation = #_sourceLocation
    ) throws -> Outcome {
        try desk.run(["export", "--lake", "lake"] + options, exits: code, at: location)
    }

    private func make(_ folder: String) throws {
        try FileManager.default.createDirectory(
            at: desk.folder.appending(path: folder), withIntermediateDirectories: true)
    }

    /// Writes a file to the lake that begins as a compressed one.
    private func compressed(_ file: String) throws {
        try Data([0x1F, 0x8B, 0]).write(to: desk.folder.appending(path: "lake/\(file)"))
    }

    @Test(arguments: [
        ("notes.txt", "x"), ("views.sql", "SELECT 1;"), ("companies/notes.txt", "x"),
        ("observations/metric=btc_mined/year=2025/data.csv", "x"), ("photos/1.jpg", "x"),
    ])
    func `a folder of something else is refused and stays as it is`(
        file: String, text: String
    ) throws {
        try make("lake/" + file.split(separator: "/").dropLast().joined(separator: "/"))
        try desk.write(text, to: "lake/\(file)")
        let named = file == "photos/1.jpg" ? "photos" : file
        try export(exits: 73).says(
            "Error: lake has \(named), which is not of a lake; name a new or an empty folder")
        #expect(try LakeFiles(of: desk).contents == [file: Data(text.utf8)])
    }

    @Test func `a manifest of another program or version is refused`() throws {
        try make("lake")
        try desk.write("{\"manifest_version\": 3}", to: "lake/manifest.json")
        try export(exits: 73).says(
            "Error: lake has manifest.json, which is not of a lake; name a new or an empty folder")
        try desk.write("{\"minerbook_lake\": 2, \"program\": \"9.0\"}", to: "lake/manifest.json")
        try export(exits: 73).says(
            "Error: lake is a lake of another version of minerbook; name a new folder, or remove it "
                + "first")
        #expect(try LakeFiles(of: desk).paths == ["manifest.json"])
    }

    @Test func `a file or a missing folder on the way is an error`() throws {
        try desk.write("x", to: "lake")
        try export(exits: 73).says("Error: cannot create files in lake: Not a directory")
        try desk.run("export", "--lake", "none/lake", exits: 73)
            .says("Error: cannot create the folder none/lake: No such file or directory")
    }

    @Test func `the folder of the book is refused`() throws {
        try desk.run("export", "--lake", ".", exits: 73).says(
            "Error: . has SampleData, which is not of a lake; name a new or an empty folder")
        try desk.run("export", "--database", "minerbook.db", "--lake", "minerbook.db", exits: 73)
            .says("Error: cannot create files in minerbook.db: Not a directory")
    }

    @Test func `an empty folder and hidden files are fine`() throws {
        try make("lake")
        try desk.write("x", to: "lake/.DS_Store")
        _ = try export()
        #expect(try desk.text(of: "lake/.DS_Store") == "x")
    }

    @Test func `files of others beside a lake stay, and old files of the lake go`() throws {
        _ = try export()
        let before = try LakeFiles(of: desk)
        let old = "observations/metric=btc_mined/year=1999/import-000001-0123456789abcdef.csv.gz"
        try make("lake/observations/metric=btc_mined/year=1999")
        // A name of a data file alone is not enough to remove it.
        let other = old.replacing("000001", with: "000002")
        for file in ["research.duckdb", "observations/notes.txt", other] {
            try desk.write("x", to: "lake/\(file)")
        }
        try compressed(old)
        try export().says(
            "Wrote the lake lake: 0 files new, \(before.contents.count) unchanged, 1 removed.")
        let after = try LakeFiles(of: desk).contents
        #expect(after["research.duckdb"] == Data("x".utf8))
        #expect(after["observations/notes.txt"] == Data("x".utf8))
        #expect(after[other] == Data("x".utf8))
        #expect(after.count == before.contents.count + 3)
    }

    @Test func `a damaged or missing file of a lake is written again`() throws {
        _ = try export()
        let before = try LakeFiles(of: desk)
        let paths = try before.named()
        try desk.write("damaged", to: "lake/\(paths[0])")
        try FileManager.default.removeItem(at: desk.folder.appending(path: "lake/\(paths[1])"))
        try desk.write("-- my views", to: "lake/views.sql")
        try export().says(
            "Wrote the lake lake: 3 files new, \(before.contents.count - 3) unchanged, 0 removed.")
        #expect(try LakeFiles(of: desk).contents == before.contents)
    }

    @Test func `an export that fails leaves the lake as it was`() throws {
        _ = try export()
        let before = try LakeFiles(of: desk)
        try desk.write(
            "subject,metric,period,value,unit\nRIOT,btc_mined,2020-01,5,BTC\n", to: "new.csv")
        try desk.run("import", "new.csv")
        try desk.shell("ulimit -f 8; minerbook export --lake lake", exits: 74)
            .says("Error: cannot write lake/manifest.json: File too large")
        #expect(try LakeFiles(of: desk).contents == before.contents)
        #expect(
            !FileManager.default.fileExists(
                atPath: desk.folder.appending(
                    path: "lake/observations/metric=btc_mined/year=2020"
                ).path))
        try desk.shell("ulimit -f 8; minerbook export --lake other", exits: 74)
        #expect(desk.names == ["lake", "minerbook.db", "new.csv"])
    }

    @Test func `what an export that was interrupted left is removed`() throws {
        try make("lake/observations/metric=btc_mined/year=2025")
        let lock = ".minerbook-tmp-0123456789abc.lock"
        for name in [lock, ".minerbook-tmp-0123456789abc-1.part"] {
            try desk.write("x", to: "lake/\(name)")
        }
        try compressed(
            "observations/metric=btc_mined/year=2025/import-000009-0123456789abcdef.csv.gz")
        _ = try export()
        let lake = try LakeFiles(of: desk)
        #expect(try lake.named() == lake.paths.filter { $0.contains("/") })
        #expect(lake.paths.filter { $0.hasPrefix(".") }.isEmpty)
    }

    @Test func `two exports do not write to a lake at the same time`() throws {
        try make("lake")
        let lock = try FolderLock(FilePath(desk.folder.appending(path: "lake").path))
        #expect(lock != nil)
        try export(exits: 75).says("Error: another export is writing to lake; try again later")
        #expect(try LakeFiles(of: desk).paths.isEmpty)
    }

    @Test func `options of other exports are refused`() throws {
        try export("--output", "folder", exits: 64)
            .refuses("Error: --lake and --output are two exports; leave out one of them.")
        try export("--format", "csv", exits: 64)
            .refuses("Error: A lake has a format of its own; leave out --format.")
        try desk.run("export", "--lake", "", exits: 64)
            .refuses("Error: --lake needs the path of a folder.")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test func `quiet prints nothing`() throws { try export("--quiet").says() }
}
