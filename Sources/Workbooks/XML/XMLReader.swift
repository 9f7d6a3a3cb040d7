import CExpat
import CWorkbooks

/// Takes the elements and texts of an XML part as they are read.
protocol XMLHandler: AnyObject {
    /// - Throws: `WorkbookError` to end the reading with it.
    func start(_ name: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    func end(_ name: XMLName, _ reader: XMLReader) throws(WorkbookError)
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) throws(WorkbookError)
}

/// Reads the XML of a part with expat, a piece at a time, and can pause after any element. Memory
/// does not depend on the size of the part.
///
/// A document type declaration ends the reading, so that there are no entities to expand or to load.
/// The depth of elements, the length of a tag and the memory of expat are bounded.
final class XMLReader {
    private static let depthLimit = 256
    private static let pieceSize = 64 << 10
    /// Roughly the most bytes of a tag. The time to read a tag grows faster than its length.
    private static let tagLimit = 1 << 20

    private let parser: OpaquePointer
    private let part: ZipPart
    private unowned let handler: any XMLHandler
    private var failure: WorkbookError?
    private var depth = 0
    private var bytesSinceEvent = 0
    private var isPaused = false
    private var hasEnded = false

    /// - Throws: `WorkbookError` if there is no memory for it.
    init(_ part: ZipPart, _ handler: any XMLHandler) throws(WorkbookError) {
        self.part = part
        self.handler = handler
        guard let parser = cworkbooks_xml_parser() else {
            throw .tooLarge(part: part.name, .structure)
        }
        self.parser = OpaquePointer(parser)
        XML_SetUserData(self.parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(
            self.parser,
            { reader, name, attributes in
                guard let reader, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue()
                    .start(XMLName(name), XMLAttributes(attributes))
            },
            { reader, name in
                guard let reader, let name else { return }
                Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().end(XMLName(name))
            })
        XML_SetCharacterDataHandler(self.parser) { reader, text, count in
            guard let reader, let text else { return }
            let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue()
                .text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        XML_SetStartDoctypeDeclHandler(self.parser) { reader, _, _, _, _ in
            guard let reader else { return }
            Unmanaged<XMLReader>.fromOpaque(reader).takeUnretainedValue().refuseDocumentType()
        }
    }

    deinit { XML_ParserFree(parser) }

    /// Reads on until the handler asks for a pause. False at the end of the part.
    ///
    /// - Throws: `WorkbookError`.
    func run() throws(WorkbookError) -> Bool {
        while true {
            let status: XML_Status
            if isPaused {
                isPaused = false
                status = XML_ResumeParser(parser)
            } else if hasEnded {
                return false
            } else {
                status = try readPiece()
            }
            if let failure { throw failure }
            switch status {
            case XML_STATUS_OK: continue
            case XML_STATUS_SUSPENDED:
                isPaused = true
                return true
            default: throw error
            }
        }
    }

    /// Makes `run` return after the current element.
    func pause() { XML_StopParser(parser, UInt8(XML_TRUE)) }

    private func readPiece() throws(WorkbookError) -> XML_Status {
        guard let buffer = XML_GetBuffer(parser, Int32(Self.pieceSize)) else { throw error }
        let count = try part.read(
            into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.pieceSize))
        hasEnded = count == 0
        bytesSinceEvent += count
        guard bytesSinceEvent <= Self.tagLimit + Self.pieceSize else {
            throw .tooLarge(part: part.name, .structure)
        }
        return XML_ParseBuffer(parser, Int32(count), hasEnded ? 1 : 0)
    }

    private var error: WorkbookError {
        let code = XML_GetErrorCode(parser)
        guard code != XML_ERROR_NO_MEMORY else {
            return .tooLarge(part: part.name, .structure)
        }
        let reason = XML_ErrorString(code).map { String(cString: $0) } ?? "unknown error"
        return .damaged(
            part: part.name, .xml(reason, line: Int(clamping: XML_GetCurrentLineNumber(parser))))
    }

    private func fail(_ error: WorkbookError) {
        if failure == nil { failure = error }
        XML_StopParser(parser, UInt8(XML_FALSE))
    }

    private func start(_ name: XMLName, _ attributes: XMLAttributes) {
        bytesSinceEvent = 0
        depth += 1
        guard failure == nil else { return }
        guard depth <= Self.depthLimit else {
            return fail(.tooLarge(part: part.name, .structure))
        }
        do throws(WorkbookError) {
            try handler.start(name, attributes, self)
        } catch {
            fail(error)
        }
    }

    private func end(_ name: XMLName) {
        bytesSinceEvent = 0
        depth -= 1
        guard failure == nil else { return }
        do throws(WorkbookError) {
            try handler.end(name, self)
        } catch {
            fail(error)
        }
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        bytesSinceEvent = 0
        guard failure == nil else { return }
        do throws(WorkbookError) {
            try handler.text(bytes, self)
        } catch {
            fail(error)
        }
    }

    private func refuseDocumentType() { fail(.documentType(part: part.name)) }
}

extension XMLReader {
    /// Reads a whole part.
    ///
    /// - Throws: `WorkbookError`.
    static func read(_ part: ZipPart, _ handler: any XMLHandler) throws(WorkbookError) {
        let reader = try XMLReader(part, handler)
        while try reader.run() {}
    }
}
