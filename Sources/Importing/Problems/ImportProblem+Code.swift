extension ImportProblem {
    /// All kinds of problems and warnings of an import, in the order of docs/errors.md.
    package enum Code: String, Sendable, CaseIterable {
        // The file.
        case emptyFile, webPage, otherKind, unclosedQuote, textAfterQuote, nulByte, utf16
        case unpairedSurrogate, truncatedUTF16, invalidUTF8, recordTooLong, tooManyFields
        case ambiguousDelimiter, skippedTable, repeatedHeader, secondHeader, noTable, noRows,
            refusedFile
        // Workbooks.
        case notWorkbook, encryptedWorkbook, damagedWorkbook, workbookTooLarge, documentType
        case unknownSheet, noSheet, leftOfTable, hiddenCells, mergedNumber, formulaWithoutResult
        // JSON.
        case notJSON, noJSONRows, unclearJSONRows, profileForJSON, tooManyJSONFields
        case repeatedJSONKey, noCIK, otherCIK, otherEntity
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
        case notPeriod, expectedPeriod, notDay, dayNumber, tooEarly, ambiguousDate, mixedDateOrders
        case otherDateOrder, ambiguousMonth, noYear, mixedTimestamps, impossibleDay, beforeBitcoin,
            notDayOfPeriod
        case otherPeriodLength, notPeriodType, notYearPart, otherYearPart, yearBelowTitle
        case singleDays, distantMonths
        case unknownFiscalYear, mixedYears, notMonth, endBeforeStart
        // Values and units.
        case notValue, misplacedComma, misplacedPoint, unclearDecimalMark, otherDecimalMark
        case misplacedDigits
        case otherCurrency, spreadsheetError, formula, placeholder, approximateValue, range,
            belowZero
        case textAfterValue, missingValue, noUnit, unknownUnit, otherUnit, wrongDimension
        case repeatedFactor
        case ambiguousFactor, tooLarge, notStatus
        // Profiles.
        case notSetting, notSettingValue, emptySetting, repeatedSetting, notFactRule
        // Warnings about unlikely figures.
        case tenfold, restatedTenfold, outsideRange, moreThanMined, moreThanIssued
        case moreThanNetwork, fairValueMismatch, marketCapMismatch, disproportionate
        case partAboveWhole, similarCompany, sameCompany
        case futurePeriod, publishedEarly, singleDay, negativeCost, roundedToZero, mixedTags
    }
}
