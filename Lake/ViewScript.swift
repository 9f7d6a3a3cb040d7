/// A script of views that a lake has: a file of this folder. docs/lake.md says how to run it.
package struct ViewScript: Sendable {
    /// The name of its file: `views.sql`.
    package let name: String
    /// The text of the file.
    package let text: String

    /// How every script begins, by which an export knows it again.
    package static let start = "-- The views of a minerbook lake"

    fileprivate init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        text = String(decoding: bytes, as: UTF8.self)
    }
}

/// All scripts: one for DuckDB and one for Spark.
package let viewScripts = [
    ViewScript("views.sql", PackageResources.views_sql),
    ViewScript("views-spark.sql", PackageResources.views_spark_sql),
]
