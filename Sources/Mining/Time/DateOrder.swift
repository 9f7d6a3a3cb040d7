/// The order of year, month and day in a written date. The raw values are what options and
/// profiles accept.
package enum DateOrder: String, Sendable, CaseIterable {
    case ymd, dmy, mdy
}
