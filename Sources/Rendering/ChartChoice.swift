/// Which charts of a document are asked for.
package enum ChartChoice: Sendable, Hashable {
    case all
    case named(String)
}
