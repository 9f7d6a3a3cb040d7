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
        var series: [Chart.Series] = []
        for company in companies {
            let values = try months.map { (month) throws(Source.Failure) in
                try reader.flow(metric, of: company.ticker, over: month).expression?.value
            }
            series.append(Chart.Series(company.ticker, values))
        }
        return Chart(
            metric.code, title, .stacked, unit: metric.unit.code,
            axis: .names(months.map(\.description)), series: series
        ).trimmed
    }

    /// An instant at the last twelve month-ends and on the day reported on, carried forward; series
    /// and places as in `monthlyChart`.
    func monthEndChart(_ metric: Metric, as name: String, _ title: String, of companies: [Company])
        throws(Source.Failure) -> Chart?
    {
        var days = months.map(\.last)
        if days.last != day { days.append(day) }
        var series: [Chart.Series] = []
        for company in companies {
            var values: [Double?] = []
            for day in days {
                values.append(try instant(metric, of: company, at: day).expression?.value)
            }
            series.append(Chart.Series(company.ticker, values))
        }
        return Chart(
            name, title, .stacked, unit: metric.unit.code, axis: .days(days), series: series
        ).trimmed
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
    /// Without series that have no value, and without leading and trailing places that have none;
    /// nil if nothing is left.
    fileprivate var trimmed: Chart? {
        var chart = self
        chart.series = series.filter { $0.values.contains { $0 != nil } }
        let known = chart.series.flatMap { series in
            series.values.indices.filter { series.values[$0] != nil }
        }
        guard let first = known.min(), let last = known.max() else { return nil }
        switch axis {
        case .days(let days): chart.axis = .days(Array(days[first...last]))
        case .names(let names): chart.axis = .names(Array(names[first...last]))
        }
        for index in chart.series.indices {
            chart.series[index].values = Array(chart.series[index].values[first...last])
        }
        return chart
    }
}

extension Chart {
    /// A warning about stacked bars that lack companies: a higher bar is then not always growth. nil
    /// if no bar lacks a company.
    var gapsNote: String? {
        let places =
            switch axis {
            case .days(let days): days.map(\.description)
            case .names(let names): names
            }
        let counts = places.indices.map { place in series.count { $0.values[place] == nil } }
        guard let last = counts.lastIndex(where: { $0 > 0 }) else { return nil }
        let lacking = counts.filter { $0 > 0 }
        let (least, most) = (lacking.min() ?? 0, lacking.max() ?? 0)
        let count = least == most ? "\(most)" : "\(least) to \(most)"
        return
            "In the chart \"\(title)\", bars up to \(places[last]) lack the figures of \(count) of "
            + "\(series.count) companies: a higher bar is not always growth."
    }
}
