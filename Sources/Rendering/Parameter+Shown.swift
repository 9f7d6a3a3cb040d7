import Reporting

extension [Parameter] {
    /// The parameters that people see and that have a value, in order.
    var shown: [(name: String, value: String)] {
        compactMap { parameter in
            guard parameter.audience == .everyone, let value = parameter.value else { return nil }
            return (parameter.name, value)
        }
    }
}
