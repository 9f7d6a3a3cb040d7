import CSV
import Importing

/// Everything that import can find wrong, by name, in the order of docs/errors.md.
///
/// A new case of `ImportProblem.Fact` or `CSVError` must be named in `init(_:)`, or the tests do
/// not compile; and each name must have a folder in Tests/Fixtures/Errors, or they fail.
enum ImportErrorName: String, CaseIterable {
    // The file.
    case emptyFile, webPage, unclosedQuote, textAfterQuote, nulByte, utf16, unpairedSurrogate
    case halfUnit, ambiguousDelimiter, noRows
    // The header.
    case unrecognisedHeader, missingColumns, noMetricColumn, noPivotMetric, notPeriodColumn
    case unknownColumn, unnamedColumn, unnamedFirstColumn, unmappedColumn, absentColumn
    case repeatedColumn, ambiguousColumn, notMapping, notMeaning, notOfProfile
    // Any row.
    case fieldCount, unnamedValue, notRowNumber, otherThanRequired, emptyCell, notUTF8
    case controlCharacter
    // Subjects.
    case unknownSubject, footer, unknownCompany, notTicker, expiredAlias, wrongKind, takenCode
    case takenAlias, ownParent, circularParents, noOneInFileName
    // Metrics and figures.
    case unknownMetric, ambiguousMetric, unknownFigure
    // Periods and days.
    case notPeriod, notDay, tooEarly, ambiguousDate, mixedOrders, otherOrder, mixedEpoch,
        impossibleDay
    case unknownFiscalYear, notMonth, backwards
    // Values and units.
    case notValue, misplacedComma, misplacedPoint, otherGroups, looseDigits, otherCurrency
    case spreadsheetError, placeholder, bound, range, belowZero, remark, missingValue, noUnit
    case unknownUnit, wrongDimension, scaledTwice, bareCurrency, doesNotFit, notStatus
    // Rows that contradict each other.
    case companyConflict, aliasConflict, membershipConflict, conflict, claimConflict
    // Profiles of one's own.
    case notSetting, notSettingValue, emptySetting, repeatedSetting
    // Warnings: possible, but unlikely.
    case tenfold, above, below, newcomer, future, publishedEarly

    /// The title of the section that begins with it; `nil` where it goes on.
    var section: String? {
        switch self {
        case .emptyFile: "The file"
        case .unrecognisedHeader: "The header"
        case .fieldCount: "Any row"
        case .unknownSubject: "Subjects"
        case .unknownMetric: "Metrics and figures"
        case .notPeriod: "Periods and days"
        case .notValue: "Values and units"
        case .companyConflict: "Rows that contradict each other"
        case .notSetting: "Profiles"
        case .tenfold: "Warnings: possible, but unlikely"
        default: nil
        }
    }

    /// `Misplaced comma`, `Not UTF8`
    var title: String {
        var words = ""
        var last: Character?
        for (letter, next) in zip(rawValue, rawValue.dropFirst() + " ") {
            if letter.isUppercase, last?.isUppercase == false { words += " " }
            words += letter.isUppercase && next.isLowercase ? letter.lowercased() : String(letter)
            last = letter
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// `nil` for what no small file, or none at all, makes import say.
    init?(_ fact: ImportProblem.Fact) {
        switch fact {
        case .malformed(let error):
            switch error {
            case .unclosedQuote: self = .unclosedQuote
            case .textAfterQuote: self = .textAfterQuote
            case .nulByte: self = .nulByte
            case .utf16: self = .utf16
            case .unpairedSurrogate: self = .unpairedSurrogate
            case .halfUnit: self = .halfUnit
            // Import reads fields as text by itself, and has a word of its own: `notUTF8`.
            case .invalidUTF8: return nil
            // Its record is longer than any file to be shown.
            case .recordTooLong: return nil
            }
        case .emptyFile: self = .emptyFile
        case .webPage: self = .webPage
        case .ambiguousDelimiter: self = .ambiguousDelimiter
        case .noRows: self = .noRows
        case .unrecognisedHeader: self = .unrecognisedHeader
        case .missingColumns: self = .missingColumns
        case .noMetricColumn: self = .noMetricColumn
        case .noPivotMetric: self = .noPivotMetric
        case .notPeriodColumn: self = .notPeriodColumn
        case .unknownColumn: self = .unknownColumn
        case .unnamedColumn: self = .unnamedColumn
        case .unnamedFirstColumn: self = .unnamedFirstColumn
        case .unmappedColumn: self = .unmappedColumn
        case .absentColumn: self = .absentColumn
        case .repeatedColumn: self = .repeatedColumn
        case .notOfProfile: self = .notOfProfile
        case .fieldCount: self = .fieldCount
        case .unnamedValue: self = .unnamedValue
        case .notRowNumber: self = .notRowNumber
        case .otherThanRequired: self = .otherThanRequired
        case .emptyCell: self = .emptyCell
        case .notUTF8: self = .notUTF8
        case .controlCharacter: self = .controlCharacter
        case .unknownSubject: self = .unknownSubject
        case .footer: self = .footer
        case .unknownCompany: self = .unknownCompany
        case .expiredAlias: self = .expiredAlias
        case .wrongKind: self = .wrongKind
        case .takenCode: self = .takenCode
        case .ownParent: self = .ownParent
        case .circularParents: self = .circularParents
        case .notTicker: self = .notTicker
        case .takenAlias: self = .takenAlias
        case .noOneInFileName: self = .noOneInFileName
        case .unknownMetric: self = .unknownMetric
        case .ambiguousMetric: self = .ambiguousMetric
        case .unknownFigure: self = .unknownFigure
        case .ambiguousColumn: self = .ambiguousColumn
        case .notMapping: self = .notMapping
        case .notMeaning: self = .notMeaning
        case .notPeriod: self = .notPeriod
        case .notDay: self = .notDay
        case .tooEarly: self = .tooEarly
        case .ambiguousDate: self = .ambiguousDate
        case .mixedOrders: self = .mixedOrders
        case .otherOrder: self = .otherOrder
        case .mixedEpoch: self = .mixedEpoch
        case .impossibleDay: self = .impossibleDay
        case .unknownFiscalYear: self = .unknownFiscalYear
        case .notMonth: self = .notMonth
        case .backwards: self = .backwards
        case .notValue: self = .notValue
        case .misplacedComma: self = .misplacedComma
        case .misplacedPoint: self = .misplacedPoint
        case .otherGroups: self = .otherGroups
        case .looseDigits: self = .looseDigits
        case .otherCurrency: self = .otherCurrency
        case .spreadsheetError: self = .spreadsheetError
        case .placeholder: self = .placeholder
        case .bound: self = .bound
        case .range: self = .range
        case .belowZero: self = .belowZero
        case .remark: self = .remark
        case .missingValue: self = .missingValue
        case .noUnit: self = .noUnit
        case .unknownUnit: self = .unknownUnit
        case .wrongDimension: self = .wrongDimension
        case .scaledTwice: self = .scaledTwice
        case .bareCurrency: self = .bareCurrency
        case .doesNotFit: self = .doesNotFit
        case .notStatus: self = .notStatus
        case .notSetting: self = .notSetting
        case .notSettingValue: self = .notSettingValue
        case .emptySetting: self = .emptySetting
        case .repeatedSetting: self = .repeatedSetting
        case .tenfold: self = .tenfold
        case .above: self = .above
        case .below: self = .below
        case .newcomer: self = .newcomer
        case .future: self = .future
        case .publishedEarly: self = .publishedEarly
        }
    }
}
