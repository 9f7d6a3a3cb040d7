import CPostgres
import Mining

/// The numbers of PostgreSQL's types (its table `pg_type`), and how days and moments are stored: since
/// 2000-01-01.
enum PostgresType {
    static let bool: Oid = 16
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let date: Oid = 1082
    static let timestamptz: Oid = 1184
    static let int8Array: Oid = 1016
    static let textArray: Oid = 1009
    static let dateArray: Oid = 1182

    /// Stands for a day that is not known, which the book has as -infinity.
    static let noDay = Int.min

    private static let daysTo2000 = 10_957

    /// The stored form of the day with this number.
    static func date(ofDay number: Int) -> Int32 {
        number == noDay ? .min : Int32(clamping: number - daysTo2000)
    }

    /// The stored form of the day with this number; nil if there is none.
    static func date(exactly number: Int) -> Int32? {
        let (days, isTooSmall) = number.subtractingReportingOverflow(daysTo2000)
        return isTooSmall ? nil : Int32(exactly: days)
    }

    /// The number of the day with this stored form.
    static func day(ofDate date: Int32) -> Int {
        date == .min ? noDay : Int(date) + daysTo2000
    }

    static func microseconds(of moment: Timestamp) -> Int64 {
        microseconds(ofSeconds: moment.secondsSince1970)
    }

    /// The stored form of a moment within the years of a `Timestamp`.
    static func microseconds(ofSeconds seconds: Int) -> Int64 {
        Int64(seconds - daysTo2000 * 86_400) * 1_000_000
    }

    /// Fractions of a second, which only another program writes, are left out.
    static func moment(ofMicroseconds microseconds: Int) -> Timestamp {
        let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return Timestamp(
            secondsSince1970: seconds - (rest < 0 ? 1 : 0) + daysTo2000 * 86_400)
    }
}
