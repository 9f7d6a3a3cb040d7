"""PostgreSQL servers on this machine that keep books together: a coordinator, the machines that have the
rows, and a replica of the coordinator."""

import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
sys.path.insert(0, str(PROJECT / "Tests" / "Postgres"))

from instance import USER, Instance  # noqa: E402

# All servers share the memory and the disk of this machine. They sync, as PostgreSQL does.
SETTINGS = ["shared_buffers = 512MB", "max_wal_size = 4GB", "work_mem = 64MB"]
# docs/team.md says why.
OPTIONS = "batch_size '5000', fetch_size '10000', async_capable 'true'"


class Cluster:
    """The servers, with a number of books."""

    def __init__(self, program):
        self.program = str(program)
        self.coordinator = Instance("coordinator", *SETTINGS)
        self.nodes = [Instance(f"node{number}", *SETTINGS) for number in (1, 2, 3)]
        self.replica = Instance("replica", *SETTINGS, copy_of=self.coordinator)

    @property
    def servers(self):
        return [self.coordinator, *self.nodes, self.replica]

    def remove(self):
        for server in reversed(self.servers):
            server.remove()

    def init(self, address):
        subprocess.run([self.program, "init", "--quiet", "--database", address], check=True)

    def whole_book(self, name):
        """Makes a book on the coordinator alone, in a database of this name, and returns its address."""
        self.coordinator.sql(f"CREATE DATABASE {name}")
        self.init(self.coordinator.database(name))
        return self.coordinator.database(name)

    def book(self, name, nodes=3):
        """Makes a book on some of the nodes, in databases of this name, and returns its address."""
        address = self.whole_book(name)
        for number, node in enumerate(self.nodes[:nodes], 1):
            node.sql(f"CREATE DATABASE {name}")
            self.init(node.database(name))
            node.sql((HERE / "node.sql").read_text(), name)
            self.coordinator.sql(
                f"""
                CREATE EXTENSION IF NOT EXISTS postgres_fdw;
                CREATE SERVER minerbook_{number} FOREIGN DATA WRAPPER postgres_fdw
                    OPTIONS (host '{node.folder}', dbname '{name}', {OPTIONS});
                CREATE USER MAPPING FOR PUBLIC SERVER minerbook_{number} OPTIONS (user '{USER}');
                """, name)
        self.coordinator.sql((HERE / "coordinator.sql").read_text(), name)
        return address

    def await_replica(self):
        """Waits until the replica has what the coordinator has."""
        end = self.coordinator.sql("SELECT pg_current_wal_insert_lsn()")
        wait_until(lambda: self.replica.sql(f"SELECT pg_last_wal_replay_lsn() >= '{end}'") == "t")


def wait_until(condition, seconds=60):
    """Waits until a condition holds. An error if that takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(f"waited {seconds} s in vain")
        time.sleep(0.02)
