// swift-tools-version: 6.2
import PackageDescription

// yajl's own flags name its shared library. On Linux its header is found without them, and the module
// map names the static library.
#if os(Linux)
    let yajl: String? = nil
#else
    let yajl: String? = "yajl"
#endif

// `make … POSTGRES=1` adds PostgreSQL as a second storage engine. This is no package trait because
// SwiftPM compiles every target of a package, so that each build would need libpq.
let hasPostgres = !(Context.environment["POSTGRES"] ?? "").isEmpty
let postgres: [Target.Dependency] = hasPostgres ? ["StoragePostgres"] : []
let postgresSettings: [SwiftSetting] = hasPostgres ? [.define("POSTGRES")] : []

let package = Package(
    name: "minerbook",
    products: [.executable(name: "minerbook", targets: ["minerbook"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite3"])]),
        .systemLibrary(
            name: "CYAJL", pkgConfig: yajl,
            providers: [.apt(["libyajl-dev"]), .brew(["yajl"])]),
        .systemLibrary(
            name: "CMinizip", pkgConfig: "minizip",
            providers: [.apt(["libminizip-dev", "zlib1g-dev"]), .brew(["minizip"])]),
        .systemLibrary(
            name: "CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat",
            providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
        .target(
            name: "Migrations", path: "Migrations", exclude: ["postgres"],
            resources: [
                .embedInCode("0001_book.sql"),
                .embedInCode("0002_undo.sql"),
                .embedInCode("0003_printed.sql"),
                .embedInCode("0004_share_basis.sql"),
                .embedInCode("0005_cik.sql"),
            ]),
        .target(
            name: "Profiles", path: "Profiles",
            resources: [
                .embedInCode("blockchain-difficulty.profile"),
                .embedInCode("blockchain-hash-rate.profile"),
                .embedInCode("blockchain-json.profile"),
                .embedInCode("blockchain-market-price.profile"),
                .embedInCode("blockchain-miners-revenue.profile"),
                .embedInCode("coin-metrics.profile"),
                .embedInCode("coin-metrics-api.profile"),
                .embedInCode("coingecko-market-chart.profile"),
                .embedInCode("coingecko-treasury.profile"),
                .embedInCode("companiesmarketcap.profile"),
                .embedInCode("cryptodatadownload.profile"),
                .embedInCode("investing.profile"),
                .embedInCode("investing-bitcoin.profile"),
                .embedInCode("mempool.profile"),
                .embedInCode("nasdaq.profile"),
                .embedInCode("sec-companyfacts.profile"),
                .embedInCode("stooq.profile"),
                .embedInCode("yahoo.profile"),
                .embedInCode("yahoo-bitcoin.profile"),
            ]),
        .target(
            name: "LakeViews", path: "Lake",
            resources: [.embedInCode("views.sql"), .embedInCode("views-spark.sql")]),
        .target(name: "Mining"),
        .target(name: "CSV"),
        .target(name: "JSON", dependencies: ["CYAJL"]),
        .target(name: "Bookkeeping", dependencies: ["Mining"]),
        .target(
            name: "StorageSQLite",
            dependencies: ["Bookkeeping", "CPages", "CSQLite", "Files", "Migrations", "Mining"]),
        .target(name: "CWorkbooks", dependencies: ["CExpat", "CMinizip"]),
        .target(name: "Workbooks", dependencies: ["CExpat", "CMinizip", "CWorkbooks"]),
        .target(name: "Importing", dependencies: ["CSV", "JSON", "Mining", "Workbooks"]),
        .target(name: "Exporting", dependencies: ["CSV", "Mining", "Workbooks"]),
        .target(name: "Reporting", dependencies: ["Mining"]),
        .target(name: "Rendering", dependencies: ["CSV", "Mining", "Reporting", "Workbooks"]),
        .target(
            name: "Application",
            dependencies: [
                "Bookkeeping", "CSHA256", "CSV", "Exporting", "Files", "Importing", "LakeViews",
                "Mining", "Rendering", "Reporting", "Workbooks",
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "CArguments"),
        .target(name: "CFiles"),
        .target(name: "CPages", dependencies: ["CSQLite"]),
        .target(name: "CSHA256"),
        .target(
            name: "Files",
            dependencies: [
                "CFiles", "CZlib", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .executableTarget(
            name: "minerbook",
            dependencies: [
                "Application", "Bookkeeping", "CArguments", "CSV", "Exporting", "Files",
                "Importing",
                "Mining",
                "LakeViews", "Profiles", "Rendering",
                "Reporting",
                "StorageSQLite", "Workbooks",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "SystemPackage", package: "swift-system"),
            ] + postgres,
            swiftSettings: postgresSettings),
        .target(
            name: "TestSupport",
            dependencies: ["Bookkeeping", "Mining", "Workbooks"]
                + (hasPostgres ? ["CPostgres", "StoragePostgres"] : []),
            path: "Tests/TestSupport", swiftSettings: postgresSettings),
        .testTarget(
            name: "BookContractTests",
            dependencies: ["Bookkeeping", "Mining", "StorageSQLite", "TestSupport"],
            swiftSettings: postgresSettings),
        .testTarget(name: "MiningTests", dependencies: ["Mining", "TestSupport"]),
        .testTarget(
            name: "FilesTests",
            dependencies: [
                "CFiles", "Files", .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .testTarget(name: "JSONTests", dependencies: ["JSON", "TestSupport"]),
        .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"]),
        .testTarget(
            name: "WorkbooksTests",
            dependencies: ["CMinizip", "CWorkbooks", "TestSupport", "Workbooks"]),
        .testTarget(
            name: "StorageSQLiteTests",
            dependencies: [
                "Bookkeeping", "CSQLite", "Migrations", "StorageSQLite", "TestSupport",
            ]),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "CMinizip", "CSV", "Importing", "Mining", "Profiles", "TestSupport", "Workbooks",
            ]),
        .testTarget(
            name: "ExportingTests",
            dependencies: ["Exporting", "Mining", "TestSupport", "Workbooks"]),
        .testTarget(name: "ReportingTests", dependencies: ["Reporting", "TestSupport"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["CSV", "Mining", "Rendering", "Reporting", "TestSupport", "Workbooks"],
            exclude: ["Golden"]),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Application", "Bookkeeping", "CArguments", "CSV", "Files", "Importing",
                "minerbook",
                "StorageSQLite",
                "TestSupport",
            ],
            exclude: ["Golden"], swiftSettings: postgresSettings),
    ],
    swiftLanguageModes: [.v6]
)

if hasPostgres {
    package.targets += [
        .systemLibrary(
            name: "CPostgres", pkgConfig: "libpq",
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "PostgresMigrations", path: "Migrations/postgres",
            resources: [.embedInCode("0001_book.sql")]),
        .target(
            name: "StoragePostgres",
            dependencies: ["Bookkeeping", "CPostgres", "Mining", "PostgresMigrations"]),
        .testTarget(
            name: "StoragePostgresTests",
            dependencies: [
                "Application", "Bookkeeping", "Mining", "Reporting", "StoragePostgres",
                "TestSupport",
            ]),
    ]
}

// The fuzzer needs libFuzzer, which `make explore` links (Tests/Fuzzing/README.md).
if Context.environment["FUZZING"] != nil {
    package.targets += [
        .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
        .executableTarget(
            name: "Fuzzer",
            dependencies: [
                "Bookkeeping", "CLibFuzzer", "CSV", "Importing", "JSON", "Mining", "Profiles",
                "StorageSQLite", "Workbooks",
            ],
            path: "Tests/Fuzzing", exclude: ["CLibFuzzer", "Corpus", "README.md", "explore"]),
    ]
}
