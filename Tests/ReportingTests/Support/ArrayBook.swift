import Mining
import TestSupport
import Testing

/// A book in memory, so that tests of reports need no database.
typealias ArrayBook = TestSupport.ArrayBook

// MARK: - Filling a book

func day(_ text: String) throws -> Day { try #require(Day(text)) }

func period(_ text: String) throws -> Period {
    let parsed = PeriodText(text)
    return try #require(parsed?.period(fiscalYearEnd: nil))
}

/// Reads a quantity such as `38.5 EH/s` in a metric's dimension.
func quantity(_ text: String, _ dimension: Dimension) throws -> Quantity {
    let parts = text.split(separator: " ", maxSplits: 1)
    let number = try #require(DecimalNumber(parts[0].utf8))
    let unit = try #require(Unit(String(parts[1]), in: dimension))
    return try #require(Quantity.of(number, unit)).quantity
}

extension ArrayBook {
    /// Adds companies that joined `us-listed` on a day.
    mutating func add(
        members tickers: String..., joined: String = "2025-09-01", left: String? = nil
    )
        throws
    {
        for ticker in tickers {
            if !allCompanies.contains(where: { $0.ticker == ticker }) {
                allCompanies.append(Company(ticker: ticker, name: "\(ticker) Inc."))
            }
            allMemberships.append(
                Membership(
                    group: "us-listed", ticker: ticker, joinedOn: try day(joined),
                    leftOn: try left.map(day)))
        }
    }

    mutating func add(
        _ subject: String, _ metric: Metric, _ period: String, _ value: String,
        published: String? = nil, source: String = "", status: Status = .reported
    ) throws {
        allObservations.append(
            Observation(
                subject: subject, metric: metric,
                period: try storedPeriod(period, metric),
                value: try quantity(value, metric.dimension),
                publishedOn: try published.map(day), source: source, status: status))
    }

    mutating func claim(
        _ figure: String, _ on: String, _ value: String, since: String? = nil,
        subject: String = "us-listed", published: String? = nil, source: String = ""
    ) throws {
        let code = try #require(FigureCode(figure))
        allClaims.append(
            Claim(
                publisher: "JPMorgan", subject: subject, figure: code, on: try period(on),
                since: try since.map(period), value: try quantity(value, code.dimension),
                publishedOn: try published.map(day), source: source))
    }

    private func storedPeriod(_ text: String, _ metric: Metric) throws -> Period {
        let whole = try period(text)
        return metric.kind == .instant ? Period(day: whole.last) : whole
    }
}
