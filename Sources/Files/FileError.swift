import SystemPackage

/// Why a file could not be written, as facts.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Step: Sendable, Hashable {
        /// The file cannot be created, replaced or opened for writing. It is as it was.
        case create
        /// Its content could not be written or synced. It is as it was.
        case write
        /// The file is in its place with its new content, but that may not be on the disk yet.
        case sync
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

    /// The same error, with a remark added to its reason.
    func adding(_ remark: String) -> FileError { FileError(step, path, "\(reason); \(remark)") }

    package var description: String {
        switch step {
        case .create: "cannot create \(path): \(reason)"
        case .write: "cannot write \(path): \(reason)"
        case .sync: "\(path) is in place, but a power failure may still undo that: \(reason)"
        }
    }
}
