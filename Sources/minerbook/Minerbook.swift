import ArgumentParser

@main struct Minerbook: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "minerbook", version: "0.1.0")
}
