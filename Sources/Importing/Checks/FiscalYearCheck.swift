import Mining

/// Finds companies that have both fiscal and other periods in one file, such as `FQ4 2025` and
/// `Q1 2026`: the other ones may be fiscal, too. Only for companies whose fiscal year is not the
/// calendar year.
struct FiscalYearCheck {
    /// Whether the first such period of a company was fiscal, by its ticker.
    private var areFiscal: [String: Bool] = [:]

    /// The problem of a period of a subject; nil if there is none.
    @inline(__always)
    mutating func problem(
        of period: WrittenPeriod, for subject: Subject
    ) -> ImportProblem.Reason? {
        guard let end = subject.fiscalYearEnd, end != 12 else { return nil }
        switch period {
        case .part(let days): return problem(days, isFiscal: false, subject)
        case .text(.fiscal):
            return period.period(fiscalYearEnd: end).flatMap {
                problem($0, isFiscal: true, subject)
            }
        case .text, .day, .month, .dated: return nil
        }
    }

    private mutating func problem(
        _ days: Period, isFiscal: Bool, _ subject: Subject
    ) -> ImportProblem.Reason? {
        guard let first = areFiscal[subject.code] else {
            areFiscal[subject.code] = isFiscal
            return nil
        }
        return first == isFiscal ? nil : .mixedYears(days, isFiscal: isFiscal, of: subject.code)
    }
}
