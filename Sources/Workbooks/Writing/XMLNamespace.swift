/// The names by which the parts of a workbook say what they are.
enum XMLNamespace {
    static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
    static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    static let sheetDrawing =
        "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
    /// What the types of parts begin with.
    static let part = "application/vnd.openxmlformats-officedocument."
}

/// How each part begins.
let xmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
