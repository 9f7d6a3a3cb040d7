import CSV
import Mining

extension CSVRecord {
    /// Whether all fields are empty or contain only spaces.
    var isEmpty: Bool { fields.indices.allSatisfy(isEmpty(at:)) }

    /// Whether the field at `index` is empty or contains only spaces.
    func isEmpty(at index: Int) -> Bool {
        buffer.span.extracting(fields[index].range).trimmed.isEmpty
    }

    /// The bytes of all fields, one after the other.
    var bytes: [UInt8] { fields.flatMap { buffer[$0.range] } }

    /// Whether all fields are UTF-8.
    var isUTF8: Bool {
        fields.allSatisfy { field in
            (try? UTF8Span(validating: buffer.span.extracting(field.range))) != nil
        }
    }

    /// The field at `index` as text for messages, without the spaces around it.
    func shownText(at index: Int) -> String {
        let cell = buffer.span.extracting(fields[index].range)
        return cell.extracting(cell.trimmed).shownText
    }

    /// The texts of all fields, without the spaces around them.
    var shownTexts: [String] { fields.indices.map { shownText(at: $0) } }

    /// The same up to the last one that is not empty.
    var filledTexts: ArraySlice<String> {
        let texts = shownTexts
        return texts[...(texts.lastIndex { !$0.isEmpty } ?? -1)]
    }

    /// Whether the fields are a title with commas that are no delimiters: `Riot Platforms, Inc.` A space
    /// follows each comma, and no part is a date or a number, except for the year of a day.
    var isSentence: Bool {
        let filled = fields.indices.filter { !isEmpty(at: $0) }
        return filled.count > 1 && filled.first == 0
            && filled.dropFirst().allSatisfy { buffer[fields[$0].range].first == .space }
            && filled.allSatisfy { index in
                let text = shownText(at: index)
                return index > 0 && PeriodText.isYear(text) || !isDateOrNumber(text, .point)
            }
    }

    /// Whether it has nothing but hyphens and what is beside them in the line below a header:
    /// `|---|---:|`, `-----+-----`.
    var isRule: Bool {
        let texts = filledTexts.filter { !$0.isEmpty }
        return texts.contains { $0.contains("--") }
            && texts.allSatisfy { $0.allSatisfy { "-:=+".contains($0) } }
    }

    /// Whether it has a single text, as a title does.
    var isTitle: Bool { filledTexts.count == 1 || isSentence }
}

extension CSVReader {
    /// Moves to the next record that has a cell with text; false at the end of the file.
    ///
    /// Skips records of delimiters alone, because spreadsheets save blank rows like that.
    mutating func nextFilled() throws(Failure) -> Bool {
        while try next() {
            if !record.isEmpty(at: 0) || !record.isEmpty { return true }
        }
        return false
    }
}
