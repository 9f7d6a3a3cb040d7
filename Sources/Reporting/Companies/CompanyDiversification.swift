import Mining

/// A company's business beside mining, as the book has it.
struct CompanyDiversification {
    let contracted: Computed
    let previous: Computed
    let energized: Computed
    let pipeline: Computed
    private let hpcRevenue: Computed
    private let revenue: Computed

    init<Source: Book>(of company: Company, _ setting: Setting<Source>) throws(Source.Failure) {
        contracted = try setting.instant(.hpcContracted, of: company)
        previous = try setting.instant(.hpcContracted, of: company, at: setting.since.last)
        energized = try setting.instant(.hpcEnergized, of: company)
        pipeline = try setting.instant(.powerPipeline, of: company)
        hpcRevenue = try setting.total(.hpcRevenue, of: company)
        revenue = try setting.total(.revenue, of: company)
    }

    var change: Computed { Computed(contracted, previous) { .difference($0[0], $0[1]) } }

    static var columns: [CompanyColumn<Self>] {
        let megawatts = FigureUnit(.megawatt)
        return [
            CompanyColumn(.hpcContracted, title: "HPC contracted", \.contracted),
            CompanyColumn(
                FigureDefinition(
                    "previous", "Previous", megawatts, formula: "hpc_contracted at the base",
                    meaning: "what was contracted at --since"), \.previous),
            CompanyColumn(
                FigureDefinition(
                    "change", "Change", megawatts, formula: "hpc_contracted − previous",
                    meaning: "what has been contracted since", isSigned: true), \.change),
            CompanyColumn(.hpcEnergized, title: "HPC energized", \.energized),
            CompanyColumn(
                FigureDefinition(
                    "hpc_revenue_share", "HPC share of revenue", FigureUnit(.percent),
                    formula: "hpc_revenue / revenue",
                    meaning: "how much of revenue AI cloud and HPC colocation bring in")
            ) { row in
                Computed(row.hpcRevenue, row.revenue.divisor("revenue")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.powerPipeline, \.pipeline),
        ]
    }
}
