import Bookkeeping
import Mining
import PostgresMigrations

/// An open book in a PostgreSQL database: in a schema of the connection's `search_path`. It
/// implements the protocols of `Bookkeeping`; what may be written is decided there.
///
/// Not `Sendable`: a connection stays on the thread that opened it. If the program ends in the
/// middle of a call, the server rolls back what it did, and the book is as before.
///
/// **The server may be far away**, so that the time of a command is mostly its number of round
/// trips. An import sends and asks for many rows at a time. A report asks figure by figure;
/// `compute` answers all of its questions at once.
///
/// **One writer at a time**, by an advisory lock; readers never wait, since each sees the state of
/// the book at its beginning.
package final class PostgresBook {
    let connection: Connection
    package private(set) var upgrade: Upgrade?
    /// Whether the tables that grow are on several machines (`PostgresBook+Machines.swift`).
    package private(set) var isDistributed = false
    /// How long to wait for another writer, in milliseconds.
    let busyTimeout: Int
    /// What a computation has asked and been answered; nil outside of one.
    var answers: Answers?

    /// Opens the book at `address`, which libpq reads. Messages call it `name`, which has no
    /// password. If another program writes, waits for `busyTimeout` milliseconds before it throws
    /// `.busy`. The server shows `program` to others, such as `minerbook 0.1.0`.
    ///
    /// - Throws: `.unreachable`, `.cannotOpen`, `.missing` if the schema has no book,
    ///   `.notPermitted`, `.newer`, `.older`, `.alteredSchema` if figures would be read from a
    ///   table that is not the book's.
    package convenience init(
        address: String, name: String, for access: BookAccess, busyTimeout: Int = 10_000,
        program: String
    ) throws(BookError) {
        try self.init(
            connectedTo: address, name: name, busyTimeout: busyTimeout, program: program)
        let layout = try layout()
        let found = layout?.version
        isDistributed = layout?.isDistributed ?? false
        if let found, found > postgresMigrations.count {
            throw .newer(book: name, found: found, known: postgresMigrations.count)
        }
        switch access {
        case .reading, .checking:
            guard let found else { throw try errorWithoutBook() }
            guard found == postgresMigrations.count else {
                throw .older(book: name, found: found, known: postgresMigrations.count)
            }
            if case .reading = access, let difference = layout?.difference {
                throw .alteredSchema(book: name, difference: difference)
            }
        case .writing(let create):
            guard found != nil || create else { throw try errorWithoutBook() }
            if found != postgresMigrations.count { upgrade = try migrate() }
        }
    }

    /// Connects to a server without looking whether there is a book.
    ///
    /// - Throws: `.unreachable`, `.cannotOpen`.
    init(
        connectedTo address: String, name: String, busyTimeout: Int, program: String
    ) throws(BookError) {
        self.busyTimeout = busyTimeout
        connection = try Connection(to: address, named: name, program: program)
        guard connection.serverVersion >= Self.oldestServer else {
            throw .cannotOpen(
                book: name,
                reason: "the server is PostgreSQL \(connection.serverVersion / 10_000), but the "
                    + "oldest that minerbook can use is \(Self.oldestServer / 10_000)")
        }
    }

    /// The first version whose SQL functions are parsed when they are created.
    private static let oldestServer = 140_000

    /// How many times the server was waited for since the book was opened.
    package var roundTrips: Int { connection.roundTrips }
}

@available(*, unavailable)
extension PostgresBook: Sendable {}
