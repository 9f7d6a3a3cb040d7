import Mining

/// A company's AI and HPC business, as the book has it.
struct CompanyDiversification {
    let contracted: ComputedFigure
    let previous: ComputedFigure
    let energized: ComputedFigure
    let pipeline: ComputedFigure
    private let hpcRevenue: ComputedFigure
    private let revenue: ComputedFigure

    init<Source: Book>(of company: Company, _ context: ReportContext<Source>) throws(Source.Failure)
    {
        contracted = try context.instant(.hpcContracted, of: company)
        previous = try context.instant(.hpcContracted, of: company, at: context.since.last)
        energized = try context.instant(.hpcEnergized, of: company)
        pipeline = try context.instant(.powerPipeline, of: company)
        hpcRevenue = try context.total(.hpcRevenue, of: company)
        revenue = try context.total(.revenue, of: company)
    }

    var change: ComputedFigure {
        ComputedFigure(contracted, previous) { .difference($0[0], $0[1]) }
            .asChange(from: previous, to: contracted)
    }

    static var columns: [CompanyColumn<Self>] {
        let megawatts = FigureUnit(.megawatt)
        return [
            CompanyColumn(.hpcContracted, title: "HPC contracted", \.contracted),
            CompanyColumn(
                FigureDefinition(
                    "previous", "Previous", megawatts, formula: "hpc_contracted at the base",
                    meaning: "what was contracted at the base (--since)"), \.previous),
            CompanyColumn(
                FigureDefinition(
                    "change", "Change", megawatts, formula: "hpc_contracted − previous",
                    meaning: "what has been contracted since the base", isSigned: true), \.change),
            CompanyColumn(.hpcEnergized, title: "HPC energized", \.energized),
            CompanyColumn(
                FigureDefinition(
                    "hpc_revenue_share", "HPC share of revenue", FigureUnit(.percent),
                    formula: "hpc_revenue / revenue",
                    meaning: "the share of revenue from AI cloud and HPC colocation")
            ) { row in
                ComputedFigure(row.hpcRevenue, row.revenue.divisor("revenue")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.powerPipeline, \.pipeline),
        ]
    }
}
