import Testing
@testable import Mining
