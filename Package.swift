// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "minerbook",
    products: [.executable(name: "minerbook", targets: ["minerbook"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
        .target(
            name: "Migrations", path: "Migrations",
            resources: [.embedInCode("0001_book.sql")]),
        .target(name: "Mining"),
        .target(name: "CSV"),
        .target(name: "Storage", dependencies: ["CSQLite", "Migrations", "Mining"]),
        .target(name: "Importing", dependencies: ["CSV", "Mining"]),
        .target(name: "Reporting", dependencies: ["Mining"]),
        .target(name: "Rendering", dependencies: ["CSV", "Reporting"]),
        .executableTarget(
            name: "minerbook",
            dependencies: [
                "CSV", "Importing", "Mining", "Rendering", "Reporting", "Storage",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .testTarget(name: "MiningTests", dependencies: ["Mining"]),
        .testTarget(name: "CSVTests", dependencies: ["CSV"]),
        .testTarget(name: "StorageTests", dependencies: ["CSQLite", "Migrations", "Storage"]),
        .testTarget(name: "ImportingTests", dependencies: ["CSV", "Importing", "Mining"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting"]),
        .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
        .testTarget(
            name: "CommandTests", dependencies: ["minerbook"], exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)
