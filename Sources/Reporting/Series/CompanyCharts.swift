import Mining

/// The charts of one company: its published figures by day or month, and its shares.
struct CompanyCharts {
    let charts: [Chart]

    /// `published` are the observations that count, in the order of their periods. `shares` have a
    /// figure for each of `periods`. A chart without values is left out.
    init<Source: Book>(
        _ company: Company, _ published: [Observation], periods: [Period], shares: [CompanyShare],
        _ reader: Reader<Source>
    ) throws(Source.Failure) {
        func line(_ name: String, _ title: String, _ metrics: [Metric]) -> Chart {
            // A year's average at the end of the year would seem to be a fall.
            let shown = published.filter {
                metrics.contains($0.metric) && ($0.period.isDay || $0.period.days <= 92)
            }
            let days = Set(shown.map(\.period.last)).sorted()
            return Chart(
                name, "\(company.ticker): \(title)", .line, unit: metrics[0].unit.code,
                axis: .days(days),
                series: metrics.map { Self.series($0, shown, on: days, reader) })
        }
        let quarters = Chart(
            "share", "\(company.ticker): share of hashrate", .line, unit: "%",
            axis: .names(periods.map { "\($0)" }),
            series: shares.map { share in
                // A share of a sum that lacks members would seem to fall once these are known.
                Chart.Series(
                    share.definition.title,
                    share.figures.map { $0.marks.contains(.incomplete) ? ComputedFigure() : $0 },
                    as: share.definition)
            })
        charts = [
            line("hashrate", "hashrate", [.deployedHashrate, .operatingHashrate]), quarters,
            try Self.production(company, published, reader),
            line("treasury", "bitcoin held", [.btcHeld]),
        ].filter { chart in
            chart.series.contains { $0.values.contains { $0 != nil } }
        }
    }

    /// The figures of a metric. The line breaks where the next figure is much later than is usual for
    /// this company: figures between the two are missing.
    private static func series<Source: Book>(
        _ metric: Metric, _ shown: [Observation], on days: [Day], _ reader: Reader<Source>
    ) -> Chart.Series {
        let own = shown.filter { $0.metric == metric }
        let places = own.map { observation in days.firstIndex(of: observation.period.last) ?? 0 }
        let distances = zip(own, own.dropFirst()).map {
            $1.period.last.number - $0.period.last.number
        }
        let usual = distances.sorted().dropFirst(distances.count / 2).first ?? 0
        var figures = [ComputedFigure](repeating: ComputedFigure(), count: days.count)
        var breaks: Set<Int> = []
        for (index, (observation, place)) in zip(own, places).enumerated() {
            figures[place] = ComputedFigure(
                expression: .observed(reader.input(observation)),
                marks: Number.Mark.marks(of: [observation]))
            if index > 0, distances[index - 1] * 2 > usual * 3 { breaks.insert(place) }
        }
        return Chart.Series(
            metric.name, figures, as: FigureDefinition(metric), breaks: breaks,
            skips: Set(days.indices).subtracting(places))
    }

    /// Bars for months, from the first to the last that is published; a month without a figure is
    /// a gap.
    private static func production<Source: Book>(
        _ company: Company, _ published: [Observation], _ reader: Reader<Source>
    ) throws(Source.Failure) -> Chart {
        let metrics = [Metric.btcMined, .btcSold]
        let shown = published.filter { $0.period.wholeMonths == 1 && metrics.contains($0.metric) }
            .map(\.period)
        let months =
            shown.min().map { PeriodSeries(from: $0, to: (shown.max() ?? $0).last).periods } ?? []
        var series: [Chart.Series] = []
        for metric in metrics {
            let figures = try months.map { (month) throws(Source.Failure) in
                try reader.flow(metric, of: company.ticker, over: month)
            }
            series.append(Chart.Series(metric.name, figures, as: FigureDefinition(metric)))
        }
        return Chart(
            "production", "\(company.ticker): bitcoin mined and sold by month", .bars,
            unit: Unit.bitcoin.code, axis: .names(months.map { "\($0)" }), series: series)
    }
}
