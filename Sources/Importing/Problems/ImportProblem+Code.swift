extension ImportProblem {
    /// All kinds of problems and warnings of an import, in the order of docs/errors.md.
    package enum Code: String, Sendable, CaseIterable {
        // The file.
        case emptyFile, webPage, unclosedQuote, textAfterQuote, nulByte, utf16, unpairedSurrogate
        case truncatedUTF16, invalidUTF8, recordTooLong, ambiguousDelimiter, skippedTable, noRows
        case refusedFile
        // The file, if it is JSON.
        case notJSON, noJSONRows, unclearJSONRows, profileForJSON, tooManyJSONFields
        case repeatedJSONKey
        // The header.
        case unrecognisedHeader, missingColumns, noMetricColumn, noPivotMetric, notPeriodColumn
        case unknownColumn, unnamedColumn, unnamedFirstColumn, unmappedColumn, absentColumn
        case repeatedColumn, ambiguousColumn, notMapping, notMeaning, noProfileColumn
        // Any row.
        case fieldCount, unnamedValue, notRowNumber, notRequiredText, emptyCell, notUTF8
        case controlCharacter
        // Subjects.
        case unknownSubject, totalRow, unknownCompany, notTicker, otherCompany, expiredAlias
        case wrongSubjectKind
        case codeInUse, aliasInUse, ownParent, circularParents, noCompanyInFileName
        case notShareRatio, notADSRatio, emptyShareBasis, splitWithoutDay
        // Metrics and figures.
        case unknownMetric, ambiguousMetric, unknownFigure
        // Periods and days.
        case notPeriod, notDay, tooEarly, ambiguousDate, mixedDateOrders, otherDateOrder
        case mixedTimestamps, impossibleDay, beforeBitcoin, notDayOfPeriod, singleDays
        case unknownFiscalYear, notMonth, endBeforeStart
        // Values and units.
        case notValue, misplacedComma, misplacedPoint, unclearDecimalMark, otherDecimalMark
        case misplacedDigits
        case otherCurrency, spreadsheetError, placeholder, approximateValue, range, belowZero
        case textAfterValue, missingValue, noUnit, unknownUnit, wrongDimension, repeatedFactor
        case ambiguousFactor, tooLarge, notStatus
        // Profiles.
        case notSetting, notSettingValue, emptySetting, repeatedSetting
        // Warnings about unlikely figures.
        case tenfold, restatedTenfold, outsideRange, moreThanMined, moreThanIssued
        case moreThanNetwork, fairValueMismatch, above, below, similarCompany, sameCompany
        case futurePeriod, publishedEarly, singleDay, negativeCost, roundedToZero
    }
}
