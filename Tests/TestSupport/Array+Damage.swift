extension [UInt8] {
    /// Removes, repeats or changes bytes in one to six places.
    package mutating func damage(_ generator: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !isEmpty {
            let place = Int.random(in: indices, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: removeSubrange(place..<Swift.min(count, place + 4))
            case 1: removeSubrange(place...)
            case 2: insert(contentsOf: self[place..<Swift.min(count, place + 16)], at: place)
            case 3: self[place] = 0xFF
            case 4: self[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            default: self[place] = UInt8.random(in: 0...255, using: &generator)
            }
        }
    }
}
