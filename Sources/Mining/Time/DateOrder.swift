/// The order in which a date has year, month and day.
package enum DateOrder: String, Sendable, CaseIterable {
    case ymd, dmy, mdy
}
