/// Problems of a profile's text.
extension ImportProblem.Reason {
    /// A key that is not a setting.
    package static func notSetting(_ text: String, nearest: String?) -> Self {
        Self(
            .notSetting,
            "\(quoted(text)) is not a setting, such as map or subject"
                + suggestion(nearest, else: "docs/profiles/your-own.md lists them all"))
    }

    /// A value that the setting does not allow. `expected` describes the allowed values.
    package static func notSettingValue(_ text: String, expected: String) -> Self {
        Self(.notSettingValue, "\(quoted(text)) is not \(expected)")
    }

    /// A setting without a value.
    package static func emptySetting(_ key: String) -> Self {
        Self(
            .emptySetting,
            "\(quoted(key)) has no value; write one after the colon, or remove the line")
    }

    /// A setting that is already on line `line`.
    package static func repeatedSetting(_ key: String, line: Int) -> Self {
        Self(
            .repeatedSetting, "\(quoted(key)) is already set on line \(line); keep only one of them"
        )
    }
}
