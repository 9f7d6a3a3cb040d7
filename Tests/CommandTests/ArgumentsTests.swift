import CArguments
import Testing

@testable import minerbook

@Suite("The command line")
struct ArgumentsTests {
    @Test func `the arguments are those that the process was started with, not those of /proc`()
        throws
    {
        #expect(Int(carguments_count()) == CommandLine.arguments.count)
        #expect(try Arguments.all() == CommandLine.arguments)
    }
}
