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
        if let scheme = ["postgresql://", "postgres://"].first(where: text.hasPrefix) {
            shown = scheme + Self.withoutPasswords(uri: text.dropFirst(scheme.count))
        } else if let pairs = Self.pairs(text), Self.places.contains(pairs[0].key) {
            shown = pairs.filter { !Self.secrets.contains($0.key) }
                .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        } else {
            return nil
        }
        self.text = text
    }

    /// The keys that a list of pairs may begin with. A file would hardly be called `dbname=team`.
    private static let places = [
        "host", "hostaddr", "port", "dbname", "user", "password", "service",
    ]

    /// The keys whose values nobody may see.
    private static let secrets = ["password", "sslpassword", "oauth_client_secret"]

    // MARK: URIs

    /// `text` follows the scheme: `user:password@host:port/dbname?options`.
    private static func withoutPasswords(uri text: Substring) -> String {
        let (user, rest) = divided(text)
        let mark = rest.firstIndex(of: "?") ?? rest.endIndex
        // libpq refuses what is no pair.
        let options = rest[mark...].dropFirst().split(separator: "&").filter { option in
            guard let key = option.split(separator: "=", maxSplits: 1).first else { return false }
            return option.contains("=") && !secrets.contains(decoded(key))
        }
        let place =
            user.map { "\($0.prefix { $0 != ":" })@\(rest[..<mark])" }
            ?? withoutBadPort(rest[..<mark])
        return place + (options.isEmpty ? "" : "?" + options.joined(separator: "&"))
    }

    /// The user with the password, if there is one, and what follows the `@` after them. A password may
    /// have an `@` or a `/` that is not written as `%XX`.
    private static func divided(_ text: Substring) -> (user: Substring?, rest: Substring) {
        let slash = text.firstIndex(of: "/") ?? text.endIndex
        var end = text[..<slash].firstIndex(of: "@")
        if let first = end {
            end = text[first...].prefix { $0 != "/" && $0 != "?" }.lastIndex(of: "@")
        } else {
            end = text.prefix { $0 != "?" }.lastIndex(of: "@")
        }
        guard let end else { return (nil, text) }
        return (text[..<end], text[end...].dropFirst())
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
