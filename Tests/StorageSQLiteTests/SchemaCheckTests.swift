import Bookkeeping
import Foundation
import Migrations
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("The schema of a book")
struct SchemaCheckTests {
    let book: ScratchBook

    init() throws {
        book = try ScratchBook()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC", source: "a")])
    }

    /// Every object of a new book's schema.
    static let objects: [(type: String, name: String)] = {
        let schema = try? sqlite3(
            ":memory:",
            migrations.map(\.sql).joined(separator: "\n")
                + "; SELECT type || ' ' || name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'")
        return (schema ?? "").split(separator: "\n").map { line in
            let parts = line.split(separator: " ")
            return (String(parts[0]), String(parts[1]))
        }
    }()

    @Test(arguments: migrations.indices)
    func `each migration states the digest of the schema that it leads to`(index: Int) throws {
        let digest = try Schema(madeBy: migrations[...index]).digest
        #expect(
            digest == migrations[index].schemaDigest,
            "\(migrations[index].name) leads to 0x\(String(digest, radix: 16, uppercase: true))")
    }

    private func openForWriting() throws -> SQLiteBook {
        try SQLiteBook(path: book.path, for: .writing(create: true))
    }

    @Test func `the schema has tables, indexes, triggers and views`() {
        #expect(Set(Self.objects.map(\.type)) == ["table", "index", "trigger", "view"])
        #expect(Self.objects.count > 30)
    }

    @Test(arguments: objects)
    func `every missing object is found, and nothing is written without it`(
        type: String, name: String
    ) throws {
        _ = try book.shell("PRAGMA foreign_keys = OFF; DROP \(type) \(name)")
        let sentence = "the \(type) \(name) is missing"
        let findings = try SQLiteBook(path: book.path, for: .checking).findingsOfContent()
        #expect(findings.contains { $0.description == sentence }, "\(findings)")
        let bytes = try book.folder.bytes(of: "book.db")
        if type == "view" {
            _ = try openForWriting()
        } else {
            let error = #expect(throws: BookError.self) { try openForWriting() }
            #expect(error?.description.hasPrefix("\(book.path): the ") == true)
        }
        #expect(try book.folder.bytes(of: "book.db") == bytes)
    }

    @Test func `the sentence says what is wrong and what to do`() throws {
        _ = try book.shell("DROP TRIGGER observation_update")
        let error = #expect(throws: BookError.self) { try openForWriting() }
        #expect(
            error?.description
                == "\(book.path): the trigger observation_update is missing, so nothing is written "
                + "to this book")
    }

    @Test func `one altered letter of any text is found`() throws {
        let texts = try book.shell(
            "SELECT type || ' ' || name FROM sqlite_schema WHERE sql LIKE '%OLD.%'"
        ).split(separator: "\n")
        #expect(texts.count == 12)
        for text in texts {
            let copy = try book.folder.write(
                try book.folder.bytes(of: "book.db"), to: "altered.db")
            let parts = text.split(separator: " ")
            _ = try sqlite3(
                copy,
                """
                PRAGMA writable_schema = ON;
                UPDATE sqlite_schema SET sql = replace(sql, 'OLD', 'Old') WHERE name = '\(parts[1])'
                """)
            let sentence = "the \(text) has been altered"
            #expect(
                try SQLiteBook(path: copy, for: .checking).findingsOfContent().contains {
                    $0.description == sentence && $0.isDamage == (parts[0] != "view")
                }, "\(text)")
        }
    }

    @Test(arguments: [
        ("table subject", "sql = replace(sql, 'STRICT', '') WHERE name = 'subject'"),
        ("index subject_by_kind", "sql = replace(sql, '(', ' (') WHERE name = 'subject_by_kind'"),
        (
            "table source",
            """
            rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'source')
            WHERE name = 'subject'
            """
        ),
    ])
    func `nothing is read from a table or index that another program has altered`(
        object: String, change: String
    ) throws {
        _ = try book.shell("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET \(change)")
        let sentence = "the \(object) has been altered"
        #expect(throws: BookError.damaged(book: book.path, reason: sentence)) {
            try SQLiteBook(path: book.path, for: .reading)
        }
        #expect(throws: BookError.alteredSchema(book: book.path, difference: sentence)) {
            try openForWriting()
        }
        let findings = try SQLiteBook(path: book.path, for: .checking).structureFindings()
        #expect(findings.contains { $0.description == sentence && $0.isDamage }, "\(findings)")
    }

    @Test(arguments: ["TRIGGER observation_update", "INDEX subject_by_kind", "VIEW observations"])
    func `a book without one of these can be read`(object: String) throws {
        _ = try book.shell("DROP \(object)")
        #expect(try SQLiteBook(path: book.path, for: .reading).companies().count == 3)
    }

    @Test func `a trigger of another program is refused, its tables and views are not`() throws {
        _ = try book.shell(
            """
            CREATE TABLE mine (x); CREATE VIEW my_view AS SELECT 1; CREATE INDEX my_index
            ON mine (x); ANALYZE
            """)
        _ = try openForWriting()
        let added = try SQLiteBook(path: book.path, for: .checking).findingsOfContent()
        #expect(
            added.map(\.description) == [
                "the index my_index has been added by another program",
                "the table mine has been added by another program",
                "the view my_view has been added by another program",
            ])
        #expect(added.allSatisfy { !$0.isDamage })
        _ = try book.shell(
            "CREATE TRIGGER my_trigger AFTER INSERT ON claim BEGIN DELETE FROM mine; END")
        #expect(
            throws: BookError.alteredSchema(
                book: book.path,
                difference: "the trigger my_trigger has been added by another program")
        ) { try openForWriting() }
    }

    @Test(arguments: [
        ("subject_by_kind", "sqlite_autoindex_metric_1"),
        ("subject_by_kind", "correction_by_period"), ("import_file_by_import", "source_by_digest"),
    ])
    func `a book whose index of subjects or files is another one is not read and not written`(
        index: String, other: String
    ) throws {
        _ = try book.shell(
            """
            PRAGMA writable_schema = ON;
            CREATE TEMP TABLE pages AS SELECT name AS other, rootpage AS page FROM sqlite_schema
            WHERE name IN ('\(index)', '\(other)');
            UPDATE sqlite_schema SET rootpage = (SELECT page FROM pages WHERE other <> name)
            WHERE name IN (SELECT other FROM pages);
            """)
        for access in [BookAccess.reading, .writing(create: false)] {
            let error = #expect(throws: BookError.self) {
                try SQLiteBook(path: book.path, for: access)
            }
            guard case .damaged(book.path, let reason)? = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(reason.contains(index) || reason.contains("Tree"), "\(reason)")
        }
    }

    @Test func `an index that contradicts its table ends a write with an error`() throws {
        // The index keeps an entry of a digest that the table no longer has.
        _ = try book.shell(
            """
            PRAGMA writable_schema = ON;
            UPDATE source SET digest = NULL WHERE text = 'a';
            CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = 'source_by_digest';
            DELETE FROM sqlite_schema WHERE name = 'source_by_digest';
            PRAGMA writable_schema = RESET;
            UPDATE source SET digest = 5 WHERE text = 'a';
            PRAGMA writable_schema = ON;
            INSERT INTO sqlite_schema SELECT * FROM kept;
            """)
        let reopened = try SQLiteBook(path: book.path, for: .writing(create: false))
        let error = #expect(throws: BookError.self) {
            try SourceNumbers.addDigests(on: reopened.connection)
        }
        #expect(
            error
                == .damaged(book: book.path, reason: "the index of sources contradicts their table")
        )
    }
}
