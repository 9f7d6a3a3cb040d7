#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Work that a second thread does while the first goes on, until the first waits for it.
///
/// A thread of the system's rather than a task: commands are synchronous functions, and all of
/// them would have to start the runtime of concurrency for the one that uses it.
final class Background {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// `nil` once it has been waited for.
    private var thread: pthread_t?

    /// Starts it; does it at once where the system has no thread to give.
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
