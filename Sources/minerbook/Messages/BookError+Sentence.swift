import Bookkeeping

extension BookError {
    /// What is wrong and what to do about it, in the program's own commands and options.
    var sentence: String { remedy.map { "\(fact); \($0)" } ?? fact }

    /// What is wrong. A busy book is not open here any more, so `BookLocation.user` may be called.
    private var fact: String {
        guard case .busy(let book) = self, let user = BookLocation(option: book).user else {
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
        case .older: "run init on it to upgrade it, which keeps a copy of it"
        case .alteredSchema:
            "restore a copy (see list backups), or try to export it with --output FOLDER and import "
                + "those files into a new book"
        case .damaged, .unreadable:
            "run check on it for details, and restore a copy (see list backups)"
        case .interrupted:
            "open it once with write access to the file and its folder, which repairs it"
        case .busy: "try again, or wait longer, such as with --wait 60"
        case .readOnly: "check the permissions of the file and its folder"
        case .inputOutput: "check the disk, the space on it, and the limit of file sizes"
        case .afterCommit: "check the disk"
        case .unknownSubject: "import companies first"
        case .codeTaken: "choose another code"
        case .noSuchImport(_, let last):
            last.map { "the last is \($0); see minerbook list imports" } ?? "this book has none"
        case .unexpected: "please report this"
        case .upgradeFailed:
            "check the disk, and restore a copy (see list backups) if it fails again"
        case .cannotOpen, .cannotCreate, .notABook, .undoneAlready, .importNeeded:
            nil
        }
    }
}
