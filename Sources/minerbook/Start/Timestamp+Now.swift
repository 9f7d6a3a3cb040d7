import Mining

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Timestamp {
    /// The clock's present second.
    static var now: Timestamp { Timestamp(secondsSince1970: time(nil)) }
}
