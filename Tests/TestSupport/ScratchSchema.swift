#if POSTGRES
    import Bookkeeping
    import CPostgres
    import Foundation
    import StoragePostgres

    /// A schema of its own for a book on the server that tests use. It stays there: the server is a
    /// temporary one (`Tests/Postgres/server`).
    package struct ScratchSchema: Sendable {
        /// The address of the server; nil if there is none.
        package static var server: String? {
            ProcessInfo.processInfo.environment["MINERBOOK_TEST_POSTGRES"]
        }

        package struct Failure: Error {
            package let message: String
        }

        package let name =
            "book_\(UUID().uuidString.replacingOccurrences(of: "-", with: "").lowercased())"
        private let server: String

        package init() throws {
            guard let server = Self.server else {
                throw Failure(message: "MINERBOOK_TEST_POSTGRES is not set")
            }
            self.server = server
            try run("CREATE SCHEMA \(name)")
        }

        /// The address of the schema.
        package var address: String { "\(server) options='-csearch_path=\(name)'" }

        /// Opens its book, which is created if there is none.
        package func book(
            for access: BookAccess = .writing(create: true), busyTimeout: Int = 10_000
        ) throws -> PostgresBook {
            try PostgresBook(
                address: address, name: "the book", for: access, busyTimeout: busyTimeout,
                program: "minerbook tests")
        }

        /// Opens a new book with the table that says that it is on several machines, which have four
        /// changes each. All its rows are in this schema.
        package func distributedBook() throws -> PostgresBook {
            _ = try book()
            try run(
                """
                CREATE TABLE minerbook_node (node smallint, changes bigint);
                INSERT INTO minerbook_node VALUES (0, 4), (1, 4)
                """)
            return try book()
        }

        /// Runs statements as another program would, and returns the first column of the rows.
        @discardableResult
        package func run(_ sql: String) throws -> [String] {
            try session { run in try run(sql) }
        }

        /// Connects as another program would, and calls `body` with a function that runs statements and
        /// returns the first column of the rows.
        package func session<Value>(
            _ body: ((String) throws -> [String]) throws -> Value
        ) throws -> Value {
            let connection = PQconnectdb(address)
            defer { PQfinish(connection) }
            return try body { sql in
                let result = PQexec(connection, sql)
                defer { PQclear(result) }
                switch PQresultStatus(result) {
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
                default: throw Failure(message: String(cString: PQerrorMessage(connection)))
                }
                return (0..<PQntuples(result)).map { String(cString: PQgetvalue(result, $0, 0)) }
            }
        }
    }
#endif
