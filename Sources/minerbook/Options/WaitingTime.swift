import ArgumentParser

/// How long to wait for other programs that use the book.
struct WaitingTime: ExpressibleByArgument {
    let seconds: Int

    /// Longer than most writes of other programs take.
    static let usual = WaitingTime(seconds: 10)

    private init(seconds: Int) { self.seconds = seconds }

    /// Whole seconds, up to a day.
    init?(argument: String) {
        guard let seconds = Int(argument), (0...86_400).contains(seconds) else { return nil }
        self.init(seconds: seconds)
    }
}
