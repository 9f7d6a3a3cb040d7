import Testing

@testable import minerbook
