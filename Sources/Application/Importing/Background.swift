#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Work that a second thread does while the first goes on, until the first waits for it.
///
/// It is a thread and not a Swift task: commands are synchronous, and for tasks each of them would
/// start the concurrency runtime.
final class Background {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// `nil` once it has been waited for.
    private var thread: pthread_t?

    /// Starts the work on a new thread, or does it at once if the system cannot start one.
    init(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        #if canImport(Darwin)
            var started: pthread_t?
        #else
            var started = pthread_t()
        #endif
        let code = pthread_create(
            &started, nil,
            { work in
                Background.run(work)
                return nil
            }, work.toOpaque())
        if code == 0 { thread = started } else { Self.run(work.toOpaque()) }
    }

    deinit { wait() }

    private static func run(_ work: UnsafeMutableRawPointer?) {
        if let work { Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body() }
    }

    /// Returns once it is done.
    func wait() {
        guard let thread else { return }
        pthread_join(thread, nil)
        self.thread = nil
    }
}
