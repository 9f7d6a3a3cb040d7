import Importing

extension Reading {
    /// Reads a table of RIOT; `unit` is that of values without one.
    static func ofRIOT(_ text: String, unit: String? = nil) -> Reading {
        var defaults: [ObservationField: String] = [.subject: "RIOT"]
        if let unit { defaults[.unit] = unit }
        return Reading(text, options: .defaults(defaults))
    }

    /// The metric and value of each observation: `revenue 161387 USD k`.
    var metricsAndValues: [String] {
        observations.map { "\($0.value.metric.code) \($0.value.value)" }
    }
}
