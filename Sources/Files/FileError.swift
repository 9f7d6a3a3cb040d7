import SystemPackage

/// Why a file could not be written, as facts. The file at `path` is as it was.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Step: Sendable, Hashable {
        /// The file cannot be created, replaced or opened for writing.
        case create
        /// Its content could not be written or synced.
        case write
    }

    package let step: Step
    /// As the caller named it.
    package let path: String
    package let reason: String

    init(_ step: Step, _ path: String, _ reason: String) {
        self.step = step
        self.path = path
        self.reason = reason
    }

    init(_ step: Step, _ path: String, _ error: Errno) {
        self.init(step, path, error.description)
    }

    package var description: String {
        "cannot \(step == .create ? "create" : "write") \(path): \(reason)"
    }
}
