/// A company's share of a larger whole, period by period.
struct CompanyShare {
    let definition: FigureDefinition
    let figures: [ComputedFigure]
}
