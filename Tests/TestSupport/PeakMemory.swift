#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The most memory that this process has used so far.
///
/// `make fuzz` runs the tests that check it in a process of their own. In any other run, other tests
/// use memory too.
package enum PeakMemory {
    /// What no file may exceed, in megabytes.
    package static let limit = 200

    /// In megabytes, rounded up.
    package static var megabytes: Int {
        var usage = rusage()
        #if canImport(Glibc)
            getrusage(RUSAGE_SELF.rawValue, &usage)
            let bytes = usage.ru_maxrss * 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            let bytes = usage.ru_maxrss
        #endif
        return (bytes + 999_999) / 1_000_000
    }
}
