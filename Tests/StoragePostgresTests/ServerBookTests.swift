import Bookkeeping
import Foundation
import Mining
import StoragePostgres
import TestSupport
import Testing

/// What a book on a server does besides the contract of all books.
@Suite("A book on a server", .enabled(if: ScratchSchema.server != nil))
struct ServerBookTests {
    private let schema: ScratchSchema

    init() throws { schema = try ScratchSchema() }

    /// A book with RIOT and its bitcoin mined in December 2025.
    private func book() throws -> PostgresBook {
        let book = try schema.book()
        try book.record(companies: ["RIOT"])
        try book.record([
            Observation(
                "RIOT", .btcMined, "2025-12", "460.50 BTC", published: "2026-01-06", source: "a",
                note: "b")
        ])
        return book
    }

    // MARK: Opening

    @Test func `a schema without a book is no book, and reading does not change it`() throws {
        #expect(throws: BookError.missing(book: "the book")) { try schema.book(for: .reading) }
        #expect(throws: BookError.missing(book: "the book")) {
            try schema.book(for: .writing(create: false))
        }
        #expect(try schema.run("SELECT to_regclass('observation') IS NULL") == ["t"])
        #expect(try schema.book().upgrade == Upgrade(from: 0, to: 1, copy: nil))
        #expect(try schema.book().upgrade == nil)
        _ = try schema.book(for: .reading)
    }

    @Test func `other tables with the names of a book are not touched`() throws {
        try schema.run("CREATE TABLE subject (mine text)")
        #expect(
            throws: BookError.cannotCreate(
                book: "the book", reason: #"relation "subject" already exists"#)
        ) { try schema.book() }
        #expect(try schema.run("SELECT to_regclass('minerbook') IS NULL") == ["t"])
    }

    @Test func `a book of a newer program is not read`() throws {
        _ = try schema.book()
        try schema.run("UPDATE minerbook SET version = 9")
        #expect(throws: BookError.newer(book: "the book", found: 9, known: 1)) {
            try schema.book(for: .reading)
        }
    }

    @Test func `a server that does not answer, and one that refuses, are told apart`() throws {
        #expect {
            try Self.open("host=127.0.0.1 port=1 password=secret")
        } throws: {
            guard case .unreachable("x", let reason) = $0 as? BookError else { return false }
            return reason.contains("port 1") && !reason.contains("secret")
        }
        #expect {
            try Self.open("\(ScratchSchema.server ?? "") dbname=nothing_here")
        } throws: {
            guard case .cannotOpen("x", let reason) = $0 as? BookError else { return false }
            return reason.contains(#"database "nothing_here" does not exist"#)
        }
    }

    @Test(arguments: [
        "postgresql://u:hid%zzden@h/x", "postgresql://u:hid@den@h/x",
        "postgresql://u:hid/den@h/x", "host=h password='hidden",
    ])
    func `an address that libpq does not understand is refused without what libpq says`(
        address: String
    ) throws {
        #expect {
            try Self.open(address)
        } throws: {
            guard case .cannotOpen("x", let reason) = $0 as? BookError else { return false }
            return !reason.contains("hid") && !reason.contains("den@")
                && reason.contains("%40 for @")
        }
    }

    private static func open(_ address: String) throws {
        _ = try PostgresBook(
            address: address, name: "x", for: .reading, program: "minerbook tests")
    }

    // MARK: Writers and readers

    @Test func `a second writer is told who writes, and readers do not wait`() throws {
        let first = try book()
        let second = try schema.book(busyTimeout: 50)
        let reader = try schema.book(for: .reading)
        try first.transaction(failure: \.self) { () throws -> Ending<Void> in
            #expect {
                try second.transaction(failure: \.self) { () throws(BookError) in .commit(()) }
            } throws: {
                guard case .busy("the book", let holder?) = $0 as? BookError else { return false }
                return holder.wholeMatch(
                    of: /minerbook tests \(minerbook, since [0-9-]{10}T[0-9:]{8}Z\)/) != nil
            }
            #expect(try reader.vintages(of: "RIOT", metric: .btcMined).count == 1)
            return .commit(())
        }
        try second.transaction(failure: \.self) { () throws(BookError) in .commit(()) }
    }

    @Test func `a connection that the server ends leaves the book as it was`() throws {
        let book = try book()
        #expect {
            try book.record(.observations) { session, file in
                try schema.run(
                    """
                    SELECT pg_terminate_backend(pid)
                    FROM pg_locks
                    WHERE locktype = 'advisory' AND pid <> pg_backend_pid()
                        AND objid = (hashtext(current_schema())::bigint & 4294967295)::oid
                    """)
                let row = try Observation("RIOT", .btcMined, "2026-01", "5 BTC")
                try session.record(
                    ObservationBatch([Located(value: row, line: 2)]), from: file)
            }
        } throws: {
            guard case .disconnected("the book", _, isCommit: false) = $0 as? BookError else {
                return false
            }
            return true
        }
        let reader = try schema.book(for: .reading)
        #expect(try reader.imports().count == 2)
        #expect(try reader.vintages(of: "RIOT", metric: .btcMined).count == 1)
    }

    // MARK: Several machines

    @Test func `a book is neither read nor written while a machine lacks a change`() throws {
        let book = try schema.distributedBook()
        try book.record(companies: ["RIOT"])
        try schema.run("UPDATE minerbook_node SET changes = 5 WHERE node = 1")
        let reader = try schema.book(for: .reading, busyTimeout: 60)
        let error = BookError.divided(
            book: "the book", changes: "minerbook_node 4, minerbook_node 5")
        #expect(throws: error) { try reader.snapshot(failure: \.self) { () throws(BookError) in } }
        #expect(throws: error) { try reader.compute(failure: \.self) { () throws(BookError) in } }
        #expect(throws: error) { try reader.everyObservation() }
        #expect(throws: error) { try reader.check() }
        #expect(throws: error) { try book.record(companies: ["MARA"]) }
        try schema.run("UPDATE minerbook_node SET changes = 5")
        #expect(try reader.companies().map(\.ticker) == ["RIOT"])
        try reader.snapshot(failure: \.self) { () throws(BookError) in }
        try book.record(companies: ["MARA"])
    }

    @Test func `a reader that meets a writer at its commit says who writes`() throws {
        let book = try schema.distributedBook()
        let reader = try schema.book(for: .reading, busyTimeout: 60)
        try book.transaction(failure: \.self) { () throws -> Ending<Void> in
            try schema.run("UPDATE minerbook_node SET changes = 5 WHERE node = 1")
            #expect {
                try reader.snapshot(failure: \.self) { () throws(BookError) in }
            } throws: {
                guard case .busy("the book", let holder?) = $0 as? BookError else { return false }
                return holder.hasPrefix("minerbook tests (minerbook")
            }
            return .commit(())
        }
    }

    // MARK: Other programs

    @Test func `what another program replaces or deletes is kept`() throws {
        let book = try book()
        try schema.run("UPDATE observation SET value = 46100")
        try schema.run("DELETE FROM observation")
        let replaced = try book.replacedObservations(of: "RIOT", metric: .btcMined)
        #expect(replaced.map { "\($0.old.value)" } == ["460.50 BTC", "461.00 BTC"])
        #expect(replaced.map(\.isDeleted) == [false, true])
        #expect(replaced.map(\.importNumber) == [nil, nil])
    }

    @Test func `a book whose triggers are disabled is not written to`() throws {
        let book = try book()
        try schema.run("ALTER TABLE claim DISABLE TRIGGER claim_update")
        let difference = "the trigger claim_update is missing or disabled"
        #expect(
            throws: BookError.alteredSchema(book: "the book", difference: difference)
        ) { try book.transaction(failure: \.self) { () throws(BookError) in .commit(()) } }
        #expect(try book.check() == [.schema(difference, isDamage: true)])
    }

    @Test(arguments: [
        (
            "ALTER TABLE observation DROP CONSTRAINT observation_pkey",
            "the key of observation is missing"
        ),
        (
            "DROP INDEX subject_by_code", "the unique index of the codes of subject is missing"
        ),
    ])
    func `a book that could have a row twice is not written to`(
        statement: String, difference: String
    ) throws {
        let book = try book()
        try schema.run(statement)
        #expect(
            throws: BookError.alteredSchema(book: "the book", difference: difference)
        ) { try book.transaction(failure: \.self) { () throws(BookError) in .commit(()) } }
        #expect(try book.check() == [.schema(difference, isDamage: true)])
    }

    @Test func `a user without permission is told so, and not that there is no book`() throws {
        let book = try book()
        let user = "reader_of_\(schema.name)"
        try schema.run("CREATE ROLE \(user)")
        @discardableResult func companies() throws -> [Company] {
            try PostgresBook(
                address: schema.address.replacing("options='", with: "options='-crole=\(user) "),
                name: "the book", for: .reading, program: "minerbook tests"
            ).companies()
        }
        #expect(
            throws: BookError.notPermitted(
                book: "the book",
                reason: "permission denied for schema \(schema.name), which has a book")
        ) { try companies() }
        try schema.run("GRANT USAGE ON SCHEMA \(schema.name) TO \(user)")
        #expect(
            throws: BookError.notPermitted(
                book: "the book", reason: "permission denied for table minerbook")
        ) { try companies() }
        try schema.run("GRANT SELECT ON ALL TABLES IN SCHEMA \(schema.name) TO \(user)")
        #expect(try companies() == book.companies())
    }

    @Test func `check finds rows of other programs, and rows that name missing ones`() throws {
        let book = try book()
        try schema.run(
            """
            INSERT INTO claim
            SELECT 99, 'hashrate', period_end, period_end, '-infinity', '-infinity', 'x',
                published_on, 88, 1, 5, 0, NULL
            FROM observation
            """)
        let findings = try book.check()
        #expect(findings.contains(.writtenByOthers(table: "claim", rows: 1)))
        #expect(findings.contains(.orphan(table: "claim", missing: "subject")))
        #expect(findings.contains(.orphan(table: "claim", missing: "source")))
    }

    @Test func `check sees one state of the book, whatever others write meanwhile`() throws {
        _ = try book()
        let schema = schema
        // Read once the thread has finished.
        nonisolated(unsafe) var findings: [Finding]?
        let reader = Thread { findings = try? schema.book(for: .reading).check() }
        // The other program holds back the first question about claims.
        try schema.session { run in
            _ = try run("BEGIN; LOCK TABLE claim")
            reader.start()
            let waiting =
                "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'claim'::regclass"
            while try schema.run(waiting).isEmpty, !reader.isFinished { usleep(10_000) }
            _ = try run(
                """
                INSERT INTO observation
                SELECT subject, metric, period_end, period_start, published_on + 1, source, value, unit,
                    decimals, status
                FROM observation
                """)
            _ = try run("COMMIT")
        }
        while !reader.isFinished { usleep(10_000) }
        #expect(findings == [])
        #expect(
            try schema.book(for: .reading).check()
                == [.writtenByOthers(table: "observation", rows: 1)])
    }

    @Test func `the views have dates, codes and units`() throws {
        _ = try book()
        let columns = """
            subject, metric, period, period_start, period_end, value, unit, printed, status, \
            published_on, source, note, import, file, line
            """
        #expect(
            try schema.run("SELECT concat_ws('|', \(columns)) FROM latest_observations") == [
                "RIOT|btc_mined|2025-12|2025-12-01|2025-12-31|460.5|BTC|460.50 BTC|reported|"
                    + "2026-01-06|a|b|2|file.csv|7"
            ])
        #expect(
            try schema.run("SELECT concat_ws('|', ticker, name, import) FROM companies")
                == ["RIOT|RIOT|1"])
    }

    @Test func `an import keeps who did it`() throws {
        let record = try required(try book().imports().first)
        #expect(record.user == "minerbook")
        #expect(record.host == nil)
    }

    // MARK: Schemas

    /// Opens the book by an address on which the schema of `other` comes first.
    private func book(
        after other: ScratchSchema, for access: BookAccess = .writing(create: false)
    ) throws -> PostgresBook {
        try PostgresBook(
            address: "\(ScratchSchema.server ?? "") "
                + "options='-csearch_path=\(other.name),\(schema.name)'",
            name: "the book", for: access, busyTimeout: 50,
            program: "minerbook tests")
    }

    @Test func `a book that is not in the first schema is read, written and locked like others`()
        throws
    {
        let first = try book()
        let other = try ScratchSchema()
        let second = try book(after: other)
        try second.record([Observation("RIOT", .btcMined, "2026-01", "5 BTC")])
        _ = try second.undo(2, at: try required(Timestamp("2026-02-11T00:00:00Z")))
        #expect(
            try first.vintages(of: "RIOT", metric: .btcMined).map { "\($0.value)" } == ["5 BTC"])
        #expect(try second.check().isEmpty)
        try first.transaction(failure: \.self) { () throws -> Ending<Void> in
            #expect {
                try second.transaction(failure: \.self) { () throws(BookError) in .commit(()) }
            } throws: {
                guard case .busy("the book", .some) = $0 as? BookError else { return false }
                return true
            }
            return .commit(())
        }
        #expect(
            try other.run("SELECT 1 FROM pg_tables WHERE schemaname = current_schema()").isEmpty)
    }

    @Test func `nothing is written if a table of another schema is before that of the book`()
        throws
    {
        _ = try book()
        let other = try ScratchSchema()
        try other.run("CREATE TABLE claim (mine text)")
        let book = try book(after: other)
        let difference = "a table claim of another schema is before that of the book"
        #expect(throws: BookError.alteredSchema(book: "the book", difference: difference)) {
            try book.transaction(failure: \.self) { () throws(BookError) in .commit(()) }
        }
    }

    @Test func `a book is not read if a table of another schema is before one of it`() throws {
        _ = try book()
        let other = try ScratchSchema()
        #expect(try self.book(after: other, for: .reading).companies().count == 1)
        try other.run("CREATE TABLE observation AS SELECT * FROM \(schema.name).observation")
        let difference = "a table observation of another schema is before that of the book"
        #expect(throws: BookError.alteredSchema(book: "the book", difference: difference)) {
            try self.book(after: other, for: .reading)
        }
    }

    // MARK: Computing

    @Test func `a computation is repeated until it has seen what the book has`() throws {
        let book = try book()
        var runs = 0
        let found = try book.compute(failure: \.self) { () throws in
            runs += 1
            let figure = try book.latest(.btcMined, of: "riot", at: .last, knownOn: nil)
            return try figure.map { figure in
                try book.vintages(.btcMined, of: figure.subject, within: figure.period)
            }
        }
        #expect(found?.map { "\($0.value)" } == ["460.50 BTC"])
        #expect(runs == 3)
    }

    @Test func `a long chain of questions ends, with the answers of single questions`() throws {
        let book = try schema.book()
        try book.record(companies: ["RIOT"])
        try book.record(
            try (1...9).map { month in
                try Observation("RIOT", .btcMined, "2025-0\(month)", "\(month) BTC")
            })
        /// Goes back from figure to figure.
        func chain() throws -> [String] {
            var found: [String] = []
            var day = Day.last
            while let figure = try book.latest(.btcMined, of: "RIOT", at: day, knownOn: nil) {
                found.append("\(figure.value)")
                day = figure.period.first.advanced(by: -1)
            }
            return found
        }
        let before = book.roundTrips
        let found = try book.compute(failure: \.self) { try chain() }
        #expect(book.roundTrips - before <= 7)
        #expect(found == (1...9).reversed().map { "\($0) BTC" })
        #expect(try chain() == found)
    }

    @Test func `within an import a computation sees what the import has written`() throws {
        let book = try book()
        let found = try book.recordImport(
            version: "1.0", at: try required(Timestamp("2026-02-10T00:00:00Z")), failure: \.self
        ) { (session) throws(BookError) in
            let file = try session.addFile(name: "companies.csv", kind: .companies)
            try session.record(
                [Located(value: Company(ticker: "MARA", name: "Marathon"), line: 2)], from: file)
            return .rollBack(
                try book.compute(failure: \.self) { () throws(BookError) in
                    try book.companies().map(\.ticker)
                })
        }
        #expect(found == ["MARA", "RIOT"])
        #expect(try book.companies().map(\.ticker) == ["RIOT"])
    }

    @Test(arguments: [1, 600])
    func `what the server refuses late is an error, and nothing is kept`(count: Int) throws {
        let book = try book()
        try schema.run("ALTER TABLE alias ADD CONSTRAINT short CHECK (alias <> 'A1')")
        #expect {
            try book.record(.aliases) { session, file in
                try session.record(
                    (1...count).map {
                        Located(value: Alias(alias: "A\($0)", ticker: "RIOT"), line: $0 + 1)
                    }, from: file)
            }
        } throws: { error in
            guard case BookError.damaged(_, let reason)? = error as? BookError else { return false }
            return reason.contains("short")
        }
        #expect(try book.imports().count == 2)
        #expect(try book.aliases().isEmpty)
        // The connection can be used again.
        try book.record(.aliases) { session, file in
            try session.record(
                [Located(value: Alias(alias: "B", ticker: "RIOT"), line: 2)], from: file)
        }
        #expect(try book.aliases().count == 1)
    }

    @Test func `the error of the last run is thrown`() throws {
        let book = try book()
        #expect(throws: BookError.unknownSubject(code: "460.50 BTC")) {
            try book.compute(failure: \.self) { () throws(BookError) in
                let figure = try book.latest(.btcMined, of: "RIOT", at: .last, knownOn: nil)
                throw .unknownSubject(code: figure.map { "\($0.value)" } ?? "nothing yet")
            }
        }
        // The connection can be used again.
        #expect(try book.companies().count == 1)
    }
}
