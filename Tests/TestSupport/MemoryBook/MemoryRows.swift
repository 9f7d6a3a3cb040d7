import Bookkeeping
import Mining

/// The rows of a book in memory, with what each of them replaced.
struct MemoryRows {
    /// What a row is known by.
    enum Key: Hashable {
        case subject(Int)
        case alias(ExactText, company: Int, from: Day?)
        case shareBasis(company: Int, from: Day?)
        case membership(group: Int, company: Int, from: Day?)
        case claim(
            subject: Int, String, on: Period, since: Period?, publisher: ExactText, Day?,
            source: Int)
        case observation(
            subject: Int, Metric, Period, publishedOn: Int, source: Int)
    }

    enum Content {
        case network
        case company(Company)
        case group(String)
        case alias(Alias)
        case shareBasis(ShareBasis)
        case membership(Membership)
        case claim(Claim)
        case observation(Observation)
    }

    struct Row {
        var content: Content
        /// Nil for the network, which no import added.
        var place: RowPlace?
    }

    /// A row that was replaced or deleted, by the import with a number or by undoing (nil).
    struct Correction {
        var key: Key
        var old: Row
        var byImport: Int?
        var isDeletion = false
        var at: Timestamp
    }

    var rows: [Key: Row] = [.subject(1): Row(content: .network)]
    var corrections: [Correction] = []
    /// Numbers of subjects by their codes in lower case.
    var subjects: [String: Int] = [Subject.network.code.lowercased(): 1]
    /// The text of the source with number 1 comes first; number 0 is the empty text.
    var sources: [ExactText: Int] = [:]
    var imports: [ImportRecord] = []
    /// By the number of the file, counted from 1: its import, and its index there.
    var files: [(importNumber: Int, index: Int)] = []
    var lastImport = 0
    var lastSubject = 1

    mutating func put(_ key: Key, _ content: Content, at place: RowPlace) {
        if let old = rows[key] {
            let number = files[place.file - 1].importNumber
            let moment = imports.first { $0.number == number }?.recorded
            corrections.append(
                Correction(
                    key: key, old: old, byImport: number,
                    at: moment ?? Timestamp(secondsSince1970: 0)))
        }
        rows[key] = Row(content: content, place: place)
    }

    /// The number of the import that a row is from; nil for the network.
    func importNumber(of row: Row) -> Int? {
        row.place.map { files[$0.file - 1].importNumber }
    }

    func origin(_ place: RowPlace) -> Origin {
        let file = files[place.file - 1]
        let record = imports.first { $0.number == file.importNumber }
        return Origin(
            importNumber: file.importNumber, file: record?.files[file.index].name ?? "",
            line: place.line)
    }

    /// The content as reports read it.
    var book: ArrayBook {
        var book = ArrayBook()
        for row in rows.values {
            switch row.content {
            case .network: break
            case .company(let company): book.allCompanies.append(company)
            case .group(let code): book.emptyGroups.append(code)
            case .membership(let membership): book.allMemberships.append(membership)
            case .alias: break
            case .shareBasis(let basis): book.allShareBases.append(basis)
            case .claim(var claim):
                claim.origin = row.place.map(origin)
                book.allClaims.append(claim)
            case .observation(var observation):
                observation.origin = row.place.map(origin)
                book.allObservations.append(observation)
            }
        }
        return book
    }

    var aliases: [Alias] {
        rows.values.compactMap { if case .alias(let alias) = $0.content { alias } else { nil } }
            .sorted {
                if $0.alias != $1.alias { return precedes($0.alias, $1.alias) }
                let (one, two) = ($0.validFrom ?? .first, $1.validFrom ?? .first)
                return one == two ? precedes($0.ticker, $1.ticker) : one < two
            }
    }
}
