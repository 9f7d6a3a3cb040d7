import Importing
import Mining
import Profiles

/// The built-in profiles, which recognise layouts.
private let knownProfiles = builtInProfiles.compactMap {
    var diagnostics = Diagnostics()
    return Profile($0.name, $0.text, reporting: &diagnostics)
}

private let options: ImportOptions = {
    var options = ImportOptions()
    options.knownProfiles = { knownProfiles }
    options.knownProfile = { name in knownProfiles.first { $0.name == name } }
    return options
}()

/// All tables of a JSON file are read.
func checkJSON(_ bytes: [UInt8]) {
    let text = JSONFile.text(bytes)
    AnyFile { file in
        for table in JSONFile.tables("q4.json", text, options, reporting: &file.diagnostics) {
            file.read { diagnostics throws(ImportFailure) in
                try ImportFile(
                    table.name, table: table.records, options: table.options,
                    reporting: &diagnostics)
            }
        }
    }.check()
}

/// The facts of a company's filings are read.
func checkFacts(_ bytes: [UInt8]) {
    AnyFile { file in
        let facts = try CompanyFactsTable(JSONFile.text(bytes), options)
        file.read { diagnostics throws(ImportFailure) in
            try ImportFile(
                "CIK1.json", table: facts.records, facts: facts, options: options,
                reporting: &diagnostics)
        }
    }.check()
}
