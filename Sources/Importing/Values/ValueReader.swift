import Mining

/// Reads values with their units, exactly.
///
/// A unit in the cell overrides the unit of the column. A value without any unit is an error, except
/// for the few metrics that imply one (`ValueSpec.impliedUnit`). A factor in the cell multiplies the
/// column's unit: `62 bn` in a column in `USD` is 62 `USD bn`, and keeps its printed digits.
struct ValueReader {
    /// The result of reading a cell.
    enum Outcome {
        case missing
        case value(Quantity, isRounded: Bool)
        case invalid(ValueError)
    }

    /// Why a cell has no valid value. Messages also show its text (`reason(about:as:)`).
    enum ValueError: Error {
        case notValue, misplacedComma, misplacedPoint, misplacedDigits, textAfterValue
        case noUnit
        /// A text above the table may or may not give the unit.
        case unclearTableUnit(text: TableText, remedy: String)
        /// Below a text above the table, a unit in dollars may mean something else.
        case unclearDollars(text: TableText, remedy: String)
        /// The unit is not the one in a text above the table.
        case otherTableUnit(TableText)
        /// A difficulty so small that trillions may be meant.
        case smallDifficulty
        /// A factor such as `in thousands` without a unit, in the place of the unit.
        case bareFactor(String)
        /// A factor such as `thousands` of a unit that has none.
        case noScaledUnit(String)
        /// The text in the place of the unit.
        case unknownUnit(String)
        case wrongDimension(Dimension)
        case repeatedFactor(Unit)
        case ambiguousFactor(Unit)
        case tooLarge
        case belowZero
    }

    private let mark: DecimalMark
    /// Further texts, in lower case, that mean that there is no value.
    private let missingMarks: [String]
    private var units = ByteCache<UnitText>(slots: 256)

    init(options: ImportOptions = ImportOptions()) {
        mark = options.decimal ?? .point
        missingMarks = options.rules.missingMarks
    }

    /// Reads a cell without spaces around it. `columnUnit` is the unit in the column's name or in
    /// the row's unit cell.
    @inline(__always)
    mutating func read(_ cell: Span<UInt8>, as spec: ValueSpec, in columnUnit: WrittenUnit?)
        -> Outcome
    {
        if !missingMarks.isEmpty, missingMarks.contains(cell.shownText.lowercased()) {
            return .missing
        }
        do throws(ValueError) {
            let text: ValueText?
            do throws(ValueText.SyntaxError) {
                text = try ValueText.read(cell, mark)
            } catch {
                throw ValueError(error)
            }
            guard let text else { return .missing }
            let columnUnit = columnUnit ?? spec.defaultUnit
            let unit: WrittenUnit
            if let columnUnit, text.suffix.isEmpty, !text.hasCurrency {
                unit = columnUnit
            } else {
                unit = try self.unit(of: text, in: cell, spec, columnUnit)
            }
            guard let (quantity, isRounded) = Quantity.of(unit.number(text.number), unit.unit)
            else {
                throw .tooLarge
            }
            if quantity.base < 0, !spec.mayBeNegative { throw .belowZero }
            return .value(quantity, isRounded: isRounded)
        } catch {
            return .invalid(error)
        }
    }

    /// Reads the text of a unit cell, or the unit in a column's name.
    ///
    /// - Throws: `ValueError` if it is not a unit of the metric's dimension.
    mutating func unit(_ cell: Span<UInt8>, of spec: ValueSpec) throws(ValueError) -> WrittenUnit {
        let text = meaning(of: cell)
        if let unit = text.unit(of: spec.dimension) {
            return try spec.unit(unit, hasOnlySign: text.hasOnlySign)
        }
        if let scale = text.scale, let unit = spec.impliedUnit?.scaled(by: scale) {
            return WrittenUnit(unit)
        }
        if let scale = text.scale, spec.unit.scaled(by: scale) != nil {
            throw .bareFactor(cell.shownText)
        }
        if text.scale != nil { throw .noScaledUnit(cell.shownText) }
        throw text.dimension.map { .wrongDimension($0) } ?? .unknownUnit(cell.shownText)
    }

    private mutating func unit(
        of text: ValueText, in cell: Span<UInt8>, _ spec: ValueSpec, _ columnUnit: WrittenUnit?
    ) throws(ValueError) -> WrittenUnit {
        if text.suffix.isEmpty {
            if text.hasCurrency {
                if columnUnit == nil, let unclear = spec.unclearUnit {
                    throw .unclearTableUnit(text: unclear.text, remedy: unclear.remedy)
                }
                return try dollarUnit(spec, columnUnit?.unit)
            }
            return WrittenUnit(try impliedUnit(of: text.number, spec))
        }
        let suffix = cell.extracting(text.suffix)
        let meaning = meaning(of: suffix)
        let unit =
            text.hasCurrency
            ? meaning.currencyUnit(of: spec.dimension) : meaning.unit(of: spec.dimension)
        if let unit {
            let hasOnlySign = text.currency != .ofUnitedStates && meaning.hasOnlySign
            return try spec.unit(unit, hasOnlySign: hasOnlySign)
        }
        if let scale = meaning.scale, !text.hasCurrency {
            guard let base = columnUnit?.unit ?? spec.impliedUnit else { throw .noUnit }
            if base.isScaled { throw .repeatedFactor(base) }
            guard let unit = base.scaled(by: scale) else { throw .noScaledUnit(suffix.shownText) }
            return WrittenUnit(unit)
        }
        if let found = text.hasCurrency ? meaning.currencyDimension : meaning.dimension {
            throw .wrongDimension(found)
        }
        throw error(in: suffix)
    }

