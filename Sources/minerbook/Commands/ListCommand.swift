import ArgumentParser
import Bookkeeping
import Importing
import Reporting

struct ListCommand: BookCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List what the book or the program knows.")

    enum Name: String, CaseIterable, ExpressibleByArgument {
        case companies, aliases
        case shareBasis = "share_basis"
        case groups, metrics, units, sources, claims, imports, backups, profiles, reports
    }

    @Argument(
        help: ArgumentHelp(
            "One of \(Name.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "name"))
    var name: Name

    @OptionGroup var printing: DocumentOptions
    @OptionGroup var global: GlobalOptions

    func addFiles(to files: inout UsedFiles) { files.addOutput(printing.output) }

    func run() throws {
        try printing.print(document(), global)
    }

    private func document() throws -> Document {
        switch name {
        case .metrics: return Listing.metrics
        case .units: return Listing.units
        case .reports:
            return Listing.reports(Report.allCases.map { ($0.rawValue, $0.answers) })
        case .profiles:
            return Listing.profiles(
                try Profile.builtIn().map { ($0.name, $0.about, $0.subject, $0.metrics) })
        case .companies: return Listing.companies(try global.openForReading().companies())
        case .aliases: return Listing.aliases(try global.openForReading().aliases())
        case .shareBasis: return Listing.shareBasis(try global.openForReading().shareBasis())
        case .groups: return Listing.groups(try global.openForReading().allMemberships())
        case .claims: return Listing.claims(try global.openForReading().allClaims())
        case .sources:
            return Listing.sources(
                try global.openForReading().sources().map { ($0.text, $0.observations) })
        case .backups: return BackupListing.document(try global.location.backups())
        case .imports: return ImportListing.document(try global.openForReading().imports())
        }
    }
}
