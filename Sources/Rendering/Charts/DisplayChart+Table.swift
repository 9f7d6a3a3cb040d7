import Reporting

extension DisplayChart {
    /// The numbers of the chart as a table, for readers who cannot see it or want its values: one
    /// row per place, one column per series.
    var table: Table {
        let columns =
            [Column("place", axis.isTime ? "Period" : "Name", .text)]
            + series.map { Column($0.name, $0.name, .number, unit: unit) }
        return Table(
            name: "numbers", title: title, columns: columns,
            rows: labels.enumerated().map { place, label in
                [.text(label)]
                    + series.indices.map { index in
                        number(index, at: place).map { .number($0) } ?? .missing
                    }
            })
    }
}
