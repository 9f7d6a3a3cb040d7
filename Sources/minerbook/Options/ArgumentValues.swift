import ArgumentParser
import Importing
import Mining
import Workbooks

// Values of the project as arguments of commands. The parser refuses other texts with exit code 64,
// and says what the argument should look like.

extension Period {
    static func argument(_ text: String) throws -> Period {
        guard let period = PeriodText(text)?.period(fiscalYearEnd: nil) else {
            throw ValidationError(
                "write a date, month, quarter, year or interval, such as 2025-12-31, 2025-12, "
                    + "2025Q4, 2025, TTM 2025-12-31 or 2026-01-01/2026-01-15.")
        }
        return period
    }
}

extension Day {
    static func argument(_ text: String) throws -> Day {
        guard let day = Day(text) else {
            throw ValidationError("write a date, such as 2025-12-31.")
        }
        return day
    }
}

extension DecimalNumber {
    /// A number above zero, such as `70000`, `70,000` or `1.05e3`.
    static func positiveArgument(_ text: String) throws -> DecimalNumber {
        let digits = text.utf8.filter { $0 != UInt8(ascii: ",") }
        guard let number = DecimalNumber(digits), number.mantissa > 0, !number.isTruncated else {
            throw ValidationError("write a number above zero, such as 70000.")
        }
        return number
    }
}

extension Status {
    static func argument(_ text: String) throws -> Status {
        guard let status = Status(name: text) else {
            throw ValidationError("\(ImportProblem.Reason.notStatus(text)).")
        }
        return status
    }
}

extension Metric {
    static func argument(_ text: String) throws -> Metric {
        guard let metric = Metric(named: text) else {
            throw ValidationError("\(problem(withName: text))")
        }
        return metric
    }
}

extension FigureCode {
    static func argument(_ text: String) throws -> FigureCode {
        guard let code = FigureCode(text) else {
            throw ValidationError(
                "\(ImportProblem.Reason.unknownFigure(text, nearest: nearestBase(to: text)))")
        }
        return code
    }
}

extension ColumnMapping {
    static func argument(_ text: String) throws -> ColumnMapping {
        do throws(ImportProblem.Reason) {
            return try ColumnMapping(text)
        } catch {
            throw ValidationError("\(error).")
        }
    }
}

extension CellRange {
    static func argument(_ text: String) throws -> CellRange {
        guard let range = CellRange(text) else {
            throw ValidationError("write the first and the last cell, such as B4:H20.")
        }
        return range
    }
}

extension DateOrder: ExpressibleByArgument {}

extension PeriodLength: ExpressibleByArgument {}

/// The minutes of an offset from UTC.
func timezoneArgument(_ text: String) throws -> Int {
    guard let minutes = timezoneOffset(text) else {
        throw ValidationError("write an offset from UTC, such as +01:00.")
    }
    return minutes
}

extension Unit {
    /// The text of a unit or of a scale, such as `EH/s`, `USD bn` or `million`.
    static func argument(_ text: String) throws -> String {
        guard isWritten(text) else {
            throw ValidationError("write a unit, such as EH/s, USD bn or BTC.")
        }
        return text
    }
}
