import Bookkeeping

/// What the server says is wrong with a statement, or libpq with the connection.
struct ServerError: Error {
    /// Five characters (https://www.postgresql.org/docs/current/errcodes-appendix.html); empty if
    /// the connection failed.
    var code: String
    var message: String
    /// More of it, such as the key of a row; nil if there is no more. It may quote what a row
    /// holds.
    var detail: String?

    /// Whether the connection is of no more use: it broke, the server ends, or a limit of the
    /// server for how long it may be idle ended it.
    var isOfConnection: Bool {
        code.isEmpty || code.hasPrefix("08")
            || ["57P01", "57P02", "57P03", "57P05", "25P03", "25P04"].contains(code)
    }

    var isMissingTable: Bool { code == "42P01" }

    /// Whether a row has the key of another one.
    var isRepeatedKey: Bool { code == "23505" }
}

extension BookError {
    /// What an error of the server means for a book.
    ///
    /// The program's statements are tested. So if the server cannot make sense of one (class 42: no
    /// such table), the tables are not the program's; if rows break a constraint (class 23), the
    /// rows are not.
    init(_ error: ServerError, book: String) {
        if error.isOfConnection {
            self = .disconnected(book: book, reason: error.message)
            return
        }
        switch error.code {
        case "55P03", "40001", "40P01": self = .busy(book: book)
        case "25006": self = .readOnly(book: book)
        case "42501": self = .notPermitted(book: book, reason: error.message)
        // Not of the encoding; too long for an index.
        case "22021", "54000": self = .unstorable(book: book, reason: error.message)
        case "22003": self = .unstorable(book: book, row: "a number", reason: error.message)
        default:
            switch error.code.prefix(2) {
            case "42", "23", "XX": self = .damaged(book: book, reason: error.message)
            // Out of space, memory or connections; cancelled by a limit of the server; system
            // errors.
            case "53", "57", "58": self = .inputOutput(book: book, reason: error.message)
            default: self = .unexpected(book: book, reason: error.message)
            }
        }
    }
}
