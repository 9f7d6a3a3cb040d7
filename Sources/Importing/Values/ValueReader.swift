import Mining

/// Reads values with their units, exactly.
///
/// A unit in the cell beats the unit of the column; a value with neither is refused, but for
/// the few metrics that imply theirs (`Measure.impliedUnit`). A scale in the cell multiplies
/// the column's unit, so that `62 bn` of `USD` is 62 `USD bn`, printed form and all.
struct ValueReader {
    enum Reading {
        case missing
        case value(Quantity, isRounded: Bool)
        case mistake(Mistake)
    }

    /// What is wrong with a value; the sentence also needs its text.
    enum Mistake: Error {
        case notValue, misplacedComma, misplacedPoint, looseDigits, remark
        case noUnit
        /// The text that should be a unit.
        case unknownUnit(String)
        case wrongDimension(Dimension)
        case scaledTwice(Unit)
        case bareCurrency(Unit)
        case doesNotFit
        case belowZero
    }

    private let mark: DecimalMark
    private var units = ByteMemo<UnitText>(slots: 256)

    init(options: ImportOptions = ImportOptions()) {
        mark = options.decimal ?? .point
    }

    /// Reads a cell, without spaces around it, as a value of `measure` in a column or row that
    /// has `columnUnit`.
    @inline(__always)
    mutating func read(_ cell: Span<UInt8>, as measure: Measure, in columnUnit: Unit?) -> Reading {
        do throws(Mistake) {
            let text: ValueText?
            do throws(ValueText.Mistake) {
                text = try ValueText.read(cell, mark)
            } catch {
                throw Mistake(error)
            }
            guard let text else { return .missing }
            let columnUnit = columnUnit ?? measure.defaultUnit
            let unit: Unit
            if let columnUnit, text.suffix.isEmpty, !text.hasCurrency {
                unit = columnUnit
            } else {
                unit = try self.unit(of: text, in: cell, measure, columnUnit)
            }
            guard let (quantity, isRounded) = Quantity.of(text.number, unit) else {
                throw .doesNotFit
            }
            if quantity.base < 0, !measure.mayBeNegative { throw .belowZero }
            return .value(quantity, isRounded: isRounded)
        } catch {
            return .mistake(error)
        }
    }

    /// Reads what a unit cell, or the unit in a column's name, says of `measure`.
    mutating func unit(_ cell: Span<UInt8>, of measure: Measure) throws(Mistake) -> Unit {
        let text = meaning(of: cell)
        if let unit = text.unit(of: measure.dimension) { return unit }
        if let scale = text.scale, let unit = measure.impliedUnit?.scaled(by: scale) {
            return unit
        }
        throw text.dimension.map { .wrongDimension($0) } ?? .unknownUnit(cell.shownText)
    }

    private mutating func unit(
        of text: ValueText, in cell: Span<UInt8>, _ measure: Measure, _ columnUnit: Unit?
    ) throws(Mistake) -> Unit {
        if text.suffix.isEmpty {
            if text.hasCurrency { return try bareCurrency(measure, columnUnit) }
            guard let unit = measure.implies(unitOf: text.number) else { throw .noUnit }
            return unit
        }
        let suffix = cell.extracting(text.suffix)
        let meaning = meaning(of: suffix)
        let unit =
            text.hasCurrency
            ? meaning.currencyUnit(of: measure.dimension) : meaning.unit(of: measure.dimension)
        if let unit { return unit }
        if let scale = meaning.scale, !text.hasCurrency {
            guard let base = columnUnit ?? measure.impliedUnit else { throw .noUnit }
            if base.isScaled { throw .scaledTwice(base) }
            guard let unit = base.scaled(by: scale) else { throw .unknownUnit(suffix.shownText) }
            return unit
        }
        if let found = text.hasCurrency ? meaning.currencyDimension : meaning.dimension {
            throw .wrongDimension(found)
        }
        throw mistake(in: suffix)
    }

    /// The unit of `$62`: a column in USD bn may mean 62 or 62 billion dollars by it.
    private func bareCurrency(_ measure: Measure, _ columnUnit: Unit?) throws(Mistake)
        -> Unit
    {
        guard let unit = columnUnit ?? Unit("$", in: measure.dimension), unit.code.hasPrefix("US")
        else { throw .wrongDimension(.money) }
        guard unit.code.hasPrefix("USD"), !unit.isScaled else { throw .bareCurrency(unit) }
        return unit
    }

    /// What a text behind a number is if it isn't a unit.
    private func mistake(in suffix: Span<UInt8>) -> Mistake {
        let text = suffix.shownText
        let marks = "*†‡§#^¹²³⁰⁴⁵⁶⁷⁸⁹(["
        if text.contains(where: { marks.contains($0) }) { return .remark }
        // No unit is one letter that isn't known, but `38.5a` has a footnote.
        if text.count == 1, text.contains(where: \.isLetter) { return .remark }
        return text.contains { $0.isNumber } ? .notValue : .unknownUnit(text)
    }

    private mutating func meaning(of text: Span<UInt8>) -> UnitText {
        units.value(of: text) { UnitText(text.shownText) } ?? .nothing
    }
}

extension ValueReader.Mistake {
    init(_ mistake: ValueText.Mistake) {
        switch mistake {
        case .notNumber: self = .notValue
        case .misplacedComma: self = .misplacedComma
        case .misplacedPoint: self = .misplacedPoint
        case .looseDigits: self = .looseDigits
        case .tooLarge: self = .doesNotFit
        }
    }

    /// The fact about a cell whose text, without spaces around it, is `text`.
    func fact(about text: String, as measure: Measure) -> ImportProblem.Fact {
        switch self {
        case .notValue: .seeming(text) ?? .notValue(text, measure.dimension)
        case .misplacedComma: .misplacedComma(text)
        case .misplacedPoint: .misplacedPoint(text)
        case .looseDigits: .looseDigits(text)
        case .remark: .remark(text, measure.dimension)
        case .noUnit: .noUnit(text, measure.unit)
        case .unknownUnit(let unit): .seeming(text) ?? .unknownUnit(unit, measure.dimension)
        case .wrongDimension(let found):
            .wrongDimension(text, is: found, wanted: measure.dimension)
        case .scaledTwice(let unit): .scaledTwice(text, unit)
        case .bareCurrency(let unit): .bareCurrency(text, unit)
        case .doesNotFit: .doesNotFit(text, measure.dimension)
        case .belowZero: .belowZero(text, of: measure.code)
        }
    }
}