    /// The unit of `$62`: the unit of its column if that is in dollars, such as USD bn, because
    /// statements and spreadsheets often add the sign to only some numbers of a column.
    private func dollarUnit(_ spec: ValueSpec, _ columnUnit: Unit?) throws(ValueError)
        -> WrittenUnit
    {
        guard let unit = columnUnit ?? Unit("$", in: spec.dimension), unit.code.hasPrefix("US")
        else { throw .wrongDimension(.money) }
        guard unit.code.hasPrefix("USD") else { throw .ambiguousFactor(unit) }
        return WrittenUnit(unit)
    }

    /// The unit of a number without any: only counts, difficulties and amounts of bitcoin have one.
    private func impliedUnit(
        of number: DecimalNumber, _ spec: ValueSpec
    ) throws(ValueError) -> Unit {
        guard let unit = spec.impliedUnit else {
            guard let unclear = spec.unclearUnit else { throw .noUnit }
            throw .unclearTableUnit(text: unclear.text, remedy: unclear.remedy)
        }
        let whole = number.scaled(by: 0)
        switch spec.dimension {
        // 350.5 shares, for example, are more likely millions of shares with a forgotten unit.
        case .count where whole?.isRounded != false: throw .noUnit
        case .difficulty where whole.map({ $0.value < Self.smallestDifficulty }) ?? false:
            throw .smallDifficulty
        default: return unit
        }
    }

    /// A difficulty without a unit that is below this may be in trillions. The difficulty passed it in
    /// 2011.
    private static let smallestDifficulty: Int64 = 1_000_000

    /// The error for a text after a number that is not a unit.
    private func error(in suffix: Span<UInt8>) -> ValueError {
        let text = suffix.shownText
        let marks = "*†‡§#^¹²³⁰⁴⁵⁶⁷⁸⁹(["
        if text.contains(where: { marks.contains($0) }) { return .textAfterValue }
        // An unknown single letter is a footnote mark, as in `38.5a`.
        if text.count == 1, text.contains(where: \.isLetter) { return .textAfterValue }
        return text.contains { $0.isNumber } ? .notValue : .unknownUnit(text)
    }

    private mutating func meaning(of text: Span<UInt8>) -> UnitText {
        units.value(of: text) { UnitText(text.shownText) } ?? .nothing
    }
}

extension ValueReader.ValueError {
    init(_ error: ValueText.SyntaxError) {
        switch error {
        case .notNumber: self = .notValue
        case .misplacedComma: self = .misplacedComma
        case .misplacedPoint: self = .misplacedPoint
        case .misplacedDigits: self = .misplacedDigits
        case .tooLarge: self = .tooLarge
        }
    }

    /// The problem with a cell that contains `text`, for a message.
    func reason(about text: String, as spec: ValueSpec) -> ImportProblem.Reason {
        switch self {
        case .notValue: .forNonValue(text) ?? .notValue(text, spec.dimension)
        case .misplacedComma: .misplacedComma(text)
        case .misplacedPoint: .misplacedPoint(text)
        case .misplacedDigits: .misplacedDigits(text)
        case .textAfterValue: .textAfterValue(text, spec.dimension)
        case .noUnit: .noUnit(text, spec.unit)
        case .unclearTableUnit(let title, let remedy):
            .unclearTableUnit(text, text: title, remedy: remedy)
        case .unclearDollars(let title, let remedy):
            .unclearDollars(text, text: title, remedy: remedy)
        case .otherTableUnit(let title): .otherTableUnit(text, text: title)
        case .smallDifficulty: .smallDifficulty(text)
        case .bareFactor(let factor): .bareFactor(factor, spec.unit)
        case .noScaledUnit(let factor): .noScaledUnit(factor, spec.unit)
        case .unknownUnit(let unit): .forNonValue(text) ?? .unknownUnit(unit, spec.dimension)
        case .wrongDimension(let found):
            .wrongDimension(text, is: found, wanted: spec.dimension)
        case .repeatedFactor(let unit): .repeatedFactor(text, unit)
        case .ambiguousFactor(let unit): .ambiguousFactor(text, unit)
        case .tooLarge: .tooLarge(text, spec.dimension)
        case .belowZero: .belowZero(text, of: spec.code)
        }
    }
}
