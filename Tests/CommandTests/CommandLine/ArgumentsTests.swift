import CArguments
import Testing

@testable import minerbook

@Suite("The command line")
struct ArgumentsTests {
    @Test func `the arguments of the process are read without /proc`()
        throws
    {
        #expect(Int(carguments_count()) == CommandLine.arguments.count)
        #expect(try Arguments.all() == CommandLine.arguments)
    }
}
