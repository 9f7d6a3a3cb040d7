/// The file of an import from which rows of a lake come, written once for all of its rows.
package struct LakeOrigin: Sendable {
    let importNumber: String
    let name: String

    /// `file` is the name of the file as it was given to the import.
    package init(importNumber: Int, file: String) {
        self.importNumber = String(importNumber)
        name = file
    }
}

/// In which snapshots a row of a lake is: in those from `first` on and before `end`.
package struct LakeSnapshots: Sendable {
    let first: Int
    let end: Int?

    /// `first` is the number of an import, or 0 for all imports; `end` is nil if the book has the
    /// row.
    package init(first: Int, end: Int?) {
        self.first = first
        self.end = end
    }
}
