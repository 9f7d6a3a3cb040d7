import Bookkeeping
import Migrations

/// The tables, indexes, triggers and views of a database, with the SQL texts that SQLite keeps of
/// them.
///
/// The triggers are what keeps the old row of every correction, so a book whose schema is not the
/// one that its migrations make must not be written to.
struct Schema {
    private struct Name: Hashable {
        var type: SchemaDifference.ObjectType
        var name: String
    }

    private struct Definition: Equatable {
        var table: String
        /// Nil for an index that SQLite makes for a key.
        var sql: String?
    }

    private var definitions: [Name: Definition] = [:]

    /// Tables and indexes that begin on the same page as another one: SQLite would read the rows of one
    /// as those of the other. Empty unless somebody has edited `sqlite_schema`.
    private(set) var objectsOnOnePage: [SchemaDifference] = []

    /// Reads the schema of an open database. SQLite's own tables, such as those of `ANALYZE`, are
    /// left out.
    ///
    /// - Throws: `.damaged` where SQLite cannot make sense of it.
    init(of connection: Connection) throws(BookError) {
        let statement = try Statement(
            "SELECT type, name, tbl_name, sql, rootpage FROM sqlite_schema", on: connection)
        var namesOfPages: [Int: [Name]] = [:]
        while try statement.step() {
            guard let type = SchemaDifference.ObjectType(rawValue: try statement.text(0)) else {
                throw statement.unreadable(0)
            }
            let name = try statement.text(1)
            if let page = try statement.optionalInteger(4), page > 0 {
                namesOfPages[page, default: []].append(Name(type: type, name: name))
            }
            guard type == .index || !name.hasPrefix("sqlite_") else { continue }
            definitions[Name(type: type, name: name)] = Definition(
                table: try statement.text(2), sql: try statement.optionalText(3))
        }
        objectsOnOnePage =
            namesOfPages.values.filter { $0.count > 1 }.flatMap(\.self).map {
                SchemaDifference(kind: .altered, type: $0.type, name: $0.name)
            }.inOrder
    }

    /// The schema of a book that `migrations` have made.
    ///
    /// - Throws: `BookError`, where memory does not suffice.
    init(madeBy migrations: some Sequence<Migration>) throws(BookError) {
        let connection = try Connection(path: "scratch book", mode: .inMemory, busyTimeout: 0)
        for migration in migrations { try connection.execute(migration.sql) }
        try self.init(of: connection)
    }

    /// A number that two schemas share if all their objects that a writer relies on are the same: a
    /// hash (FNV-1a, https://datatracker.ietf.org/doc/html/draft-eastlake-fnv) of the names and texts.
    var digest: UInt64 {
        let lines = definitions.map { name, definition in
            "\(name.type.rawValue) \(name.name) \(definition.table) \(definition.sql ?? "")\0"
        }
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for line in lines.sorted() {
            for byte in line.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        return hash
    }

    /// What is missing, altered or added compared with `expected`, in the order of types and names.
    func differences(from expected: Schema) -> [SchemaDifference] {
        var differences: [SchemaDifference] = []
        for (name, definition) in expected.definitions where definitions[name] != definition {
            let kind: SchemaDifference.Kind = definitions[name] == nil ? .missing : .altered
            differences.append(SchemaDifference(kind: kind, type: name.type, name: name.name))
        }
        for name in definitions.keys where expected.definitions[name] == nil {
            differences.append(SchemaDifference(kind: .added, type: name.type, name: name.name))
        }
        return differences.inOrder
    }
}

extension [SchemaDifference] {
    /// By type and name.
    fileprivate var inOrder: [SchemaDifference] {
        sorted { ($0.type.rawValue, $0.name) < ($1.type.rawValue, $1.name) }
    }
}

/// One way in which a book's schema is not that of its version.
package struct SchemaDifference: Sendable, Hashable, CustomStringConvertible {
    package enum Kind: Sendable { case missing, altered, added }

    /// The types of `sqlite_schema` (https://sqlite.org/schematab.html).
    package enum ObjectType: String, Sendable { case table, index, trigger, view }

    package let kind: Kind
    package let type: ObjectType
    package let name: String

    /// Whether writing to such a book could lose or alter something. A view is only read, and a
    /// table or index that somebody has added is none of the program's.
    package var preventsWriting: Bool {
        switch kind {
        case .missing, .altered: type != .view
        case .added: type == .trigger
        }
    }

    /// Whether figures could be read wrongly: from a table that is another one, or by an index that
    /// does not have all of its rows.
    package var preventsReading: Bool {
        switch kind {
        case .missing: type == .table
        case .altered: type == .table || type == .index
        case .added: false
        }
    }

    package var description: String {
        switch kind {
        case .missing: "the \(type.rawValue) \(name) is missing"
        case .altered: "the \(type.rawValue) \(name) has been altered"
        case .added: "the \(type.rawValue) \(name) has been added by another program"
        }
    }
}
