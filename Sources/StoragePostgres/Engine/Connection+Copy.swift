import CPostgres

/// COPY (https://www.postgresql.org/docs/current/libpq-copy.html): the fastest way to write and to read
/// many rows.
extension Connection {
    /// Adds rows to `target`, a table with its columns, in the text format of COPY. Waits for the server
    /// twice.
    func copy(_ rows: [UInt8], into target: String) throws(ServerError) {
        try beginCopy("COPY \(target) FROM STDIN", PGRES_COPY_IN)
        try send(rows)
        try endSending()
    }

    /// Begins a COPY statement. `state` says which way the rows go: `PGRES_COPY_IN` to the server,
    /// `PGRES_COPY_OUT` from it. Until all have gone that way, the connection does nothing else.
    func beginCopy(_ sql: String, _ state: ExecStatusType) throws(ServerError) {
        _ = try attempt([])
        roundTrips += 1
        let start = PQexec(handle, sql)
        guard PQresultStatus(start) == state else {
            _ = try result(start)
            throw failure()
        }
        PQclear(start)
    }

    /// Sends rows, or a part of some.
    func send(_ rows: [UInt8]) throws(ServerError) {
        // In pieces, since libpq keeps in memory what the network does not take.
        for start in stride(from: 0, to: rows.count, by: 1 << 20) {
            let isTaken = rows[start..<min(start + (1 << 20), rows.count)].withUnsafeBytes {
                piece in
                PQputCopyData(
                    handle, piece.baseAddress?.assumingMemoryBound(to: CChar.self),
                    Int32(piece.count))
            }
            guard isTaken == 1 else { throw failure() }
        }
    }

    /// Waits until the server has written all rows that were sent.
    func endSending() throws(ServerError) {
        roundTrips += 1
        guard PQputCopyEnd(handle, nil) == 1 else { throw failure() }
        try endCopy()
    }

    /// Calls `read` with the bytes of the next row that the server sends, and returns what that returns;
    /// nil after the last row.
    func receive<Value>(
        _ read: (UnsafeRawBufferPointer) -> Value
    ) throws(ServerError) -> Value? {
        var start: UnsafeMutablePointer<CChar>?
        let count = PQgetCopyData(handle, &start, 0)
        defer { PQfreemem(start) }
        guard count >= 0 else {
            if count == -2 { throw failure() }
            try endCopy()
            return nil
        }
        return read(UnsafeRawBufferPointer(start: start, count: Int(count)))
    }

    private func endCopy() throws(ServerError) {
        let end = PQgetResult(handle)
        while let more = PQgetResult(handle) { PQclear(more) }
        _ = try result(end)
    }
}
