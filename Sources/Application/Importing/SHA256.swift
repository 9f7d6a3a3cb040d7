import CSHA256

/// The SHA-256 digest of bytes that come in pieces (FIPS 180-4, section 6.2).
///
/// It names an imported file by its content. Our own, because the library for it compiles all of
/// BoringSSL, two minutes of a first build (docs/DECISIONS.md). Where the processor has
/// instructions for it, these do the work.
struct SHA256 {
    /// Whether the processor has the instructions.
    static let hasInstructions = csha256_is_available() != 0

    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
        0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    private var block: [UInt8] = []
    private var count = 0
    private let usesInstructions: Bool

    /// The digest of no bytes; `usesInstructions` only where the processor has them.
    init(usesInstructions: Bool = hasInstructions) {
        self.usesInstructions = usesInstructions
        block.reserveCapacity(64)
    }

    /// Takes in the next bytes.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var rest = bytes[...]
        if !block.isEmpty {
            let missing = rest.prefix(64 - block.count)
            block.append(contentsOf: missing)
            rest = rest.dropFirst(missing.count)
            guard block.count == 64 else { return }
            block.withUnsafeBytes { compress($0) }
            block.removeAll(keepingCapacity: true)
        }
        let whole = rest.prefix(rest.count / 64 * 64)
        compress(UnsafeRawBufferPointer(rebasing: whole))
        block.append(contentsOf: rest.dropFirst(whole.count))
    }

    /// The digest of all that was taken in, as 64 hexadecimal digits.
    var hex: String {
        var copy = self
        let bits = UInt64(count) * 8
        let zeros = (119 - count % 64) % 64
        var padding: [UInt8] = [0x80] + Array(repeating: 0, count: zeros)
        for shift in stride(from: 56, through: 0, by: -8) {
            padding.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
        }
        padding.withUnsafeBytes { copy.update($0) }
        return copy.state.map { word in
            let digits = String(word, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }.joined()
    }

    /// Works whole blocks of 64 bytes into the state.
    private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
        guard usesInstructions else {
            for start in stride(from: 0, to: blocks.count, by: 64) {
                compress(block: UnsafeRawBufferPointer(rebasing: blocks[start..<start + 64]))
            }
            return
        }
        let bytes = blocks.assumingMemoryBound(to: UInt8.self)
        csha256_compress(&state, bytes.baseAddress, bytes.count / 64, Self.constants)
    }

    /// Works one block of 64 bytes into the state by additions and rotations.
    private mutating func compress(block: UnsafeRawBufferPointer) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
            for index in 0..<16 {
                let word = block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
                schedule[index] = UInt32(bigEndian: word)
            }
            for index in 16..<64 {
                let (w15, w2) = (schedule[index - 15], schedule[index - 2])
                let s0 = w15.rotated(7) ^ w15.rotated(18) ^ (w15 >> 3)
                let s1 = w2.rotated(17) ^ w2.rotated(19) ^ (w2 >> 10)
                schedule[index] = schedule[index - 16] &+ s0 &+ schedule[index - 7] &+ s1
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            Self.constants.withUnsafeBufferPointer { constants in
                for index in 0..<64 {
                    let s1 = e.rotated(6) ^ e.rotated(11) ^ e.rotated(25)
                    let choice = (e & f) ^ (~e & g)
                    let t1 = h &+ s1 &+ choice &+ constants[index] &+ schedule[index]
                    let s0 = a.rotated(2) ^ a.rotated(13) ^ a.rotated(22)
                    let majority = (a & b) ^ (a & c) ^ (b & c)
                    (h, g, f, e) = (g, f, e, d &+ t1)
                    (d, c, b, a) = (c, b, a, t1 &+ s0 &+ majority)
                }
            }
            for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= word }
        }
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
        0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
        0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
        0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
        0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
        0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
        0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
        0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
        0xc671_78f2,
    ]
}

extension UInt32 {
    /// Rotated right.
    fileprivate func rotated(_ count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
