import Bookkeeping
import Foundation
import StorageSQLite
import TestSupport

#if POSTGRES
    import StoragePostgres
#endif

/// The folder of the copies of a test, which is removed with this value.
final class CopyFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appendingPathComponent("minerbook-copy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }
}

/// Where a copy of a book is made: in memory, as a file in a folder of its own, or in a schema of the test
/// server.
final class CopyPlace {
    let engine: Engine
    private let folder: URL
    /// The copy of the memory engine.
    private var made: MemoryBook?
    #if POSTGRES
        private let schema: ScratchSchema?
    #endif

    init(_ engine: Engine, in folder: CopyFolder) throws {
        self.engine = engine
        self.folder = folder.url.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(
            at: self.folder, withIntermediateDirectories: true)
        #if POSTGRES
            schema = engine == .postgres ? try ScratchSchema() : nil
        #endif
    }

    /// Makes a new book from what `fill` adds to it.
    func create(_ fill: (any NewBook) throws(BookError) -> Void) throws(BookError) {
        if engine == .memory {
            made = try NewMemoryBook.create(fill)
            return
        }
        #if POSTGRES
            if let schema {
                return try NewPostgresBook.create(
                    address: schema.address, name: "the copy", program: "minerbook tests", fill)
            }
        #endif
        try NewSQLiteBook.create(at: file, like: nil, fill)
    }

    /// Opens the copy for writing.
    func book() throws -> any OpenBook {
        if let made { return made }
        #if POSTGRES
            if let schema { return try schema.book(for: .writing(create: false)) }
        #endif
        return try SQLiteBook(path: file, for: .writing(create: false))
    }

    /// What messages call the copy.
    var name: String { engine == .sqlite ? file : "the copy" }

    /// Whether nothing is there: no file, or no table.
    var isEmpty: Bool {
        get throws {
            if engine == .memory { return made == nil }
            #if POSTGRES
                if let schema {
                    let tables = "SELECT 1 FROM pg_tables WHERE schemaname = current_schema()"
                    return try schema.run(tables).isEmpty
                }
            #endif
            return try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty
        }
    }

    private var file: String { folder.appendingPathComponent("copy.db").path }
}

extension Engine {
    /// Those in which `copy` makes a book: one on several machines is made by hand.
    static let ofCopies = allCases.filter { $0.rawValue != "distributed" }

    /// Every pair of engines: from which, and to which a book is copied.
    static let copies = allCases.flatMap { from in ofCopies.map { (from: from, to: $0) } }
}

extension WritableBook where Self: TableReader {
    /// Copies the book to a place, and returns the copy, opened for writing.
    func copy(to place: CopyPlace) throws -> any OpenBook {
        try place.create { (new) throws(BookError) in
            _ = try BookCopying.copy(self, into: new, named: place.name)
        }
        return try place.book()
    }
}
