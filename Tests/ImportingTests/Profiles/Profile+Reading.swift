import Importing
import Profiles
import Testing

extension Profile {
    static func builtIn(_ name: String) throws -> Profile {
        let profile = try #require(builtInProfiles.first { $0.name == name })
        return try .reading(profile.text, name: name)
    }

    /// The profile of a text in which nothing is wrong.
    static func reading(_ text: String, name: String = "mine.profile") throws -> Profile {
        var diagnostics = Diagnostics()
        let profile = Profile(name, text, reporting: &diagnostics)
        #expect(diagnostics.problems.map(\.description) == [])
        return try #require(profile)
    }
}
