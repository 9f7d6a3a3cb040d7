import Files

/// Why a file to be imported could not be read, as facts.
package struct InputError: Error, Sendable, Hashable, CustomStringConvertible {
    package enum Step: Sendable, Hashable {
        /// It cannot be opened.
        case open
        /// Its content cannot be used: it is compressed and damaged, or too large.
        case content
        /// It is open, and reading it failed.
        case read
        /// There is no temporary file for a copy of it, or for what was rejected of it.
        case copy(FileError.Step)
    }

    package let step: Step
    package let description: String

    init(_ step: Step, _ description: String) {
        self.step = step
        self.description = description
    }
}
