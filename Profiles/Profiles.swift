/// The text of a built-in profile, which describes how to read the files of one site. It is a file
/// of this folder; docs/profiles/your-own.md describes the format.
package struct BuiltInProfile: Sendable, Hashable {
    /// The name of its file without `.profile`: `coin-metrics`.
    package let name: String
    /// The text of the file.
    package let text: String

    fileprivate init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        text = String(decoding: bytes, as: UTF8.self)
    }
}

/// All built-in profiles, in the order of their names.
package let builtInProfiles: [BuiltInProfile] = [
    BuiltInProfile("blockchain-difficulty", PackageResources.blockchain_difficulty_profile),
    BuiltInProfile("blockchain-hash-rate", PackageResources.blockchain_hash_rate_profile),
    BuiltInProfile("blockchain-json", PackageResources.blockchain_json_profile),
    BuiltInProfile("blockchain-market-price", PackageResources.blockchain_market_price_profile),
    BuiltInProfile("blockchain-miners-revenue", PackageResources.blockchain_miners_revenue_profile),
    BuiltInProfile("coin-metrics", PackageResources.coin_metrics_profile),
    BuiltInProfile("coin-metrics-api", PackageResources.coin_metrics_api_profile),
    BuiltInProfile("coingecko-market-chart", PackageResources.coingecko_market_chart_profile),
    BuiltInProfile("coingecko-treasury", PackageResources.coingecko_treasury_profile),
    BuiltInProfile("companiesmarketcap", PackageResources.companiesmarketcap_profile),
    BuiltInProfile("cryptodatadownload", PackageResources.cryptodatadownload_profile),
    BuiltInProfile("investing", PackageResources.investing_profile),
    BuiltInProfile("investing-bitcoin", PackageResources.investing_bitcoin_profile),
    BuiltInProfile("mempool", PackageResources.mempool_profile),
    BuiltInProfile("nasdaq", PackageResources.nasdaq_profile),
    BuiltInProfile("sec-companyfacts", PackageResources.sec_companyfacts_profile),
    BuiltInProfile("stooq", PackageResources.stooq_profile),
    BuiltInProfile("yahoo", PackageResources.yahoo_profile),
    BuiltInProfile("yahoo-bitcoin", PackageResources.yahoo_bitcoin_profile),
]
