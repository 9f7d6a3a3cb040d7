import CLibFuzzer
import Foundation

/// Looks for inputs that break the program: libFuzzer changes files, keeps those that reach new code,
/// and changes these again.
///
/// `Fuzzer KIND [CORPUS …] [-runs=N …]`, with a kind of `FuzzKind` and the arguments of libFuzzer.
/// `make explore` builds and calls it (Tests/Fuzzing/README.md).
@main
struct Fuzzer {
    /// What the inputs are; libFuzzer's function has no place for it.
    nonisolated(unsafe) private static var kind = FuzzKind.csv

    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let kind = FuzzKind(rawValue: arguments[1]) else {
            let names = FuzzKind.allCases.map(\.rawValue).joined(separator: " | ")
            print("Usage: Fuzzer \(names) [CORPUS ...] [-runs=N ...]")
            exit(64)
        }
        Self.kind = kind
        // libFuzzer keeps the arguments until the process ends.
        var words: [UnsafeMutablePointer<CChar>?] = ([arguments[0]] + arguments[2...]).map {
            strdup($0)
        }
        words.append(nil)
        words.withUnsafeMutableBufferPointer { words in
            var count = Int32(words.count - 1)
            var start = words.baseAddress
            _ = LLVMFuzzerRunDriver(&count, &start) { data, size in
                Fuzzer.kind.check(Array(UnsafeBufferPointer(start: data, count: size)))
                return 0
            }
        }
    }
}

/// Ends the process if something does not hold, which makes libFuzzer keep the input.
func require(_ holds: Bool, _ what: @autoclosure () -> String) {
    guard !holds else { return }
    print("DOES NOT HOLD: \(what())")
    abort()
}
