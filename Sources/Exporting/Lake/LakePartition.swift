import Mining

/// Where observations of a lake belong: one metric, one year in which their periods end, and one
/// import that recorded them.
package struct LakePartition: Sendable, Hashable {
    package var metric: Metric
    /// The year of the last day of the periods.
    package var year: Int
    /// 0 for rows that no import recorded.
    package var importNumber: Int

    package init(metric: Metric, year: Int, importNumber: Int) {
        self.metric = metric
        self.year = year
        self.importNumber = importNumber
    }
}
