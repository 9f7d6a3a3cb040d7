import CSV
import JSON
import Mining

/// A JSON file: which of its values are rows, and what they mean.
///
/// The rows are where the profile says. If no profile says it, this order applies:
///
/// 1. Without any profile, a built-in one whose layout the file has says where they are.
/// 2. Each value of NDJSON is a row.
/// 3. If all arrays are named after kinds of files, such as `observations`, each is a table.
/// 4. The elements of the only array are rows.
/// 5. The values of the only object whose keys are dates are rows.
/// 6. The whole file is one row.
package struct JSONFile {
    /// A table of the file.
    package struct Table {
        /// The file, and if it has several tables the pattern of the rows: `book.json:claims[*]`.
        package let name: String
        /// How to read the table.
        package let options: ImportOptions
        /// Returns its records from the start, with a header.
        package let records: @Sendable () -> any RecordSource
    }

    private let name: String
    private let bytes: [UInt8]
    private let shape: JSONShape

    /// The tables of `bytes`, a whole file in UTF-8. None if there is any problem; problems go to
    /// `diagnostics`.
    package static func tables(
        _ name: String, _ bytes: [UInt8], _ options: ImportOptions,
        reporting diagnostics: inout Diagnostics
    ) -> [Table] {
        do throws(JSONShape.Failure) {
            let file = try JSONFile(name, bytes)
            return try file.tables(options, &diagnostics)
        } catch {
            diagnostics.report(
                ImportProblem(file: name, at: error.place, reason: error.reason))
            return []
        }
    }

    private init(_ name: String, _ bytes: [UInt8]) throws(JSONShape.Failure) {
        self.name = name
        self.bytes = bytes
        shape = try JSONShape(bytes)
    }

    private func tables(
        _ asked: ImportOptions, _ diagnostics: inout Diagnostics
    ) throws(JSONShape.Failure) -> [Table] {
        var options = asked
        do throws(ImportProblem.Reason) {
            try options.rules.check(fileName: name)
            if options.rules.profile.isEmpty, let profile = try recognised(options) {
                options.adopt(profile)
                try options.rules.check(fileName: name)
                diagnostics.note("\(name): read with the profile \(profile.name)")
            }
            var patterns = options.rules.json.rows
            if patterns.isEmpty { patterns = try detected(&options, &diagnostics) }
            let found = patterns.enumerated().compactMap { index, pattern -> RowSelection? in
                let rows = RowSelection(pattern, earlier: Array(patterns[..<index]), in: shape)
                return rows.nodes.isEmpty ? nil : rows
            }
            guard !found.isEmpty || patterns.isEmpty else {
                throw .noJSONRows(
                    patterns, profile: options.rules.profile, arrays: shape.arrays.filled)
            }
            noteOthers(found, &diagnostics)
            var tables: [Table] = []
            for rows in found {
                let name = found.count == 1 ? name : "\(name):\(rows.pattern)"
                tables.append(try table(name, rows, options))
            }
            return tables
        } catch {
            throw JSONShape.Failure(place: .line(1), reason: error)
        }
    }

    /// Adds a note on the arrays that are not read.
    private func noteOthers(_ found: [RowSelection], _ diagnostics: inout Diagnostics) {
        let read = Set(found.flatMap(\.nodes))
        let others = shape.arrays.filled.filter { read.isDisjoint(with: shape.nodes(of: $0)) }
        if found.isEmpty || others.isEmpty { return }
        // An array may also have the rows further inside.
        let inside = others.filter { array in
            !found.contains { $0.pattern.steps.starts(with: array.steps) }
        }
        if inside.isEmpty { return }
        diagnostics.note(
            "\(name): ignored \(listed(inside.prefix(12).map { escaped("\($0)") }, "and"))")
    }

    /// The built-in profile whose layout the file has; nil if there is none, or several.
    ///
    /// - Throws: `ImportProblem.Reason` if the profile is one that the user must name.
    private func recognised(_ options: ImportOptions) throws(ImportProblem.Reason) -> Profile? {
        let profiles = options.knownProfiles().filter { isRead(by: $0) }
        if let profile = profiles.first, profiles.count == 1, profile.rules.json.isRecognised {
            return profile
        }
        let isDescribed = options.mappings.contains(where: \.meaning.hasFigures)
        let named = profiles.filter { !$0.rules.json.isRecognised }
        if !named.isEmpty, !isDescribed { throw .profileForJSON(named.map(\.name)) }
        return nil
    }

    /// Whether the file has a table with figures and every other column that `profile` maps.
    private func isRead(by profile: Profile) -> Bool {
        let rules = profile.rules
        return rules.json.rows.indices.contains { index in
            let rows = RowSelection(
                rules.json.rows[index], earlier: Array(rules.json.rows[..<index]), in: shape)
            var options = ImportOptions()
            options.adopt(profile)
            guard !rows.nodes.isEmpty, let table = try? jsonTable(rows, options) else {
                return false
            }
            let names = Set(table.names.map(normalizedName))
            let known = rules.mappings.filter { names.contains(normalizedName($0.column)) }
            let needed = rules.mappings.filter {
                if case .column = $0.meaning { true } else { false }
            }
            return known.contains(where: \.meaning.hasFigures)
                && needed.allSatisfy { one in known.contains { $0.meaning.isSame(as: one.meaning) }
                }
                && rules.requirements.allSatisfy { names.contains(normalizedName($0.column)) }
        }
    }

    /// Finds the rows without a profile, and sets the options that this needs.
    private func detected(
        _ options: inout ImportOptions, _ diagnostics: inout Diagnostics
    ) throws(ImportProblem.Reason) -> [RowPattern] {
        let root = shape.nodes[0]
        if shape.count == 0 || root.isArray && root.elementCount == 0 && !root.isObject {
            diagnostics.warn(ImportProblem(file: name, line: 1, reason: .noRows))
            return []
        }
        if shape.count > 1, root.isObject || root.isArray { return [RowPattern([])] }
        let (filled, empty) = shape.arrays
        let kinds = Set(FileKind.allCases.map { RowPattern([.key($0.rawValue), .anyElement]) })
        if !filled.isEmpty || !empty.isEmpty, (filled + empty).allSatisfy(kinds.contains) {
            if filled.isEmpty {
                diagnostics.warn(ImportProblem(file: name, line: 1, reason: .noRows))
            }
            return filled
        }
        if filled.count > 1 { throw .unclearJSONRows(filled) }
        if let array = filled.first {
            if hasHeaderRow(array) { options.rules.json.rowNames = .inFirstRow }
            return [array]
        }
        let objects = shape.objectsOfPeriods
        if let object = objects.first, objects.count == 1 {
            if let period = try? ColumnMapping("key=period") {
                options.rules.mappings.append(period)
            }
            return [object]
        }
        if empty.isEmpty, objects.isEmpty, root.isObject, !root.keys.isEmpty {
            return [RowPattern([])]
        }
        throw .noJSONRows([], profile: "", arrays: objects + empty)
    }

    /// Whether the first element of an array of arrays has names and no values.
    private func hasHeaderRow(_ rows: RowPattern) -> Bool {
        let arrays = shape.nodes(of: RowPattern(Array(rows.steps.dropLast())))
        guard let first = arrays.first.flatMap({ shape.nodes[$0].node(at: 0) }) else {
            return false
        }
        let names = shape.nodes[first].everyElement.map { shape.nodes[$0].firstText }
        return shape.nodes[first].isArray
            && names.allSatisfy { $0.map { !isDateOrNumber($0, .point) } ?? false }
    }

    private func table(
        _ name: String, _ rows: RowSelection, _ options: ImportOptions
    ) throws(ImportProblem.Reason) -> Table {
        let table = try jsonTable(rows, options)
        var options = options
        options.rules.daysLate = options.rules.json.daysLate[rows.pattern] ?? options.rules.daysLate
        options.skippedLines = 0
        options.header = nil
        if options.rules.json.rows.isEmpty {
            let titles = JSONTitles(beside: table, in: shape)
            (options.titles, options.fileTitles) = (titles.companies, titles.units)
            options.titlePlace = .besideRows
        }
        return Table(name: name, options: options, records: { JSONRecords(table) })
    }

    private func jsonTable(
        _ rows: RowSelection, _ options: ImportOptions
    ) throws(ImportProblem.Reason) -> JSONTable {
        try JSONTable(rows, in: shape, bytes, options)
    }
}
