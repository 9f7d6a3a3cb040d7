import Mining

extension MergeableBook {
    /// Takes over what `other` has and this book does not, in one transaction: its imports and
    /// retractions, in their order, with their times, versions, files and lines, so that `undo`
    /// reverts each of them.
    ///
    /// `MergeDecision` says what happens to rows that both books have. The result does not depend on
    /// which of two books is merged into the other, except for the numbers of imports. An import that
    /// both have and one has undone is undone in the result.
    ///
    /// Changes nothing if there is a conflict without a preference, an obstacle, or nothing to do.
    ///
    /// - Throws: `.codeTaken` if a code is a company in one book and a group in the other;
    ///   `.unreadable` for a metric that this program does not know.
    package func merge(
        _ other: any MergeableBook, _ settings: MergeSettings
    ) throws(BookError) -> MergeSummary {
        try importTransaction(failure: \.self) { (store) throws(BookError) in
            try other.snapshot(failure: \.self) { () throws(BookError) in
                let merge = Merge(of: other, into: self, in: store, settings)
                try merge.run()
                var summary = merge.summary
                let isRefused =
                    !summary.obstacles.isEmpty
                    || (summary.conflictCount > 0 && settings.preference == nil)
                let changesNothing = summary.numbers.isEmpty && summary.undone.isEmpty
                if isRefused || settings.isDryRun || changesNothing {
                    summary.numbers = []
                    return .rollBack(summary)
                }
                return .commit(summary)
            }
        }
    }
}
