import Application
import Importing
import Profiles

extension Profile {
    /// Whether `text` is the path of a file rather than the name of a built-in profile.
    static func isPath(_ text: String) -> Bool { !builtInProfiles.contains { $0.name == text } }

    /// The profile of that name, else the one in the file at that path.
    init(asked text: String) throws(ExitError) {
        if let builtIn = try Profile(builtIn: text) {
            self = builtIn
        } else {
            self = try Profile(text, reading: try Self.file(at: text))
        }
    }

    /// The profile of that name that the program brings along; nil if there is none.
    init?(builtIn name: String) throws(ExitError) {
        guard let profile = builtInProfiles.first(where: { $0.name == name }) else { return nil }
        self = try Profile(name, reading: profile.text)
    }

    /// Every profile that the program brings along, in the order of their names.
    static func builtIn() throws(ExitError) -> [Profile] {
        var profiles: [Profile] = []
        for profile in builtInProfiles {
            profiles.append(try Profile(profile.name, reading: profile.text))
        }
        return profiles
    }

    private init(_ name: String, reading text: String) throws(ExitError) {
        var diagnostics = Diagnostics()
        guard let profile = Profile(name, text, reporting: &diagnostics) else {
            throw ExitError(diagnostics.problems.map(\.description), .badData)
        }
        self = profile
    }

    /// No profile is as long as this. Something else, such as a device, may never end.
    private static let maxBytes = 256 << 10

    private static func file(at path: String) throws(ExitError) -> String {
        do {
            let source = try FileSource(path: path, upTo: maxBytes + 1)
            let bytes = try source.bytes(atMost: maxBytes, remedy: "no profile is as long")
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            guard !path.contains("/"), !path.contains(".") else { throw ExitError(error) }
            let names = builtInProfiles.map(\.name)
            let hint = nearestName(to: path, in: names).map { "; did you mean \($0)?" } ?? "."
            throw ExitError(
                "there is no profile \(path)\(hint) There are \(names.joined(separator: ", ")); one "
                    + "of your own is named by its path", .usage)
        }
    }
}
