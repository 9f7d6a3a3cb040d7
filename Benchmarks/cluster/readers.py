"""A crowd of writers and readers, of the coordinator and of its replica."""

import pathlib
import tempfile
import time

from model import Section, Wrong

from book import Fault
from crowd import Crowd, deadlocks


def run(bench, cluster):
    name = "crowd"
    address = cluster.book(name)
    cluster.await_replica()

    def crash():
        """Crashes a node. The repair takes back what the crash has left between two commits."""
        node = cluster.nodes[1]
        node.stop("immediate")
        time.sleep(0.5)
        node.start()
        cluster.coordinator.sql("SELECT minerbook_repair()", name)

    try:
        with tempfile.TemporaryDirectory() as folder:
            crowd = Crowd(str(bench.program), 15 if bench.rows == 100_000 else 60, address,
                          pathlib.Path(folder), crash, replica=cluster.replica.database(name))
            crowd.result()
            deadlocks(cluster.servers)
        bench.must(cluster.replica.database(name), "log", "S0", "btc_held=5 BTC", "--on", "2024-01-01",
                   "--source", "nowhere", code=73)
    except Fault as fault:
        raise Wrong(f"crowd: {fault}") from fault
    return [Section(
        "Readers of the coordinator and of its replica while others import",
        f"Eight writers and eight readers for {crowd.seconds} s (Tests/Postgres/crowd.py); half of the "
        "readers read the replica. Some clients are killed, and node 2 crashes in the middle. Every "
        "read showed whole imports; nothing was lost or there twice. Writing to the replica is "
        "refused: exit code 73.",
        ["what", "how often"], [[what, f"{count:,}"] for what, count in crowd.counts.items()])]
