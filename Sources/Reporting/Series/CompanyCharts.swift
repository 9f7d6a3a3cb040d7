import Mining

/// The charts of one company: its published figures by day or month, and its shares.
struct CompanyCharts {
    let charts: [Chart]

    /// `published` are the observations that count, in the order of their periods. `shares` have a
    /// figure for each of `periods`. A chart without values is left out.
    init(
        _ company: Company, _ published: [Observation], periods: [Period], shares: [CompanyShare]
    ) {
        func line(_ name: String, _ title: String, _ metrics: [Metric]) -> Chart {
            let shown = published.filter { metrics.contains($0.metric) }
            let days = Set(shown.map(\.period.last)).sorted()
            return Chart(
                name, "\(company.ticker): \(title)", .line, unit: metrics[0].unit.code,
                axis: .days(days),
                series: metrics.map { metric in
                    var values: [Day: Double] = [:]
                    for observation in shown where observation.metric == metric {
                        values[observation.period.last] = observation.value.value(in: metric.unit)
                    }
                    return Chart.Series(metric.name, days.map { values[$0] })
                })
        }
        let quarters = Chart(
            "share", "\(company.ticker): share of hashrate", .line, unit: "%",
            axis: .names(periods.map { "\($0)" }),
            series: shares.map { share in
                // A share of a sum that lacks members would seem to fall once these are known.
                Chart.Series(
                    share.definition.title,
                    share.figures.map {
                        $0.marks.contains(.incomplete) ? nil : $0.expression?.value
                    })
            })
        charts = [
            line("hashrate", "hashrate", [.deployedHashrate, .operatingHashrate]), quarters,
            Self.production(company, published),
            line("treasury", "bitcoin held", [.btcHeld]),
        ].filter { chart in
            chart.series.contains { $0.values.contains { $0 != nil } }
        }
    }

    /// Bars for months; a month without a figure is a gap.
    private static func production(_ company: Company, _ published: [Observation]) -> Chart {
        let months = published.filter { $0.period.wholeMonths == 1 }
        let metrics = [Metric.btcMined, .btcSold]
        let shown = months.filter { metrics.contains($0.metric) }
        let first = shown.map(\.period).min()
        let last = shown.map(\.period).max()
        let series = first.map { PeriodSeries(from: $0, to: last?.last ?? $0.last).periods } ?? []
        return Chart(
            "production", "\(company.ticker): bitcoin mined and sold by month", .bars,
            unit: Unit.bitcoin.code, axis: .names(series.map { "\($0)" }),
            series: metrics.map { metric in
                Chart.Series(
                    metric.name,
                    series.map { month in
                        shown.first { $0.metric == metric && $0.period == month }
                            .map { $0.value.value(in: metric.unit) }
                    })
            })
    }
}
