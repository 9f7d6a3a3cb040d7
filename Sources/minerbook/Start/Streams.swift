import Mining
import Reporting
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// stdout for data, stderr for messages.
enum Streams {
    /// Makes a write to a closed pipe, or beyond the greatest size that a file may have, fail instead
    /// of ending the program, so that there is a message and a book in the middle of a transaction is
    /// closed properly.
    static func ignoreSignalsOfWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Writes data to stdout.
    ///
    /// - Throws: `ExitError`; one without a message if stdout is a closed pipe.
    static func write(_ bytes: [UInt8]) throws(ExitError) {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch Errno.brokenPipe {
            throw ExitError([], .readerHasEnough)
        } catch {
            throw ExitError("cannot write to stdout: \(error)", .inputOutput)
        }
    }

    /// Calls `body`, which prints on stdout, for a command whose exit code is an answer of its own: it
    /// must not change because the reader wants no more.
    static func ignoringClosedPipe(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as ExitError where error.code == .readerHasEnough {
            return
        }
    }

    /// Writes a message to stderr, on one line whatever data it quotes. If stderr is closed, the
    /// program goes on.
    static func complain(_ message: String) {
        _ = try? FileDescriptor.standardError.writeAll("\(message.visible)\n".utf8)
    }

    /// Replaces the last line of the terminal on stderr by `text`.
    static func show(_ text: String) {
        _ = try? FileDescriptor.standardError.writeAll("\r\u{1B}[K\(text)".utf8)
    }

    /// Refuses to write what is no text to a terminal. `path` is the name of a file to suggest.
    ///
    /// - Throws: `ExitError`.
    static func refuseTerminal(for format: String, suggesting path: String) throws(ExitError) {
        guard stdoutIsTerminal else { return }
        throw ExitError(
            "\(format) cannot be shown in a terminal; write it to a file: --output \(path)", .usage)
    }

    static var stderrIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static var stdoutIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether the terminal understands escape sequences: a dumb one, or one whose kind is unknown,
    /// would show them.
    static var terminalHasEscapes: Bool {
        environment("TERM").map { $0 != "dumb" } ?? false
    }

    /// The width of the terminal on stdout, in cells; nil if stdout is no terminal.
    static var stdoutWidth: Int? {
        var size = winsize()
        guard stdoutIsTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0,
            size.ws_col > 0
        else { return nil }
        return Int(size.ws_col)
    }

    /// The value of an environment variable; nil if it is not set or empty.
    static func environment(_ name: String) -> String? {
        guard let value = getenv(name).map({ String(cString: $0) }), !value.isEmpty else {
            return nil
        }
        return value
    }
}
