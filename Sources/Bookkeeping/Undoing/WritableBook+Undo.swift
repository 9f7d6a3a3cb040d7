import Mining

extension WritableBook {
    /// Undoes the import or retraction `number` at the time `moment`: what it inserted is deleted,
    /// what it corrected or retracted is restored. All that the book had of it is kept among the
    /// corrections, and the import stays in the list of imports, marked as undone. A row that another
    /// program has deleted since stays deleted.
    ///
    /// - Throws: `.noSuchImport`, `.undoneAlready`, or `.importNeeded` with the latest of the imports
    ///   that depend on it (`Dependence`). Undoing from the last import to the first always works.
    package func undo(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing {
        try transaction(failure: \.self) { () throws(BookError) in
            if let earlier = try undoing(of: number) {
                throw .undoneAlready(number: number, at: earlier)
            }
            let latest = try dependences(on: number).max {
                ($0.importNumber ?? 0) < ($1.importNumber ?? 0)
            }
            if let latest { throw .importNeeded(number: number, by: latest) }
            return .commit(try takeBack(number, at: moment))
        }
    }
}
