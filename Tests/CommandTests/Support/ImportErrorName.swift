import CSV
import Importing

/// Everything that import can find wrong, by name, in the order of docs/errors.md.
///
/// A new case of `ImportProblem.Reason` or `CSVError` must be named in `init(_:)`, or the tests do
/// not compile; and each name must have a folder in Tests/Fixtures/Errors, or they fail.
enum ImportErrorName: String, CaseIterable {
    // The file.
    case emptyFile, webPage, otherKind, unclosedQuote, textAfterQuote, nulByte, utf16
    case unpairedSurrogate, truncatedUTF16, ambiguousDelimiter, skippedTable, repeatedHeader
    case secondHeader, noTable, noRows, refusedFile
    // Workbooks.
    case notWorkbook, encryptedWorkbook, damagedWorkbook, workbookTooLarge, documentType
    case unknownSheet, noSheet, leftOfTable, hiddenCells, mergedNumber, formulaWithoutResult
    // JSON.
    case notJSON, noJSONRows, unclearJSONRows, profileForJSON, repeatedJSONKey
    case noCIK, otherCIK, otherEntity
    // The header.
    case unrecognisedHeader, missingColumns, noMetricColumn, noPivotMetric, notPeriodColumn
    case unknownColumn, unnamedColumn, unnamedFirstColumn, unmappedColumn, absentColumn
    case repeatedColumn, ambiguousColumn, notMapping, notMeaning, noProfileColumn
    // Any row.
    case fieldCount, unnamedValue, notRowNumber, notRequiredText, emptyCell, notUTF8
    case controlCharacter
    // Subjects.
    case unknownSubject, ambiguousSubject, unknownCIK, totalRow, unknownCompany, notTicker
    case otherCompany, expiredAlias, wrongSubjectKind
    case codeInUse, aliasInUse, ownParent, circularParents, tooManyParents, notCIK, sharedCIK
    case noCompanyInFileName, noCompanyColumns, notCompanyColumn, noCompanyMetric
    case otherColumnSubject
    case notShareRatio, notADSRatio, emptyShareBasis, splitWithoutDay
    // Metrics and figures.
    case unknownMetric, ambiguousMetric, unknownFigure
    // Periods and days.
    case notPeriod, expectedPeriod, notDay, dayNumber, tooEarly, ambiguousDate, mixedDateOrders,
        otherDateOrder
    case ambiguousMonth, noYear, mixedTimestamps, impossibleDay, beforeBitcoin, notDayOfPeriod,
        otherPeriodLength
    case notPeriodType, notYearPart, otherYearPart, yearBelowTitle, singleDays, distantMonths
    case unknownFiscalYear, mixedYears, notMonth, endBeforeStart
    // Values and units.
    case notValue, misplacedComma, misplacedPoint, unclearDecimalMark, otherDecimalMark
    case misplacedDigits, otherCurrency
    case spreadsheetError, formula, placeholder, approximateValue, range, belowZero, textAfterValue,
        missingValue, noUnit
    case unknownUnit, otherUnit, wrongDimension, repeatedFactor, ambiguousFactor, tooLarge,
        notStatus
    // Rows that contradict each other.
    case companyConflict, aliasConflict, shareBasisConflict, membershipConflict, conflict,
        claimConflict
    // Profiles of one's own.
    case notSetting, notSettingValue, emptySetting, repeatedSetting, notFactRule
    // Warnings: possible, but unlikely.
    case tenfold, restatedTenfold, outsideRange, moreThanMined, moreThanIssued, moreThanNetwork
    case fairValueMismatch, marketCapMismatch, disproportionate, partAboveWhole,
        similarCompany, sameCompany, futurePeriod, publishedEarly
    case singleDay, negativeCost, roundedToZero, mixedTags

    /// The title of the section that begins with it; `nil` where it goes on.
    var section: String? {
        switch self {
        case .emptyFile: "The file"
        case .notJSON: "JSON files"
        case .notWorkbook: "Workbooks"
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

    /// The name of a reason; nil for a reason without an example (`withoutExample`).
    init?(_ reason: ImportProblem.Reason) { self.init(rawValue: reason.code.rawValue) }

    /// The reasons that no example shows: `invalidUTF8` because import reports `notUTF8` instead,
    /// and `recordTooLong`, `tooManyFields` and `tooManyJSONFields` because their files would be too
    /// long.
    static let withoutExample: Set<ImportProblem.Code> = [
        .invalidUTF8, .recordTooLong, .tooManyFields, .tooManyJSONFields,
    ]
}
