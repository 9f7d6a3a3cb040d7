import Mining

/// The numbers of sources, given out where a text is new. Valid within one transaction.
///
/// Nothing is remembered from call to call, since a file may name another source in every row.
final class SourceNumbers {
    /// How many texts one statement adds.
    private static let textsAtOnce = 32

    private let find: Statement
    private let add: Statement
    private let addMany: Statement
    private let connection: Connection
    private var lastNumber: Int
    /// Whether most texts of the last call were new, as those of the next one then mostly are:
    /// adding them finds out by the way whether they are there.
    private var expectsNew = false

    init(on connection: Connection) throws(StorageError) {
        find = try Statement("SELECT id FROM source WHERE text = ?1", on: connection, isKept: true)
        add = try Statement(Self.addition(of: 1), on: connection, isKept: true)
        addMany = try Statement(
            Self.addition(of: Self.textsAtOnce), on: connection, isKept: true)
        lastNumber = try connection.integer("SELECT max(id) FROM source")
        self.connection = connection
    }

    /// A statement that adds `count` texts, and passes over those that are there.
    private static func addition(of count: Int) -> String {
        """
        INSERT OR FAIL INTO source (id, text)
        VALUES \(Array(repeating: "(?, ?)", count: count).joined(separator: ", "))
        ON CONFLICT (text) DO NOTHING
        """
    }

    /// The number of each of `texts`, which may repeat themselves.
    func numbers(of texts: [String]) throws(StorageError) -> [Int] {
        var distinct: [String] = []
        var places: [ExactText: Int] = [:]
        var placeOfEach: [Int] = []
        placeOfEach.reserveCapacity(texts.count)
        var last: (text: ExactText, place: Int)?
        for text in texts.lazy.map(ExactText.init) {
            // Most rows name the source of the row before.
            if let last, last.text == text {
                placeOfEach.append(last.place)
                continue
            }
            let place = places[text] ?? distinct.count
            if place == distinct.count {
                places[text] = place
                distinct.append(text.text)
            }
            placeOfEach.append(place)
            last = (text, place)
        }
        let numbers = try numbers(ofDistinct: distinct)
        return placeOfEach.map { numbers[$0] }
    }

    private func numbers(ofDistinct texts: [String]) throws(StorageError) -> [Int] {
        var numbers: [Int] = Array(repeating: 0, count: texts.count)
        var missing: [Int] = []
        for place in texts.indices {
            if !expectsNew, let number = try found(texts[place]) {
                numbers[place] = number
            } else {
                missing.append(place)
            }
        }
        expectsNew = 2 * missing.count > texts.count
        var start = 0
        while start < missing.count {
            let isFull = missing.count - start >= Self.textsAtOnce
            let places = missing[start..<start + (isFull ? Self.textsAtOnce : 1)]
            let statement = isFull ? addMany : add
            for (index, place) in places.enumerated() {
                lastNumber &+= 1
                numbers[place] = lastNumber
                try statement.bind(lastNumber, at: Int32(2 * index + 1))
                try statement.bind(texts[place], at: Int32(2 * index + 2))
            }
            try statement.run()
            if connection.changes < places.count {
                for place in places {
                    guard let number = try found(texts[place]) else {
                        throw .damaged(
                            path: connection.path, reason: "sources are missing from their index")
                    }
                    numbers[place] = number
                }
            }
            start = places.endIndex
        }
        return numbers
    }

    private func found(_ text: String) throws(StorageError) -> Int? {
        defer { find.reset() }
        try find.bind(text, at: 1)
        return try find.step() ? find.integer(0) : nil
    }
}
