import Mining

/// Charts of a metric by company over the last twelve months.
extension ReportContext {
    /// A flow month by month, with a series for each company that has it in some month, in the order
    /// of `companies`. Leading and trailing months without any value are left out; nil if there is
    /// no value at all.
    func monthlyChart(_ metric: Metric, _ title: String, of companies: [Company])
        throws(Source.Failure) -> Chart?
    {
        let months = self.months
        return try stack(
            metric, as: metric.code, title, axis: .names(months.map(\.description)),
            of: companies
        ) { (company) throws(Source.Failure) in
            try months.map { (month) throws(Source.Failure) in
                try reader.flow(metric, of: company.ticker, over: month)
            }
        }
    }

    /// An instant at the last twelve month-ends and on the day reported on, carried forward; series
    /// and places as in `monthlyChart`.
    func monthEndChart(_ metric: Metric, as name: String, _ title: String, of companies: [Company])
        throws(Source.Failure) -> Chart?
    {
        var days = months.map(\.last)
        if days.last != day { days.append(day) }
        return try stack(metric, as: name, title, axis: .days(days), of: companies) {
            (company) throws(Source.Failure) in
            try days.map { (day) throws(Source.Failure) in
                try instant(metric, of: company, at: day)
            }
        }
    }

    /// A stack with a figure of each company at each place of the axis.
    private func stack(
        _ metric: Metric, as name: String, _ title: String, axis: Chart.Axis,
        of companies: [Company],
        _ figures: (Company) throws(Source.Failure) -> [ComputedFigure]
    ) throws(Source.Failure) -> Chart? {
        var series: [Chart.Series] = []
        var terms: [Int: [Expression]] = [:]
        for company in companies {
            let figures = try figures(company)
            series.append(Chart.Series(company.ticker, figures))
            for (place, figure) in figures.enumerated() {
                if let expression = figure.expression {
                    terms[place, default: []].append(expression)
                }
            }
        }
        var chart = Chart(
            name, title, .stacked, unit: metric.unit.code, axis: axis, series: series)
        chart.totals = Number.aligned(
            terms.compactMapValues { terms in
                Estimate(.sum(terms)).map { Number($0, in: FigureUnit(metric.unit)) }
            })
        return chart.ofFixedSet
    }

    /// The twelve months that end at or before the day.
    private var months: [Period] {
        var months: [Period] = []
        var end = day.isLastOfMonth ? day : day.firstOfMonth.advanced(by: -1)
        while months.count < 12, let month = Period(end.firstOfMonth, end), month.first > .first {
            months.insert(month, at: 0)
            end = month.first.advanced(by: -1)
        }
        return months
    }
}

extension Chart {
    /// A stack of the companies that have a value at some place, without leading and trailing places
    /// that have none; nil if nothing is left. A company without a value at a place is unknown there.
    fileprivate var ofFixedSet: Chart? {
        var chart = self
        chart.hasFixedSet = true
        chart.series = series.filter { $0.values.contains { $0 != nil } }
        chart.absent = series.filter { $0.values.allSatisfy { $0 == nil } }.map(\.name)
        let known = chart.series.flatMap { series in
            series.values.indices.filter { series.values[$0] != nil }
        }
        guard let first = known.min(), let last = known.max() else { return nil }
        switch axis {
        case .days(let days): chart.axis = .days(Array(days[first...last]))
        case .names(let names): chart.axis = .names(Array(names[first...last]))
        case .numbers(let numbers, let unit):
            chart.axis = .numbers(Array(numbers[first...last]), unit: unit)
        }
        chart.series = chart.series.map { $0.places(first...last) }
        chart.totals = Dictionary(
            uniqueKeysWithValues: totals.map { ($0.key - first, $0.value) })
        chart.note = chart.gapsNote
        return chart
    }
}

extension Chart {
    /// Which companies a stack lacks; nil if it lacks none.
    var gapsNote: String? {
        let places =
            switch axis {
            case .days(let days): days.map(\.description)
            case .names(let names): names
            case .numbers(let numbers, let unit): numbers.map { "\($0) \(unit)" }
            }
        let counts = places.indices.map { place in
            absent.count + series.count { $0.values[place] == nil }
        }
        guard let last = counts.lastIndex(where: { $0 > 0 }) else { return nil }
        let lacking = counts.filter { $0 > 0 }
        let (least, most) = (lacking.min() ?? 0, lacking.max() ?? 0)
        let count = least == most ? "\(most)" : "\(least) to \(most)"
        let never =
            absent.isEmpty
            ? "" : "; there is no figure at all for \(absent.sorted().joined(separator: ", "))"
        return
            "Bars up to \(places[last]) lack the figures of \(count) of "
            + "\(series.count + absent.count) companies, which are unknown\(never)."
    }
}
