/// The address of a book on a PostgreSQL server, as libpq reads it
/// (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING): a URI, or pairs
/// such as `host=db dbname=team`.
struct ServerAddress {
    /// As it was given.
    let text: String
    /// Without passwords, for messages and command lines. Where a password was not written as libpq
    /// wants it, rather more is left out than too little.
    let shown: String

    /// Nil for anything else, which is the path of a file.
    init?(_ text: String) {
        self.text = text
        if let scheme = Self.schemes.first(where: text.lowercased().hasPrefix) {
            shown = scheme + Self.withoutPasswords(uri: text.dropFirst(scheme.count))
        } else if let pairs = Self.pairs(text) {
            guard Self.isAddress(pairs) else { return nil }
            let rest = pairs.filter { !Self.secrets.contains($0.key) }
            shown =
                Self.isAddress(rest)
                ? rest.map { "\($0.key)=\($0.value)" }.joined(separator: " ") : Self.nameless
        } else if text.lowercased().contains(/password\s*=/) {
            // libpq will refuse it, and where the password ends is not known.
            shown = Self.nameless
        } else {
            return nil
        }
    }

    private static let schemes = ["postgresql://", "postgres://"]

    /// Shown instead of an address of which nothing else may be shown.
    private static let nameless = "postgresql://…"

    private static func isAddress(_ pairs: [(key: String, value: String)]) -> Bool {
        pairs.contains { places.contains($0.key) }
    }

    /// A list of pairs is an address if it has one of these keys. Files rarely have such names.
    private static let places = [
        "host", "hostaddr", "port", "dbname", "user", "password", "service",
    ]

    /// The keys whose values nobody may see.
    private static let secrets = [
        "password", "sslpassword", "oauth_client_secret", "scram_client_key", "scram_server_key",
    ]

    // MARK: URIs

    /// `text` follows the scheme: `user:password@host:port/dbname?options`.
    private static func withoutPasswords(uri text: Substring) -> String {
        let signs = text.indices.filter { text[$0] == "@" }
        let mark = text.firstIndex(of: "?") ?? text.endIndex
        // A password may have an @ or a ? that is not written as %XX. Then its end is not known.
        guard signs.count < 2, signs.allSatisfy({ $0 < mark }) else {
            return "\(text.prefix { !":@/?".contains($0) })…"
        }
        let user = signs.first.map { "\(text[..<$0].prefix { $0 != ":" })@" }
        let rest = signs.first.map { text[$0...].dropFirst() } ?? text
        let place = rest.prefix { $0 != "?" }
        // libpq refuses what is no pair.
        let options = rest[place.endIndex...].dropFirst().split(separator: "&").filter { option in
            guard let key = option.split(separator: "=", maxSplits: 1).first else { return false }
            return option.contains("=") && !secrets.contains(decoded(key))
        }
        return (user.map { $0 + place } ?? withoutBadPort(place))
            + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// `place` is `host:port/dbname`. What has no number for a port may be a user and a password.
    private static func withoutBadPort(_ place: Substring) -> String {
        let host = place.prefix { $0 != "/" }
        guard let colon = host.firstIndex(of: ":"), !host.hasPrefix("["), !host.contains(",") else {
            return String(place)
        }
        let isPort = host[colon...].dropFirst().allSatisfy(\.isNumber)
        return isPort ? String(place) : "\(place[..<colon]):…"
    }

    /// A key with `%70` as `p`.
    private static func decoded(_ key: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(key.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let decoded = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(decoded)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Pairs

    /// The pairs of `key = value`, a value with its quotes and backslashes; nil if `text` has another
    /// form.
    private static func pairs(_ text: String) -> [(key: String, value: String)]? {
        var pairs: [(key: String, value: String)] = []
        var rest = text[...].drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let key = rest.prefix { $0 != "=" && !$0.isWhitespace }
            rest = rest[key.endIndex...].drop(while: \.isWhitespace)
            guard !key.isEmpty, rest.popFirst() == "=" else { return nil }
            rest = rest.drop(while: \.isWhitespace)
            let value = value(at: rest)
            rest = rest[value.endIndex...].drop(while: \.isWhitespace)
            pairs.append((String(key), String(value)))
        }
        return pairs.isEmpty ? nil : pairs
    }

    /// The value that `text` begins with: to the next space, or in quotes.
    private static func value(at text: Substring) -> Substring {
        let isQuoted = text.hasPrefix("'")
        var end = text.startIndex
        if isQuoted { text.formIndex(after: &end) }
        while end < text.endIndex {
            switch text[end] {
            case "\\":
                text.formIndex(after: &end)
                if end < text.endIndex { text.formIndex(after: &end) }
            case "'" where isQuoted: return text[...end]
            case let other where !isQuoted && other.isWhitespace: return text[..<end]
            default: text.formIndex(after: &end)
            }
        }
        return text
    }
}
