import Mining

/// One import of the other book, as it is recorded in this one: with its time, version and files. It
/// gets a number once there is a row of it.
final class ImportReplay {
    private let record: ImportRecord
    private let merge: Merge
    private var opened: (session: ImportSession, files: [ImportSession.File])?
    private var hasShareHistories = false

    init(of record: ImportRecord, in merge: Merge) {
        self.record = record
        self.merge = merge
    }

    /// Adds a row, or replaces the one of this book.
    func record(_ row: RegisterRow, ofFile index: Int, line: Int) throws(BookError) {
        let (session, files) = try open()
        let isNew = try session.put(row, at: files[index].place(line: line))
        let counts = isNew ? RowCounts(inserted: 1) : RowCounts(corrected: 1)
        // An import counts the rows of its files, and not the former names that it keeps.
        if row.kind != .aliases || record.files[index].kind == .aliases {
            session.count(counts, of: files[index])
        }
        merge.count(counts, row.kind)
    }

    func record(_ batch: ObservationBatch, ofFile index: Int) throws(BookError) {
        let (session, files) = try open()
        if !hasShareHistories {
            session.shareHistories = ShareHistory.histories(of: try merge.ours.shareBasis())
            hasShareHistories = true
        }
        let before = session.rowCounts(of: files[index])
        try session.record(batch, from: files[index])
        merge.count(session.rowCounts(of: files[index]) - before, .observations)
    }

    /// - Throws: `.damaged` if the other book has a key twice, as it may if another program wrote it.
    func finish() throws(BookError) {
        guard let session = opened?.session else { return }
        if let conflict = session.conflicts.first {
            throw .damaged(
                book: merge.settings.name,
                reason: "it has \(conflict.subject) twice, as \(conflict.first) and as "
                    + conflict.second)
        }
        try session.storeRowCounts()
        merge.noteEnd(of: session)
    }

    /// Gives it a number, also if no row of it is recorded.
    @discardableResult
    func open() throws(BookError) -> (ImportSession, [ImportSession.File]) {
        if let opened { return opened }
        let session = try ImportSession(
            in: merge.store, version: record.version, at: record.recorded)
        session.listsInsertions = merge.settings.isDryRun
        var files: [ImportSession.File] = []
        for file in record.files {
            let added = try session.addFile(name: file.name, kind: file.kind)
            try session.setDigest(file.sha256, of: added)
            files.append(added)
        }
        opened = (session, files)
        merge.noteStart(of: session, files)
        return (session, files)
    }
}

extension ImportSession {
    /// Adds a row or replaces the one with its key, whatever its content; returns whether it is new.
    fileprivate func put(_ row: RegisterRow, at place: RowPlace) throws(BookError) -> Bool {
        switch row {
        case .company(let company): try put(company, at: place)
        case .alias(let alias): try put(alias, at: place)
        case .shareBasis(let basis): try put(basis, at: place)
        case .membership(let membership): try put(membership, at: place)
        case .claim(let claim): try put(claim, at: place)
        }
    }

    private func put(_ company: Company, at place: RowPlace) throws(BookError) -> Bool {
        guard let subject = try subject(company.ticker) else {
            try store.add(company, at: place)
            return true
        }
        guard subject.kind == .company else {
            throw .codeTaken(code: company.ticker, by: subject.kind, wanted: .company)
        }
        try store.replace(subject.number, by: company, at: place)
        return false
    }

    private func put(_ alias: Alias, at place: RowPlace) throws(BookError) -> Bool {
        let company = try company(alias.ticker)
        let known = try store.alias(like: alias, ofCompany: company)
        try store.put(alias, ofCompany: company, at: place)
        return known == nil
    }

    private func put(_ basis: ShareBasis, at place: RowPlace) throws(BookError) -> Bool {
        let company = try company(basis.ticker)
        let known = try store.shareBasis(like: basis, ofCompany: company)
        try store.put(basis, ofCompany: company, at: place)
        return known == nil
    }

    private func put(_ membership: Membership, at place: RowPlace) throws(BookError) -> Bool {
        let group = try group(membership.group, at: place)
        let company = try company(membership.ticker)
        let known = try store.membership(like: membership, group: group, company: company)
        try store.put(membership, group: group, company: company, at: place)
        return known == nil
    }

    private func put(_ claim: Claim, at place: RowPlace) throws(BookError) -> Bool {
        guard let subject = try subject(claim.subject)?.number else {
            throw .unknownSubject(code: claim.subject)
        }
        var texts = StringPool()
        _ = texts.add(claim.source)
        let numbered = NumberedClaim(
            claim: claim, subject: subject,
            source: try store.sourceNumbers(of: texts, used: [true])[0])
        let known = try store.contents(of: [numbered])[0]
        try store.put(numbered, at: place)
        return known == nil
    }
}
