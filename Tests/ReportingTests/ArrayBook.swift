import Mining
import Testing

/// A book that is an array: what reports read in tests, without a database.
struct ArrayBook: Book {
    var allCompanies: [Company] = []
    var allMemberships: [Membership] = []
    var allObservations: [Observation] = []
    var allClaims: [Claim] = []

    func companies() -> [Company] { allCompanies.sorted { $0.ticker < $1.ticker } }

    func groups() -> [String] { Set(allMemberships.map(\.group)).sorted() }

    func memberships(of group: String) -> [Membership] {
        allMemberships.filter { $0.group == group }.sorted { $0.ticker < $1.ticker }
    }

    func latest(_ metric: Metric, of subject: String, at day: Day, knownOn: Day?) -> Observation? {
        let known = allObservations.filter {
            $0.metric == metric && $0.subject == subject && $0.period.last <= day
                && $0.isKnown(on: knownOn)
        }
        guard let period = known.map(\.period).max() else { return nil }
        return known.filter { $0.period == period }.counting(knownOn: nil).first
    }

    func vintages(_ metric: Metric, of subject: String, within period: Period) -> [Observation] {
        allObservations.filter {
            $0.metric == metric && $0.subject == subject && period.contains($0.period)
        }.sorted { $0.period < $1.period }
    }

    func earliestDay(of metric: Metric, of subject: String) -> Day? {
        allObservations.filter { $0.metric == metric && $0.subject == subject }
            .map(\.period.last).min()
    }

    func claims(of figure: FigureCode, about subject: String) -> [Claim] {
        allClaims.filter { $0.figure == figure && $0.subject == subject }
    }
}

// MARK: - Writing books down

func day(_ text: String) throws -> Day { try #require(Day(text)) }

func period(_ text: String) throws -> Period {
    let parsed = PeriodText(text)
    return try #require(parsed?.period(fiscalYearEnd: nil))
}

/// The quantity that a text such as `38.5 EH/s` writes, in a metric's dimension.
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
