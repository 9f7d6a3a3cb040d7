import Mining

/// Which imports two books have in common because they began as copies of one file, or because they
/// were merged before.
struct ImportMatch {
    /// The numbers in this book of the imports that both have, by their numbers in the other one.
    let common: [Int: Int]
    let ourSide: MergeSide
    let theirSide: MergeSide
    /// The imports that both books have and only this one has undone: their numbers in the other
    /// book.
    let undoneHere: Set<Int>

    /// An import is the same in both books if time, version, files and digests are the same; a
    /// retraction if time, version and figures are. Of several that are alike, those that both books
    /// have undone, or have not, are the same, the first one first.
    init(ours: [ImportRecord], theirs: [ImportRecord]) {
        let alike = Self.pairs(ours, theirs) {
            UndoneIdentity(identity: ImportIdentity($0), isUndone: $0.undone != nil)
        }
        let taken = Set(alike.values)
        let others = Self.pairs(
            ours.filter { !taken.contains($0.number) },
            theirs.filter { alike[$0.number] == nil }, by: ImportIdentity.init)
        let common = alike.merging(others) { first, _ in first }
        self.common = common
        let undone = Set(ours.filter { $0.undone != nil }.map(\.number))
        undoneHere = Set(
            theirs.filter { record in
                record.undone == nil && common[record.number].map(undone.contains) ?? false
            }.map(\.number))
        ourSide = MergeSide(
            imports: Dictionary(uniqueKeysWithValues: ours.map { ($0.number, $0) }),
            common: Set(common.values))
        theirSide = MergeSide(
            imports: Dictionary(uniqueKeysWithValues: theirs.map { ($0.number, $0) }),
            common: Set(common.keys))
    }

    private struct UndoneIdentity: Hashable {
        let identity: ImportIdentity
        let isUndone: Bool
    }

    /// The numbers of `ours` by those of `theirs` with the same key, in their order.
    private static func pairs<Key: Hashable>(
        _ ours: [ImportRecord], _ theirs: [ImportRecord], by key: (ImportRecord) -> Key
    ) -> [Int: Int] {
        var numbers: [Key: [Int]] = [:]
        for record in ours.reversed() { numbers[key(record), default: []].append(record.number) }
        var pairs: [Int: Int] = [:]
        for record in theirs { pairs[record.number] = numbers[key(record)]?.popLast() }
        return pairs
    }

    /// The imports that both books have and only the other one has undone: their numbers in this
    /// book, with the time. The last one comes first, since it may depend on those before it.
    var undoneThere: [(number: Int, at: Timestamp)] {
        common.compactMap { their, our in
            guard ourSide.imports[our]?.undone == nil,
                let moment = theirSide.imports[their]?.undone
            else { return nil }
            return (our, moment)
        }.sorted { $0.number > $1.number }
    }
}

/// The imports of one of two books.
struct MergeSide {
    /// By number.
    let imports: [Int: ImportRecord]
    /// The numbers of those that the other book has as well.
    let common: Set<Int>

    /// The imports and retractions that only this book has and that were not undone, the first one
    /// first.
    var own: [ImportRecord] {
        imports.values.filter { isOwn($0.number) }.sorted { $0.number < $1.number }
    }

    /// Whether this book changed the row since the two books were copies of each other. What was
    /// undone changed nothing. Nor does it count that another program deleted the row: that is no
    /// retraction.
    func hasChanged<Row>(_ history: RowHistory<Row>) -> Bool {
        if let present = history.present {
            // Nil: another program wrote it.
            guard let number = present.origin?.importNumber, !isOwn(number) else { return true }
        }
        return history.replaced.contains { event in
            if let number = event.how.importNumber { return isOwn(number) }
            return !event.how.isDeleted && !wasUndone(event)
        }
    }

    /// Whether this book had the content of `version` and replaced, retracted or undid it by itself.
    /// What it did before the two books were copies of each other says nothing.
    func hasReplaced<Row>(
        _ version: RowHistory<Row>.Version?, in history: RowHistory<Row>
    ) -> Bool {
        guard let version else { return false }
        return history.replaced.contains { event in
            guard event.old.row.hasContent(of: version.row) else { return false }
            if let number = event.how.importNumber { return isOwn(number) }
            guard wasUndone(event) else { return !event.how.isDeleted }
            return !(event.old.origin.map { common.contains($0.importNumber) } ?? false)
        }
    }

    /// The number of the last import, apart from those that were undone, of which the book has or had a
    /// row with the content of `version`; 0 if there is none.
    func lastImport<Row>(
        with version: RowHistory<Row>.Version?, in history: RowHistory<Row>
    ) -> Int {
        guard let version else { return 0 }
        return (history.replaced.map(\.old) + [history.present].compactMap(\.self))
            .filter { $0.row.hasContent(of: version.row) }
            .compactMap { $0.origin?.importNumber }
            .filter { imports[$0]?.undone == nil }
            .max() ?? 0
    }

    /// When the row became what it is; nil if another program did that and the time is not known.
    func lastChange<Row>(_ history: RowHistory<Row>) -> Timestamp? {
        guard let present = history.present else { return history.replaced.last?.how.at }
        return present.origin.flatMap { imports[$0.importNumber]?.recorded }
    }

    /// Whether only this book has the import, and has not undone it.
    func isOwn(_ number: Int) -> Bool {
        !common.contains(number) && imports[number]?.undone == nil
    }

    private func wasUndone<Row>(_ event: RowHistory<Row>.Replaced) -> Bool {
        event.old.origin.flatMap { imports[$0.importNumber]?.undone } == event.how.at
    }
}

/// What tells an import from others in any book: its numbers and counts are not part of it.
private struct ImportIdentity: Hashable {
    private let recorded: Timestamp
    private let version: String
    private let files: [[String]]
    private let retracted: [RetractedFigure]

    /// The content counts as well: within one second two users may retract different figures with one
    /// key.
    private struct RetractedFigure: Hashable {
        let identity: ObservationIdentity
        let content: String
    }

    init(_ record: ImportRecord) {
        recorded = record.recorded
        version = record.version
        files = record.files.map { [$0.name, $0.sha256, $0.kind.rawValue] }
        retracted = record.retracted.map {
            RetractedFigure(identity: ObservationIdentity($0), content: $0.summary)
        }
    }
}
