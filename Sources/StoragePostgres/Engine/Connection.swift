import Bookkeeping
import CPostgres

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// An open connection to a PostgreSQL server, by libpq; closed when it is released.
///
/// It knows nothing about books: `PostgresBook` decides what is asked, and when. Each call waits
/// for the server once (a round trip) unless it says otherwise. Parameters and results are in
/// PostgreSQL's binary format, so that no text is escaped and no number is printed and parsed.
final class Connection {
    let handle: OpaquePointer
    /// The address without passwords, for messages.
    let book: String
    /// How many times the server was waited for since the connection was made.
    var roundTrips = 0
    /// What runs before the next statement.
    private var queue: [Query] = []

    /// Connects to `address`, a URI or key/value pairs as libpq reads them. `program` is what the
    /// server shows others of this connection, such as `minerbook 0.1.0`.
    ///
    /// - Throws: `.unreachable` if there is no answer, `.cannotOpen` if the server refuses, or if
    ///   the address is not one.
    init(to address: String, named book: String, program: String) throws(BookError) {
        self.book = book
        try Self.check(address, named: book)
        var parameters = [("fallback_application_name", program)]
        if getenv("PGCONNECT_TIMEOUT") == nil { parameters.append(("connect_timeout", "10")) }
        // What comes after the address overrides it.
        parameters += [("dbname", address), ("client_encoding", "UTF8")]
        guard let handle = Self.connect(parameters) else {
            throw .unexpected(book: book, reason: "libpq has no memory")
        }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK else {
            let message = Self.oneLine(PQerrorMessage(handle))
            throw Self.outages.contains(where: message.contains)
                ? .unreachable(book: book, reason: message)
                : .cannotOpen(book: book, reason: message)
        }
    }

    /// What messages say if a later try may succeed. After all others, such as one about a
    /// password, the address or the server must be changed.
    private static let outages = [
        "could not translate host name", "Connection refused", "timeout expired",
        "No such file or directory", "No route to host", "Network is unreachable",
        "server closed the connection", "the database system is", "too many", "connection slots",
    ]

    deinit { PQfinish(handle) }

    /// The version of the server: 150018 for 15.18.
    var serverVersion: Int { Int(PQserverVersion(handle)) }

    /// The encoding in which the database keeps texts.
    var encoding: String {
        PQparameterStatus(handle, "server_encoding").map { String(cString: $0) } ?? ""
    }

    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    // MARK: Statements

    /// Runs a statement together with the next one, just before it, so that the server is not
    /// waited for once more. Its rows are ignored. If it fails, the next one is not run and throws
    /// the error; `commit` does so at the latest. If many are waiting, they run now, and this
    /// throws the error.
    func enqueue(_ sql: String, _ parameters: [Parameter] = []) throws(BookError) {
        queue.append(Query(sql: sql, parameters: parameters))
        // The server stops reading if its answers are not read, and libpq reads them at the end.
        if queue.count >= Self.queueLimit { _ = try pipeline([]) }
    }

    private static let queueLimit = 256

    /// Forgets the statements that were enqueued and not run.
    func clearQueue() { queue = [] }

    /// Runs every statement of `sql`, which has no parameters, and ignores their rows.
    func execute(_ sql: String) throws(BookError) {
        try map { () throws(ServerError) in try attemptAll(sql) }
    }

    /// The same with the server's own error.
    func attemptAll(_ sql: String) throws(ServerError) {
        _ = try attempt([])
        roundTrips += 1
        _ = try result(PQexec(handle, sql))
    }

    /// The rows of a statement. It is planned each time: a prepared statement would keep the plan
    /// that was made for an empty table while an import fills it.
    func query(_ sql: String, _ parameters: [Parameter] = []) throws(BookError) -> Rows {
        try map { () throws(ServerError) in try attempt(sql, parameters) }
    }

    /// The same with the server's own error.
    func attempt(
        _ sql: String, _ parameters: [Parameter] = []
    ) throws(ServerError) -> Rows {
        let rows = try attempt([Query(sql: sql, parameters: parameters)])
        guard let last = rows.last else { throw failure() }
        return last
    }

    private func attemptOne(_ query: Query) throws(ServerError) -> Rows {
        roundTrips += 1
        return try result(
            Parameter.withBinary(query.parameters) { types, values, lengths, formats in
                PQexecParams(
                    handle, query.sql, Int32(query.parameters.count), types, values, lengths,
                    formats, 1)
            })
    }

    /// The rows of several statements, for which the server is waited for once. If one fails, those
    /// after it are not run.
    func pipeline(_ queries: [Query]) throws(BookError) -> [Rows] {
        try map { () throws(ServerError) in try attempt(queries) }
    }

    /// The same with the server's own error.
    func attempt(_ queries: [Query]) throws(ServerError) -> [Rows] {
        let before = queue.count
        let queries = queue + queries
        queue = []
        guard let first = queries.first else { return [] }
        if queries.count == 1 { return Array([try attemptOne(first)].dropFirst(before)) }
        roundTrips += 1
        guard PQenterPipelineMode(handle) == 1 else { throw failure() }
        defer { PQexitPipelineMode(handle) }
        for query in queries {
            let isSent = Parameter.withBinary(query.parameters) { types, values, lengths, formats in
                PQsendQueryParams(
                    handle, query.sql, Int32(query.parameters.count), types, values, lengths,
                    formats, 1)
            }
            guard isSent == 1 else { throw failure() }
        }
        guard PQpipelineSync(handle) == 1 else { throw failure() }
        return Array(try collect(queries.count).dropFirst(before))
    }

