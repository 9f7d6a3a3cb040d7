import CSV
import Mining

/// What is wrong at one place of a file, and, as its description, the sentence that says so:
/// `q4.csv:14: deployed_hashrate: "7l3" is not a hashrate, such as 38.5 EH/s`.
package struct ImportProblem: Sendable, Hashable {
    package var file: String
    /// The physical line that the record begins on; the header is line 1.
    package var line: Int
    /// The column as its header has it, or the metric whose value it is; `nil` where the whole
    /// record is meant.
    package var column: String?
    package var fact: Fact

    /// A problem at a place; `column` is `nil` where the whole record is meant.
    package init(file: String, line: Int, column: String? = nil, fact: Fact) {
        self.file = file
        self.line = line
        self.column = column
        self.fact = fact
    }

    /// What can be wrong. Texts are as the file has them; `nearest` is what may have been meant.
    package enum Fact: Error, Hashable {
        // The file and its header.

        /// No CSV from here on.
        case malformed(CSVError)
        case emptyFile
        /// These make equally good tables of it.
        case ambiguousDelimiter([Dialect.Delimiter])
        /// A warning: there is nothing below the header.
        case noRows
        case unrecognisedHeader(String, looksLikeData: Bool)
        /// `options` say the same for all rows.
        case missingColumns([String], of: String, header: String, options: [String])
        /// A page of the web under the name of a CSV file.
        case webPage
        /// None of the columns that a profile reads figures from.
        case notOfProfile(String, header: String, columns: [String])
        case noMetricColumn
        /// Periods stand across, and nothing says of what.
        case noPivotMetric
        /// A column among periods that is called by none.
        case notPeriodColumn
        case unknownColumn(nearest: String?)
        /// The column has no name, and is called so: `column 3`.
        case unnamedColumn(String)
        /// The first column, which doesn't number the rows.
        case unnamedFirstColumn(String)
        /// A column of a file without a header, and the first that stands in it.
        case unmappedColumn(String, first: String)
        /// What an option calls a column, and none is called so.
        case absentColumn(String, nearest: String?)
        /// Another column, `first`, means the same.
        case repeatedColumn(first: String)

        // Any row, any cell.

        case fieldCount(found: Int, expected: Int, Dialect.Delimiter)
        /// A cell behind the columns that have a name.
        case unnamedValue(String, number: Int)
        /// A cell of the first column, which otherwise numbers the rows.
        case notRowNumber(String, expected: Int)
        /// A row that a profile doesn't take, by what stands in a column.
        case otherThanRequired(String, column: String, required: String)
        case emptyCell
        case notUTF8
        case controlCharacter(String)

        // Subjects.

        case unknownSubject(String, nearest: String?, hasCompanies: Bool)
        /// A row of totals, or a remark below the table.
        case footer(String)
        /// Not a ticker, where only a ticker will do.
        case unknownCompany(String, nearest: String?, hasCompanies: Bool)
        /// Somebody's former or future name.
        case expiredAlias(String, of: [Alias], on: Day)
        /// A subject that cannot have the metric.
        case wrongKind(subject: String, is: Subject.Kind, metric: Metric)
        /// The code of something that is no company, or no group.
        case takenCode(String, by: Subject.Kind)
        case ownParent(String)
        /// A company that is its own parent by way of others; the companies lead from one to the
        /// next.
        case circularParents([String], of: String)
        /// A name by which a company could not be added.
        case notTicker(String)
        /// What is somebody's alias already.
        case takenAlias(String, by: Alias)
        /// A file's name that names no company, or several.
        case noOneInFileName(String, found: [String], hasCompanies: Bool)

        // Metrics and figures.

        case unknownMetric(String, nearest: String?)
        case ambiguousMetric(String, choices: [String])
        case unknownFigure(String, nearest: String?)

        /// A column's name without its unit; the remedy is what `--map` takes.
        case ambiguousColumn(String, choices: [String], remedy: String)
        /// Not what an option can say of a column.
        case notMapping(String)
        case notMeaning(String, nearest: String?)

        // Periods and days.

        case notPeriod(String)
        case notDay(String)
        /// A day of publication before `Day.firstOfPublication`.
        case tooEarly(String)
        /// A date that is each of these days, one for each order that the column leaves.
        case ambiguousDate(String, [Day], orders: [String])
        /// A date in a column in whose orders the date on `line` contradicts others.
        case mixedOrders(String, other: String, line: Int)
        /// A date that is no day in the order that was said.
        case otherOrder(String, DateOrder)
        /// Seconds since 1970 in a column that has something else, too.
        case mixedEpoch(String)
        case impossibleDay(String)
        /// A fiscal period of somebody whose fiscal year is not known.
        case unknownFiscalYear(String, company: String)
        case notMonth(String)
        case backwards(from: Day, to: Day)

        // Values and units.

        case notValue(String, Dimension)
        /// A comma that does not group thousands.
        case misplacedComma(String)
        /// The same of a point, where the comma is the decimal mark.
        case misplacedPoint(String)
        /// Thousands grouped as they are with the other decimal mark, which is this one.
        case otherGroups(String, DecimalMark)
        /// Digits behind a space or an apostrophe that are no group of thousands.
        case looseDigits(String)
        /// An amount in another currency than US dollars.
        case otherCurrency(String)
        /// `#REF!`
        case spreadsheetError(String)
        /// A word that stands where a value is wanting, and is none of those that mean it.
        case placeholder(String)
        /// About, above or below a value.
        case bound(String)
        case range(String)
        /// Below zero, where nothing can be.
        case belowZero(String, of: String)
        /// A footnote's mark or a remark behind the value.
        case remark(String, Dimension)
        case missingValue(Dimension)
        /// The unit is the one to suggest.
        case noUnit(String, Unit)
        case unknownUnit(String, Dimension)
        case wrongDimension(String, is: Dimension, wanted: Dimension)
        /// `3.2 million` where the unit says millions already.
        case scaledTwice(String, Unit)
        /// `$62` where the unit says billions.
        case bareCurrency(String, Unit)
        case doesNotFit(String, Dimension)
        case notStatus(String)

        // Profiles.

        case notSetting(String, nearest: String?)
        case notSettingValue(String, expected: String)
        case emptySetting(String)
        case repeatedSetting(String, line: Int)

        // Warnings: what is possible but unlikely.

        /// Ten times, or a tenth of, the figure of the period before.
        case tenfold(Quantity, Quantity, Period)
        /// More than another metric of the same day, of which it is a part.
        case above(Quantity, Metric, Quantity)
        /// Less than another metric of the same day, which is a part of it.
        case below(Quantity, Metric, Quantity)
        /// A company that is added, and that is perhaps somebody misspelt.
        case newcomer(String, like: String)
        case future(Period)
        case publishedEarly(Day, Period)
    }
}

extension ImportProblem: CustomStringConvertible {
    package var description: String {
        let place = column.map { "\(file):\(line): \(escaped($0)): " } ?? "\(file):\(line): "
        return place + "\(fact)"
    }
}
