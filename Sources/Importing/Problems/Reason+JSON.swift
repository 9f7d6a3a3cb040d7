import JSON

/// Problems of JSON files.
extension ImportProblem.Reason {
    /// The text is not JSON from this place on.
    static func notJSON(_ error: JSONError) -> Self {
        let place = "line \(error.line), column \(error.byteColumn)"
        return switch error.reason {
        case .syntax(let detail):
            Self(
                .notJSON,
                "the file is not JSON at \(place): \(escaped(detail.trimmingPoint)); download it "
                    + "again, or save it as JSON")
        case .unexpectedEnd:
            Self(
                .notJSON,
                "the file ends inside a value, at \(place); download it again, it is incomplete")
        case .tooDeep:
            Self(
                .notJSON,
                "arrays and objects are nested deeper than \(JSONReader.maximumDepth) levels at "
                    + "\(place)")
        case .tooLong:
            Self(
                .notJSON,
                "a value at \(place) is longer than \(JSONReader.maximumLength) bytes; look for a "
                    + "quote that is never closed")
        }
    }

    /// No value is a row. `wanted` are the paths of rows that the profile has, and `arrays` those
    /// that the file has.
    static func noJSONRows(_ wanted: [RowPattern], profile: String, arrays: [RowPattern]) -> Self {
        let asked =
            wanted.isEmpty
            ? "the file has no rows: no array of objects or arrays, and no object of dates"
            : "the file has no rows at \(listed(wanted.map(quotedPath), "or")), where the profile "
                + "\(escaped(profile)) looks for them"
        return Self(.noJSONRows, asked + foundArrays(arrays))
    }

    /// Several arrays may be the rows, and nothing says which.
    static func unclearJSONRows(_ arrays: [RowPattern]) -> Self {
        Self(
            .unclearJSONRows,
            "the rows could be \(listed(arrays.prefix(shownPaths).map(quotedPath), "or")); say which "
                + "in a profile, with a line such as rows: \(arrays.first.map(quotedPath) ?? "")")
    }

    /// A first row of an array with other names than that of the first array.
    static func otherJSONNames(_ found: String, expected: String) -> Self {
        Self(
            .unclearJSONRows,
            "the first row of this array has \(quoted(found)) where that of the first array has "
                + "\(quoted(expected)); import the arrays separately")
    }

    /// The file has the layout of a profile that must be named.
    static func profileForJSON(_ names: [String]) -> Self {
        Self(
            .profileForJSON,
            "the file has the layout of the profile \(listed(names, "or")), but files about other "
                + "things have it too; if this one is what the profile reads, add --profile "
                + (names.first ?? ""))
    }

    /// The rows have too many different fields.
    static func tooManyJSONFields(at name: String, limit: Int) -> Self {
        Self(
            .tooManyJSONFields,
            "the rows have more than \(limit) fields"
                + (name.isEmpty ? "" : ", most of them in \(quoted(name))")
                + "; the rows may be nested deeper: say where in a profile, with a line such as "
                + "rows: data[*]")
    }

    /// An object of a row that has a key twice.
    static func repeatedJSONKey(_ key: String) -> Self {
        Self(
            .repeatedJSONKey,
            "the key \(quoted(key)) occurs twice in one object; keep only one of them")
    }

    private static let shownPaths = 12

    private static func foundArrays(_ arrays: [RowPattern]) -> String {
        if arrays.isEmpty { return "" }
        let more = arrays.count - shownPaths
        return "; its arrays are " + listed(arrays.prefix(shownPaths).map(quotedPath), "and")
            + (more > 0 ? " and \(more) more" : "")
    }

    private static func quotedPath(_ path: RowPattern) -> String { escaped("\(path)") }
}

extension String {
    /// Without the point at its end.
    fileprivate var trimmingPoint: String { hasSuffix(".") ? String(dropLast()) : self }
}
