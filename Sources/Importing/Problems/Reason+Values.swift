import Mining

/// Problems with values, units and statuses.
extension ImportProblem.Reason {
    /// A text that is not a value.
    package static func notValue(_ text: String, _ dimension: Dimension) -> Self {
        Self(.notValue, "\(quoted(text)) is not \(dimension.noun), such as \(dimension.example)")
    }

    /// A comma that does not separate groups of thousands.
    package static func misplacedComma(_ text: String) -> Self {
        Self(
            .misplacedComma,
            "\(quoted(text)) has a comma that does not group thousands, as in 1,234.5; if it is "
                + "the decimal mark, write a point or import with --decimal comma")
    }

    /// The same for a point if the comma is the decimal mark.
    package static func misplacedPoint(_ text: String) -> Self {
        Self(
            .misplacedPoint,
            "\(quoted(text)) has a point that does not group thousands, as in 1.234,5; if it is "
                + "the decimal mark, import without --decimal comma")
    }

    /// A number whose only point or comma may mark decimals or thousands, in a column where no other
    /// number shows which.
    package static func unclearDecimalMark(_ text: String) -> Self {
        Self(
            .unclearDecimalMark,
            "\(quoted(text)) may have three decimals or be a number of thousands, and no other number "
                + "of the column shows which; say what marks the decimals, with --decimal point or "
                + "--decimal comma")
    }

    /// Thousands grouped as in numbers with the other decimal mark, `mark`.
    package static func otherDecimalMark(_ text: String, _ mark: DecimalMark) -> Self {
        let remedy =
            switch mark {
            case .comma:
                "has points that group thousands; import with --decimal comma, or write "
                    + "1,234,567.8"
            case .point:
                "has commas that group thousands; import without --decimal comma, or write "
                    + "1.234.567,8"
            }
        return Self(.otherDecimalMark, "\(quoted(text)) \(remedy)")
    }

    /// Digits after a space or an apostrophe that are not a group of thousands.
    package static func misplacedDigits(_ text: String) -> Self {
        Self(
            .misplacedDigits,
            "\(quoted(text)) has digits that are not a group of thousands, as in 1 234.5; write one "
                + "number, and put a footnote into note")
    }

    /// An amount in a currency other than US dollars.
    package static func otherCurrency(_ text: String) -> Self {
        Self(
            .otherCurrency,
            "\(quoted(text)) is not in US dollars, the only currency of the book; convert it, and "
                + "put the exchange rate and its day into note")
    }

    /// Such as `#REF!`.
    package static func spreadsheetError(_ text: String) -> Self {
        Self(
            .spreadsheetError,
            "\(quoted(text)) is a spreadsheet error; correct the formula, or leave the cell empty if "
                + "there is no value")
    }

    /// A formula instead of its result.
    package static func formula(_ text: String) -> Self {
        Self(
            .formula,
            "\(quoted(text)) is a formula without its result; open the file in a spreadsheet program "
                + "and save it, so that it has the results")
    }

    /// Text such as "TBD" that is not a known missing-value marker.
    package static func placeholder(_ text: String) -> Self {
        Self(
            .placeholder,
            "\(quoted(text)) is not a value; leave the cell empty if there is none")
    }

    /// Text such as `>38` or `about 40`.
    package static func approximateValue(_ text: String) -> Self {
        Self(
            .approximateValue,
            "\(quoted(text)) is not an exact value; write only the number, and put the rest into "
                + "note")
    }

    /// A range such as `38-40`.
    package static func range(_ text: String) -> Self {
        Self(.range, "\(quoted(text)) is a range; write one number, and put the range into note")
    }

    /// A negative value of a metric that cannot be negative.
    package static func belowZero(_ text: String, of metric: String) -> Self {
        Self(
            .belowZero,
            "\(quoted(text)) is below zero, but \(escaped(metric)) cannot be; write it without the "
                + "sign, or correct it")
    }

    /// A footnote mark or a remark after the value.
    package static func textAfterValue(_ text: String, _ dimension: Dimension) -> Self {
        Self(
            .textAfterValue,
            "\(quoted(text)) has a footnote mark or a remark after the value; write only the value, "
                + "such as \(dimension.example), and put the remark into note")
    }

    /// A claim without a value.
    package static func missingValue(_ dimension: Dimension) -> Self {
        Self(
            .missingValue,
            "a claim needs a value, such as \(dimension.example); fill it in or remove the row")
    }

    /// A value without a unit. `unit` is the one to suggest.
    package static func noUnit(_ text: String, _ unit: Unit) -> Self {
        Self(.noUnit, "\(quoted(text)) has no unit, such as \(unit)")
    }

    /// A difficulty without a unit that is so small that trillions may be meant.
    static func smallDifficulty(_ text: String) -> Self {
        Self(
            .noUnit,
            "\(quoted(text)) has no unit and is small for a difficulty; import with --unit T if it is "
                + "in trillions, else with --unit difficulty")
    }

    /// A factor without a unit where a unit is needed; `unit` is the usual one of the metric. `mapping`
    /// gives the column or label the metric.
    static func bareFactor(_ text: String, _ unit: Unit, mapping: String? = nil) -> Self {
        let scaled = UnitText(text).scale.flatMap(unit.scaled(by:)) ?? unit
        let remedy =
            mapping.map { "import with \(optionText("--map", "\($0):\(scaled)"))" }
            ?? "write \(scaled)"
        return Self(
            .unknownUnit,
            "\(quoted(text)) does not say thousands or millions of what; if it is \(scaled), "
                + remedy)
    }

