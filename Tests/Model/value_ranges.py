"""How large the figures of random books are, and how they are printed."""

# metric: smallest, largest, and units with the number of decimals that are printed in them
INSTANTS = {
    "deployed_hashrate": (0.5, 60, [("EH/s", 1), ("EH/s", 2), ("EH/s", 0), ("PH/s", 0)]),
    "managed_hashrate": (1, 80, [("EH/s", 1)]),
    "target_hashrate": (5, 90, [("EH/s", 0)]),
    "btc_held": (10, 20_000, [("BTC", 0), ("BTC", 1)]),
    "market_cap": (5e7, 9e9, [("USD bn", 2), ("USD m", 0), ("USD m", 1)]),
    "share_price": (1, 90, [("USD", 2)]),
    "shares_outstanding": (2e7, 6e8, [("shares m", 1), ("shares", 0)]),
    "total_debt": (1e7, 2e9, [("USD m", 1)]),
    "cash": (1e7, 8e8, [("USD m", 1), ("USD m", 0)]),
    "fleet_efficiency": (14, 40, [("J/TH", 1), ("J/TH", 0)]),
    "power_capacity": (50, 1_500, [("MW", 0)]),
    "power_pipeline": (50, 3_000, [("MW", 0), ("GW", 1)]),
    "hpc_contracted": (10, 800, [("MW", 0)]),
    "hpc_energized": (1, 200, [("MW", 1)]),
}
FLOWS = {
    "btc_mined": (20, 900, [("BTC", 0), ("BTC", 1)]),
    "btc_sold": (0, 900, [("BTC", 0)]),
    "revenue": (1e6, 9e7, [("USD m", 1), ("USD k", 0)]),
    "cost_of_revenue": (1e6, 8e7, [("USD m", 1)]),
    "hpc_revenue": (1e5, 9e6, [("USD m", 2)]),
    "power_cost": (1e6, 3e7, [("USD m", 2)]),
    "power_credits": (1e5, 3e7, [("USD m", 2)]),
    "energy_used": (1e4, 5e5, [("MWh", 0)]),
}
AVERAGES = {
    "operating_hashrate": (0.5, 55, [("EH/s", 1), ("EH/s", 2)]),
    "power_price": (-10, 90, [("USD/MWh", 1), ("US cents/kWh", 2)]),
    "power_cost_per_btc": (10_000, 70_000, [("USD/BTC", 0)]),
}
DAILY = [("network_hashrate", "EH/s", 1), ("btc_price", "USD/BTC", 0), ("fee_reward", "BTC/day", 2)]
SCALE = {"PH/s": 1e-3, "USD bn": 1e9, "USD m": 1e6, "USD k": 1e3, "shares m": 1e6, "GW": 1e3,
         "US cents/kWh": 10}
