#if POSTGRES
    import Foundation
    import Testing

    @testable import StoragePostgres

    /// A schema of its own for a book on the server that tests use.
    struct ScratchSchema {
        /// The address of that server; nil if there is none.
        static var server: String? {
            ProcessInfo.processInfo.environment["MINERBOOK_TEST_POSTGRES"]
        }

        let name = "book_\(UUID().uuidString.replacing("-", with: "").lowercased())"
        private let server: String

        init() throws {
            server = try #require(Self.server)
            try Connection(to: server, named: "tests", program: "minerbook tests")
                .execute("CREATE SCHEMA \(name)")
        }

        /// The address of the schema.
        var address: String { "\(server) options='-csearch_path=\(name)'" }

        /// Opens its book, which is created first.
        func book() throws -> PostgresBook {
            try PostgresBook(
                address: address, name: name, for: .writing(create: true),
                program: "minerbook tests")
        }
    }
#endif