    /// A factor such as thousands, if there is no unit for thousands of `unit`.
    static func noScaledUnit(_ factor: String, _ unit: Unit) -> Self {
        Self(
            .unknownUnit,
            "\(quoted(factor)) is no factor of \(unit); multiply the figure, and write it in \(unit)"
        )
    }

    /// A text that is not a unit of the dimension. In the name of a metric it may be something else;
    /// `mapping` then gives the name a meaning with a unit.
    package static func unknownUnit(
        _ text: String, _ dimension: Dimension, mapping: String? = nil
    ) -> Self {
        let remedy =
            mapping.map { "if it is no unit, say the unit, as with \(optionText("--map", $0))" }
            ?? "write \(listed(Unit.codes(of: dimension), "or"))"
        return Self(
            .unknownUnit,
            "\(quoted(text)) is not a unit of \(dimension.noun)"
                + suggestion(Unit.nearestCode(to: text, of: dimension), else: remedy))
    }

    /// A unit beside a name of a metric that has another unit, `label`.
    package static func otherUnit(_ unit: String, label: String) -> Self {
        Self(
            .otherUnit,
            "\(quoted(unit)) is not the unit in the name of the metric, \(escaped(label)); correct one "
                + "of them")
    }

    /// A unit given by `--unit` that is not the one that a text above the table gives.
    static func otherTableUnit(_ unit: String, text: TableText) -> Self {
        Self(
            .otherUnit,
            "\(quoted(unit)) is not the unit that \(text.withPlace) says; correct one "
                + "of them")
    }

    /// A text above the table about another metric than the one of `--metric`, `given`.
    static func otherTitleMetric(_ text: String, is other: Metric, given: Metric) -> Self {
        Self(
            .ambiguousMetric,
            "\(quoted(text)) above the table is \(other), but --metric is \(given); correct one of them"
        )
    }

    /// A title of rows with another unit than the texts above the table.
    static func otherSectionUnit(_ title: String) -> Self {
        Self(
            .otherUnit,
            "\(quoted(title)) gives a unit that the texts above the table do not; write the unit into "
                + "the labels of its rows, and remove it here")
    }

    /// A value without a unit in a table with a text that may or may not be about it. `remedy` names
    /// the units that it may have.
    static func unclearTableUnit(_ value: String, text: TableText, remedy: String) -> Self {
        Self(
            .noUnit,
            "\(quoted(value)) has no unit, and \(text.withPlace) does not clearly give it; "
                + remedy)
    }

    /// A value or a unit with a `$` that may mean something else below a text above the table.
    static func unclearDollars(_ value: String, text: TableText, remedy: String) -> Self {
        Self(
            .noUnit, "\(quoted(value)) may mean something else \(text.asPlace); \(remedy)")
    }

    /// A unit of another dimension.
    package static func wrongDimension(_ text: String, is found: Dimension, wanted: Dimension)
        -> Self
    {
        Self(
            .wrongDimension,
            "\(quoted(text)) is \(found.noun), not \(wanted.noun), such as \(wanted.example)"
                + (found == .difficulty && wanted == .money
                    ? "; if it is in trillions of dollars, write \(Unit.trillionDollars)" : ""))
    }

    /// Such as `3.2 million` if the unit already includes millions.
    package static func repeatedFactor(_ text: String, _ unit: Unit) -> Self {
        Self(
            .repeatedFactor,
            "\(quoted(text)) has a factor such as million, but the unit \(unit) already includes "
                + "one; write only the number, or add the whole unit to it")
    }

    /// Such as `$62` if the unit includes billions.
    package static func ambiguousFactor(_ text: String, _ unit: Unit) -> Self {
        Self(
            .ambiguousFactor,
            "\(quoted(text)) could be in USD or \(unit); write only the number, or add the whole "
                + "unit to it")
    }

    /// A value too large to be stored.
    package static func tooLarge(_ text: String, _ dimension: Dimension) -> Self {
        Self(
            .tooLarge,
            "\(quoted(text)) is too large for \(dimension.noun), such as \(dimension.example); "
                + "is the unit right?")
    }

    /// A text that is not a status.
    package static func notStatus(_ text: String) -> Self {
        Self(
            .notStatus,
            "\(quoted(text)) is not a status: reported, preliminary, restated, aggregated or "
                + "estimated")
    }

    /// A warning: costs below zero, or credits; the first of them is `value`.
    package static func negativeCost(_ value: String, count: Int, isCredit: Bool) -> Self {
        let (name, other) = isCredit ? ("credit", "cost") : ("cost", "credit")
        return Self(
            .negativeCost,
            "\(value) is a \(name) below zero, which is a \(other)"
                + (count > 1 ? " (\(count) figures of the file are)" : "")
                + "; if the parentheses only mark a \(name), write it without them")
    }

    /// A warning: values that were rounded to zero; the first of them is `text`.
    package static func roundedToZero(_ text: String, count: Int) -> Self {
        Self(
            .roundedToZero,
            "\(quoted(text)) is less than half of the base unit and became zero"
                + (count > 1 ? ", as did \(counted(count - 1, "other value")) of the file" : "")
                + "; leave the cell empty if zero is wrong")
    }
}
