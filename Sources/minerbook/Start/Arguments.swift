import CArguments

/// The words that the program was started with.
enum Arguments {
    /// All of them, the name of the program first.
    ///
    /// - Throws: `ExitError`, where the system does not give them: a command line that was lost must
    ///   not be taken for an empty one.
    static func all() throws(ExitError) -> [String] {
        let kept = (0..<carguments_count()).compactMap {
            carguments_at($0).map(String.init(cString:))
        }
        let arguments = kept.isEmpty ? CommandLine.arguments : kept
        guard !arguments.isEmpty else {
            throw ExitError("the system does not tell the program its arguments", .internalError)
        }
        return arguments
    }
}
