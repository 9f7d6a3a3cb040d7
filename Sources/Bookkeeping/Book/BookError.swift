import Mining

/// Why a book could not be opened, read or written, as facts and for any storage engine.
///
/// `description` says where and what. What to do about it names commands and options, so the
/// command layer adds it. Every failed call leaves the book as it was, except for `afterCommit` and
/// `disconnected`.
package enum BookError: Error, Sendable, Hashable {
    /// There is no book at this location.
    case missing(book: String)
    /// The book is there and cannot be opened or read.
    case cannotOpen(book: String, reason: String)
    /// The user of a server has no permission for what a command does; `reason` says for what.
    case notPermitted(book: String, reason: String)
    /// The book, or the copy before an upgrade, cannot be created.
    case cannotCreate(book: String, reason: String)
    /// A file of something else, or an empty one. It was not touched.
    case notABook(book: String, reason: String)
    /// A book of a newer program, whose tables this one does not know. It was not touched.
    case newer(book: String, found: Int, known: Int)
    /// A book of an older program, opened for reading, which never changes it.
    case older(book: String, found: Int, known: Int)
    /// A step of an upgrade failed. The book is as it was.
    case upgradeFailed(book: String, step: String, reason: String)
    /// A table, index or trigger is not the one of the book's version, so that writing could lose
    /// data. The book was not touched.
    case alteredSchema(book: String, difference: String)
    /// The content is not what the engine or this program writes.
    case damaged(book: String, reason: String)
    /// The last writer was interrupted, and the book cannot be repaired because it is read-only.
    case interrupted(book: String)
    /// Another process was writing, or reading while this one wanted to write, for longer than the
    /// time to wait. `holder` is that process, if the engine knows it.
    case busy(book: String, holder: String? = nil)
    /// The server of the book does not answer.
    case unreachable(book: String, reason: String)
    /// The connection to the server broke. The book is as it was, unless `isCommit`: then the
    /// change may or may not be in it.
    case disconnected(book: String, reason: String, isCommit: Bool = false)
    /// A change is on some of the machines that keep the book and not on all, so it is neither read
    /// nor written. `changes` are the numbers of changes of all machines.
    case divided(book: String, changes: String)
    /// The program, or the engine of this book, does not do this.
    case unsupported(book: String, reason: String)
    /// A text that this engine cannot hold, or a `row` of a book that is copied.
    case unstorable(book: String, row: String = "a text", reason: String)
    /// A row of a copy is not that of the book. There is no copy.
    case copyDiffers(book: String, row: String)
    /// The book or its folder is read-only.
    case readOnly(book: String)
    /// Reading or writing failed below the engine: a full or faulty disk.
    case inputOutput(book: String, reason: String)
    /// The change is in the book, but a step after that failed. `kept` is the path of a copy of the
    /// book as it was; nil if there is none.
    case afterCommit(book: String, step: StepAfterCommit, reason: String, kept: String? = nil)
    /// A stored value that contradicts the rule of its column.
    case unreadable(book: String, column: String, value: String)
    /// A row names a subject that the book does not have.
    case unknownSubject(code: String)
    /// A row would add a company or group with a code that another kind of subject has.
    case codeTaken(code: String, by: Subject.Kind, wanted: Subject.Kind)
    /// No import has this number; `last` is the greatest number, nil in an empty book.
    case noSuchImport(number: Int, last: Int?)
    case undoneAlready(number: Int, at: Timestamp)
    /// An import that cannot be undone, since something later depends on it.
    case importNeeded(number: Int, by: Dependence)
    /// Anything else that the engine refuses: an error of this program.
    case unexpected(book: String, reason: String)
}

extension BookError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing(let book): "\(book): there is no such book"
        case .cannotOpen(let book, let reason): "\(book): cannot be opened: \(reason)"
        case .notPermitted(let book, let reason): "\(book): \(reason)"
        case .cannotCreate(let book, let reason): "\(book): cannot be created: \(reason)"
        case .notABook(let book, let reason):
            "\(book): is not a minerbook book: \(reason); it was left untouched"
        case .newer(let book, let found, let known):
            "\(book): has schema \(found), but this program knows up to \(known)"
        case .older(let book, let found, let known):
            "\(book): has schema \(found), but this program reads \(known)"
        case .upgradeFailed(let book, let step, let reason):
            "\(book): could not be upgraded by \(step): \(reason); the book is as before"
        case .alteredSchema(let book, let difference):
            "\(book): \(difference), so nothing is written to this book"
        case .damaged(let book, let reason): "\(book): is damaged: \(reason)"
        case .interrupted(let book): "\(book): was left in the middle of a write"
        case .busy(let book, let holder): "\(book): is in use by \(holder ?? "another program")"
        case .unreachable(let book, let reason): "\(book): the server does not answer: \(reason)"
        case .disconnected(let book, let reason, false):
            "\(book): the connection to the server broke: \(reason); the book is as before"
        case .disconnected(let book, let reason, true):
            "\(book): the connection to the server broke while the change was being saved, so it may or "
                + "may not be in the book: \(reason)"
        case .divided(let book, let changes):
            "\(book): the last change is on some of its machines and not on all (\(changes))"
        case .unsupported(let book, let reason): "\(book): \(reason)"
        case .unstorable(let book, let row, let reason):
            "\(book): the database cannot hold \(row): \(reason); nothing was written"
        case .copyDiffers(let book, let row):
            "\(book): the copy differs from the book in \(row); nothing was copied"
        case .readOnly(let book): "\(book): cannot be written"
        case .inputOutput(let book, let reason): "\(book): reading or writing failed: \(reason)"
        case .afterCommit(let book, let step, let reason, let kept):
            "\(book): the change is in the book, but \(step.rawValue): \(reason)"
                + (kept.map { "; the book as it was is in \($0)" } ?? "")
        case .unreadable(let book, let column, let value):
            "\(book): \(column) holds \(value), which cannot be"
        case .unknownSubject(let code): "no company or group is called \"\(code)\""
        case .codeTaken(let code, let kind, let wanted):
            "\"\(code)\" is a \(kind.rawValue) of the book and cannot be a \(wanted.rawValue) too"
        case .noSuchImport(let number, _): "there is no import \(number)"
        case .undoneAlready(let number, let moment):
            "import \(number) was undone already, at \(moment)"
        case .importNeeded(let number, let dependence):
            "import \(number) cannot be undone: \(dependence)"
        case .unexpected(let book, let reason):
            "\(book): the storage engine refused a statement: \(reason)"
        }
    }
}

/// What can fail when a change is in the book, as the message says it.
package enum StepAfterCommit: String, Sendable {
    /// The folder of the book could not be synced.
    case sync = "a power failure may still undo it"
    /// The file became smaller, and its end could not be cut off.
    case cut = "the file could not be made smaller"
    case unlock = "it could not be unlocked"
}
