import Bookkeeping
import Mining

/// What an import writes to a `MemoryBook`.
final class MemoryImportStore: ImportStore {
    let book: MemoryBook

    init(_ book: MemoryBook) { self.book = book }

    // MARK: The import and its files

    func addImport(version: String, at recorded: Timestamp) throws(BookError) -> Int {
        book.rows.lastImport += 1
        book.rows.imports.append(
            ImportRecord(
                number: book.rows.lastImport, recorded: recorded, version: version, undone: nil,
                files: []))
        return book.rows.lastImport
    }

    func addFile(_ name: String, kind: FileKind, ofImport number: Int) throws(BookError) -> Int {
        let last = book.rows.imports.count - 1
        book.rows.files.append((number, book.rows.imports[last].files.count))
        book.rows.imports[last].files.append(
            ImportRecord.File(name: name, sha256: "", kind: kind, rowCounts: RowCounts()))
        return book.rows.files.count
    }

    func setDigest(_ sha256: String, ofFile number: Int) throws(BookError) {
        change(number) { $0.sha256 = sha256 }
    }

    func setRowCounts(_ rowCounts: RowCounts, ofFile number: Int) throws(BookError) {
        change(number) { $0.rowCounts = rowCounts }
    }

    private func change(_ number: Int, _ body: (inout ImportRecord.File) -> Void) {
        let file = book.rows.files[number - 1]
        for index in book.rows.imports.indices
        where book.rows.imports[index].number == file.importNumber {
            body(&book.rows.imports[index].files[file.index])
        }
    }

    // MARK: Subjects

    func subject(_ code: String) throws(BookError) -> StoredSubject? {
        guard let number = book.rows.subjects[code.lowercased()] else { return nil }
        switch book.rows.rows[.subject(number)]?.content {
        case .network: return StoredSubject(number: number, kind: .network)
        case .company: return StoredSubject(number: number, kind: .company)
        case .group: return StoredSubject(number: number, kind: .group)
        default: return nil
        }
    }

    func addGroup(_ code: String, at place: RowPlace) throws(BookError) -> Int {
        add(code, .group(code), at: place)
    }

    func company(_ number: Int) throws(BookError) -> Company? {
        guard case .company(let company) = book.rows.rows[.subject(number)]?.content else {
            return nil
        }
        return company
    }

    func add(_ company: Company, at place: RowPlace) throws(BookError) {
        _ = add(company.ticker, .company(company), at: place)
    }

    private func add(_ code: String, _ content: MemoryRows.Content, at place: RowPlace) -> Int {
        book.rows.lastSubject += 1
        book.rows.subjects[code.lowercased()] = book.rows.lastSubject
        book.rows.put(.subject(book.rows.lastSubject), content, at: place)
        return book.rows.lastSubject
    }

    func replace(_ number: Int, by company: Company, at place: RowPlace) throws(BookError) {
        book.rows.put(.subject(number), .company(company), at: place)
    }

    // MARK: Aliases, memberships and claims

    func alias(like alias: Alias, ofCompany number: Int) throws(BookError) -> Alias? {
        let key = MemoryRows.Key.alias(
            ExactText(alias.alias), company: number, from: alias.validFrom)
        guard case .alias(let stored) = book.rows.rows[key]?.content else { return nil }
        return stored
    }

    func hasAlias(_ text: String, ofCompany number: Int) throws(BookError) -> Bool {
        book.rows.rows.keys.contains {
            if case .alias(ExactText(text), number, _) = $0 { true } else { false }
        }
    }

    func put(_ alias: Alias, ofCompany number: Int, at place: RowPlace) throws(BookError) {
        var stored = alias
        stored.ticker = try company(number)?.ticker ?? alias.ticker
        book.rows.put(
            .alias(ExactText(alias.alias), company: number, from: alias.validFrom),
            .alias(stored), at: place)
    }

    func shareBasis(
        like basis: ShareBasis, ofCompany number: Int
    ) throws(BookError) -> ShareBasis? {
        let row = book.rows.rows[.shareBasis(company: number, from: basis.from)]
        guard case .shareBasis(let stored) = row?.content else { return nil }
        return stored
    }

    func put(_ basis: ShareBasis, ofCompany number: Int, at place: RowPlace) throws(BookError) {
        var stored = basis
        stored.ticker = try company(number)?.ticker ?? basis.ticker
        book.rows.put(
            .shareBasis(company: number, from: basis.from), .shareBasis(stored), at: place)
    }

    func membership(
        like membership: Membership, group: Int, company: Int
    ) throws(BookError) -> Membership? {
        let key = MemoryRows.Key.membership(
            group: group, company: company, from: membership.joinedOn)
        guard case .membership(let stored) = book.rows.rows[key]?.content else { return nil }
        return stored
    }

    func put(
        _ membership: Membership, group: Int, company: Int, at place: RowPlace
    ) throws(BookError) {
        var stored = membership
        stored.ticker = try self.company(company)?.ticker ?? membership.ticker
        if case .group(let code) = book.rows.rows[.subject(group)]?.content { stored.group = code }
        book.rows.put(
            .membership(group: group, company: company, from: membership.joinedOn),
            .membership(stored), at: place)
    }

    func contents(of claims: [NumberedClaim]) throws(BookError) -> [ClaimContent?] {
        claims.map { claim in
            guard case .claim(let stored) = book.rows.rows[key(claim)]?.content else { return nil }
            return ClaimContent(value: stored.value, note: stored.note)
        }
    }

    func put(_ claim: NumberedClaim, at place: RowPlace) throws(BookError) {
        book.rows.put(key(claim), .claim(claim.claim), at: place)
    }

    private func key(_ numbered: NumberedClaim) -> MemoryRows.Key {
        let claim = numbered.claim
        return .claim(
            subject: numbered.subject, claim.figure.description, on: claim.on, since: claim.since,
            publisher: ExactText(claim.publisher), claim.publishedOn, source: numbered.source)
    }
}
