import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// A page or chart as an XML parser reads it. The program's HTML is also XML, so the parser can show
/// whether text from data was mistaken for markup.
final class MarkupTree: NSObject, XMLParserDelegate {
    private(set) var names: Set<String> = []
    /// The attributes of all elements.
    private(set) var attributes: [(name: String, value: String)] = []
    /// The text of each element that has any, in the order of their ends.
    private(set) var texts: [String] = []
    private var open: [String] = []

    /// Returns nil if the bytes are not well-formed XML.
    init?(_ bytes: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(bytes))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    func values(of name: String) -> [String] {
        attributes.filter { $0.name == name }.map(\.value)
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String]
    ) {
        names.insert(name)
        self.attributes += attributes.map { ($0.key, $0.value) }
        open.append("")
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
        if !open.isEmpty { open[open.count - 1] += text }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        if let text = open.popLast(), name != "style", !text.allSatisfy(\.isWhitespace) {
            texts.append(text)
        }
    }
}