    /// The results of a pipeline. All of them are read even if one is an error, so that the
    /// connection can be used again.
    private func collect(_ count: Int) throws(ServerError) -> [Rows] {
        var all: [Rows] = []
        var first: ServerError?
        for _ in 0..<count {
            do throws(ServerError) {
                all.append(try result(PQgetResult(handle)))
            } catch {
                first = first ?? error
            }
            while let more = PQgetResult(handle) { PQclear(more) }
            if PQstatus(handle) != CONNECTION_OK { break }
        }
        // The end of the pipeline.
        PQclear(PQgetResult(handle))
        if let first { throw first }
        return all
    }

    /// Keeps what a transaction wrote.
    ///
    /// - Throws: `.disconnected(isCommit: true)` if the connection broke, so that it may or may not
    ///   be kept; any other error if nothing is kept.
    func commit() throws(BookError) {
        do throws(BookError) {
            _ = try pipeline([])
        } catch {
            try? execute("ROLLBACK")
            throw error
        }
        roundTrips += 1
        do throws(ServerError) {
            let rows = try result(PQexec(handle, "COMMIT"))
            // After an error a transaction can only be rolled back, and COMMIT does that.
            guard rows.command == "COMMIT" else {
                throw ServerError(code: "25P02", message: "the transaction was rolled back")
            }
        } catch {
            guard error.isOfConnection else { throw BookError(error, book: book) }
            throw .disconnected(book: book, reason: error.message, isCommit: true)
        }
    }

    /// The rows of a result, which is released with them.
    func result(_ result: OpaquePointer?) throws(ServerError) -> Rows {
        guard let result else { throw failure() }
        let rows = Rows(result, of: book)
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return rows
        default:
            guard let code = PQresultErrorField(result, Int32(UInt8(ascii: "C"))),
                let message = PQresultErrorField(result, Int32(UInt8(ascii: "M")))
            else { throw failure() }
            // Detail, or else context, which has the line of a COPY.
            let detail =
                PQresultErrorField(result, Int32(UInt8(ascii: "D")))
                ?? PQresultErrorField(result, Int32(UInt8(ascii: "W")))
            throw ServerError(
                code: String(cString: code), message: Self.oneLine(message),
                detail: detail.map { Self.oneLine($0) })
        }
    }

    /// What libpq says is wrong, where there is no result.
    func failure() -> ServerError {
        ServerError(code: "", message: Self.oneLine(PQerrorMessage(handle)))
    }

    func map<Value>(
        _ body: () throws(ServerError) -> Value
    ) throws(BookError) -> Value {
        do throws(ServerError) { return try body() } catch { throw BookError(error, book: book) }
    }

    // MARK: Connecting

    private static func connect(_ parameters: [(key: String, value: String)]) -> OpaquePointer? {
        func copies(_ texts: [String]) -> [UnsafePointer<CChar>?] {
            texts.map { UnsafePointer(strdup($0)) } + [nil]
        }
        let (keys, values) = (copies(parameters.map(\.key)), copies(parameters.map(\.value)))
        defer { for text in keys + values { free(UnsafeMutablePointer(mutating: text)) } }
        return PQconnectdbParams(keys, values, 1)
    }

    /// Refuses an address that libpq does not understand, or would understand as another than was
    /// meant. What libpq says of it is not repeated, since it may quote the password.
    private static func check(_ address: String, named book: String) throws(BookError) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(address, &message) else {
            PQfreemem(message)
            throw .cannotOpen(book: book, reason: "libpq does not understand this address; \(hint)")
        }
        defer { PQconninfoFree(options) }
        // Of two, libpq takes the first for the end of the password.
        if address.contains("://"), address.count(where: { $0 == "@" }) > 1 {
            throw .cannotOpen(book: book, reason: "there is a second @; \(hint)")
        }
        var option = options
        while let keyword = option.pointee.keyword {
            let value = option.pointee.val.map { String(cString: $0) } ?? ""
            switch String(cString: keyword) {
            case "port" where !value.allSatisfy({ $0.isNumber || $0 == "," }):
                throw .cannotOpen(book: book, reason: "the port is not a number; \(hint)")
            default: option += 1
            }
        }
    }

    private static let hint =
        "in a URI, write special characters of a password as %XX: %40 for @, %2F for /"

    /// A message of libpq, which may have several lines, on one.
    private static func oneLine(_ message: UnsafePointer<CChar>?) -> String {
        guard let message else { return "no reason is given" }
        return String(cString: message).split(whereSeparator: \.isWhitespace)
            .joined(separator: " ").replacing(guess, with: "")
    }

    /// What libpq adds to the message that the connection was closed. It is only a guess.
    private static let guess =
        " This probably means the server terminated abnormally "
        + "before or while processing the request."
}

/// A statement with the values of its parameters.
struct Query {
    var sql: String
    var parameters: [Parameter] = []
}
