/// A random number generator that gives the same numbers for the same seed on every machine:
/// SplitMix64 (https://prng.di.unimi.it/splitmix64.c).
package struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// A generator with this seed.
    package init(seed: UInt64) { state = seed }

    /// The next random number.
    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// An array of 0 to `length` random elements of `alphabet`.
    package mutating func array<Element>(of alphabet: [Element], upTo length: Int) -> [Element] {
        (0..<Int.random(in: 0...length, using: &self)).map { _ in
            alphabet[Int.random(in: alphabet.indices, using: &self)]
        }
    }
}
