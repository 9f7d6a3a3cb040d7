/// A company's part of something larger, period by period.
struct CompanyShare {
    let definition: FigureDefinition
    let figures: [Computed]
}
