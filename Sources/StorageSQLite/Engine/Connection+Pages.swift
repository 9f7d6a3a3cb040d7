import Bookkeeping
import CPages
import CSQLite

/// The checksums that a book has of its pages; CPages keeps them.
extension Connection {
    /// What a book knows of its pages.
    enum Pages {
        /// They have no room for checksums: the book is of an older version of the program, or another
        /// program made it.
        case unprotected
        /// Every page has a checksum.
        case protected
        /// Another program has written to the book since this program did, and its pages are not
        /// compared.
        case changedByOthers
    }

    /// Gives a new file, which is still empty, pages with checksums.
    func protectNewFile() throws(BookError) {
        try expectOK(cpages_protect_new(handle))
    }

    /// Rewrites the file with checksums, which frees unused space.
    func rewriteWithChecksums() throws(BookError) {
        try expectOK(cpages_reserve(handle))
        try execute("VACUUM")
        sealPages()
    }

    /// What the file knows of its pages. Within a transaction, or it may change right after.
    func pages() throws(BookError) -> Pages {
        var state = CPAGES_PROTECTED
        try expectOK(cpages_read_state(handle, &state))
        return Pages(state)
    }

    /// Gives all pages checksums if another program has written some without. Where that is impossible,
    /// as when another process writes, they stay without, and the next call gives them some.
    func sealPages() {
        try? withoutWaiting { () throws(BookError) in
            guard try pages() == .changedByOthers else { return }
            try execute("BEGIN IMMEDIATE")
            defer { try? execute("ROLLBACK") }
            try expectOK(cpages_seal(handle))
        }
    }

    /// Reads pages from now on even if their checksums are wrong.
    func tolerateWrongPages() throws(BookError) { try expectOK(cpages_tolerate(handle)) }

    /// Compares all pages that are in use with their checksums, within a transaction, and returns how
    /// many differ with the numbers of the first of them.
    func comparePages() throws(BookError) -> (pages: Pages, wrong: Int, first: [Int]) {
        var found = cpages_findings()
        found.state = CPAGES_PROTECTED
        try expectOK(cpages_scan(handle, &found))
        let numbers = withUnsafeBytes(of: found.first) { bytes in
            bytes.bindMemory(to: UInt32.self).prefix(Int(found.wrong)).map(Int.init)
        }
        return (Pages(found.state), Int(found.wrong), numbers)
    }

    /// A database in memory has no file, and needs no checksums.
    private func expectOK(_ code: Int32) throws(BookError) {
        guard code == SQLITE_OK || code == SQLITE_NOTFOUND else { throw error(code) }
    }
}

extension Connection.Pages {
    fileprivate init(_ state: cpages_state) {
        switch state {
        case CPAGES_PROTECTED: self = .protected
        case CPAGES_CHANGED: self = .changedByOthers
        default: self = .unprotected
        }
    }
}
