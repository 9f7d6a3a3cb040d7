import Bookkeeping

extension BookError {
    /// What is wrong and what to do about it, in the program's own commands and options.
    var sentence: String { remedy.map { "\(fact); \($0)" } ?? fact }

    /// What is wrong. A busy book is not open here any more, so `BookLocation.user` may be called.
    private var fact: String {
        guard case .busy(let book, nil) = self, let user = BookLocation(option: book).user else {
            return description
        }
        return "\(book): is in use by \(user)"
    }

    /// Nil if the fact says it all.
    private var remedy: String? {
        switch self {
        case .missing:
            "make one with init or import, or name another with --database"
        case .newer: "use a newer minerbook; the book was left untouched"
        case .older(let book, _, _):
            "run init on it to upgrade it, "
                + (isOnServer(book) ? "and make a dump before" : "which keeps a copy of it")
        case .alteredSchema(let book, _):
            "\(restoring(book)), or try to export it with --output FOLDER and import "
                + "those files into a new book"
        case .damaged(let book, _), .unreadable(let book, _, _):
            "run check on it for details, and \(restoring(book))"
        case .interrupted:
            "open it once with write access to the file and its folder, which repairs it"
        case .busy: "try again, or wait longer, such as with --wait 60"
        case .readOnly(let book):
            isOnServer(book)
                ? "the server is a replica or read-only; use one that can be written"
                : "check the permissions of the file and its folder"
        case .notPermitted:
            "the owner of the tables can grant it (docs/team.md has the roles)"
        case .unreachable: "check that it runs, the address and the network, and try again"
        case .disconnected(_, _, let isCommit):
            isCommit ? "see list imports" : "try again"
        case .inputOutput(let book, _):
            isOnServer(book)
                ? "check the disk, memory and limits of the server"
                : "check the disk, the space on it, and the limit of file sizes"
        case .divided:
            "try again if this server is a replica; otherwise take the change back with "
                + "SELECT minerbook_repair()"
        case .afterCommit: "check the disk"
        case .unknownSubject: "import companies first"
        case .codeTaken: "choose another code"
        case .noSuchImport(_, let last):
            last.map { "the last is \($0); see minerbook list imports" } ?? "this book has none"
        case .unexpected: "please report this"
        case .copyDiffers:
            "check the disk, and that no rule or trigger of the database changes new rows"
        case .upgradeFailed(let book, _, _):
            "check the disk, and \(restoring(book)) if it fails again"
        case .cannotOpen, .cannotCreate, .notABook, .undoneAlready, .importNeeded,
            .unsupported, .unstorable:
            nil
        }
    }

    private func isOnServer(_ book: String) -> Bool { BookLocation(option: book).file == nil }

    private func restoring(_ book: String) -> String {
        isOnServer(book) ? "restore a dump" : "restore a copy (see list backups)"
    }
}
