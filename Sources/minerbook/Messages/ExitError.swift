import Application
import Bookkeeping
import Files
import Importing
import Rendering
import Workbooks

/// Why the program ends with an error: the messages for stderr, one per line, and the exit code.
///
/// Only its initializers map errors of modules to exit codes.
struct ExitError: Error {
    /// The program's exit codes. All except 1 have the meanings of sysexits.h.
    enum Code: Int32 {
        /// No error: the program that reads stdout has enough of it, and ended.
        case readerHasEnough = 0
        /// A check or verification found problems.
        case problemsFound = 1
        case usage = 64
        /// Invalid input, or a book that is damaged, no book at all, or of another version.
        case badData = 65
        case cannotOpenInput = 66
        /// The server of the book does not answer; trying again later may work.
        case unavailable = 69
        case internalError = 70
        case cannotCreateOutput = 73
        case inputOutput = 74
        /// Another process is using the book; trying again later may work.
        case busy = 75
    }

    var messages: [String]
    var code: Code

    init(_ messages: [String], _ code: Code) {
        self.messages = messages
        self.code = code
    }

    init(_ message: String, _ code: Code) { self.init([message], code) }

    /// Nil for other errors: those of the argument parser, which prints them itself. `book` is the
    /// one that the command is about.
    init?(_ error: any Error, of book: BookLocation) {
        switch error {
        case let failure as ExitError: self = failure
        case let error as ImportFailure:
            self = ExitError(error.cause, of: book) ?? ExitError(error.description, .inputOutput)
        case let error as FileError: self = ExitError(error)
        case let error as InputError: self = ExitError(error)
        case ApplicationError.importStands(let number, let causes):
            let failures = causes.compactMap { ExitError($0, of: book) }
            guard let first = failures.first else { return nil }
            self.init(failures.flatMap(\.messages), first.code)
            guard code != .readerHasEnough else { return }
            messages.append(
                "import \(number) is in the book; to revert it: "
                    + book.commandLine("undo \(number)"))
        case let error as ApplicationError: self = ExitError(error)
        case let error as BookError: self.init(error.sentence, Code(error))
        case let error as RenderingError: self.init(error.description, Code(error))
        case let limit as WorkbookLimit:
            self.init("\(limit); use --format csv", .cannotCreateOutput)
        default: return nil
        }
    }
}

extension ExitError {
    init(_ error: InputError) {
        let code: Code =
            switch error.step {
            case .open: .cannotOpenInput
            case .content: .badData
            case .copy(.create): .cannotCreateOutput
            case .read, .copy: .inputOutput
            }
        self.init(error.description, code)
    }

    init(_ error: FileError) {
        self.init(error.description, error.step == .create ? .cannotCreateOutput : .inputOutput)
    }
}

extension ExitError.Code {
    init(_ error: RenderingError) {
        if case .tooLarge = error { self = .cannotCreateOutput } else { self = .usage }
    }

    init(_ error: BookError) {
        self =
            switch error {
            case .missing, .cannotOpen, .notPermitted: .cannotOpenInput
            case .cannotCreate, .readOnly: .cannotCreateOutput
            case .notABook, .newer, .older, .alteredSchema, .damaged, .interrupted, .unreadable,
                .unknownSubject, .codeTaken, .importNeeded, .upgradeFailed, .unstorable,
                .copyDiffers:
                .badData
            case .noSuchImport, .undoneAlready, .unsupported: .usage
            case .unreachable: .unavailable
            case .inputOutput, .afterCommit, .disconnected, .divided: .inputOutput
            case .busy: .busy
            case .unexpected: .internalError
            }
    }
}
