"""What happens if a machine or a client dies in the middle."""

import subprocess

from cluster import wait_until
from model import SAMPLE, Section, Wrong

NAME = "faults"
# Lets a machine wait in the middle of its commit.
WAIT_AT_COMMIT = """
    CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(600); RETURN NULL; END $$;
    CREATE CONSTRAINT TRIGGER wait_at_commit AFTER UPDATE ON minerbook_node
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION wait_at_commit();
    """
# Commands that need every machine.
COMMANDS = [["report", "sector", "--group", "us-listed"], ["check"]]


class Faults:
    """A book, what it said when all was well, and a table of what happened."""

    def __init__(self, bench, cluster):
        self.bench, self.cluster, self.table = bench, cluster, []
        self.node = cluster.nodes[1]
        self.address = cluster.book(NAME)
        bench.must(self.address, "import", *SAMPLE)
        bench.must(self.address, "import", bench.companies)
        self.before = self.export()

    def export(self):
        return self.bench.must(self.address, "export")[0]

    def start(self, *words):
        return self.bench.start(self.address, *words)

    def note(self, fault, command, running, code):
        """Waits for a command that a fault has hit, and notes how it ended."""
        errors = running.communicate()[1].decode().strip().split("\n")[-1]
        if running.returncode != code:
            raise Wrong(f"{fault}: {command} ends with {running.returncode}: {errors}")
        message = errors.replace(f"'{self.address}'", "BOOK").replace(self.address, "BOOK")
        if code == 0:
            message = ""  # a summary, and no error
        self.table.append([fault, command, str(code), message.replace("|", "\\|"), ""])

    def must_be_as_before(self):
        if self.export() != self.before:
            raise Wrong(f"after {self.table[-1]} the book is not as before")
        self.table[-1][-1] += "as before"

    def caught(self, mode, *words):
        """Starts a command, and returns it once it waits for node 2, whose observations are locked."""
        subprocess.Popen(
            ["psql", self.node.database(NAME), "--command",
             f"BEGIN; LOCK TABLE observation IN {mode} MODE; SELECT pg_sleep(600)"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.await_backend(self.node, "wait_event = 'PgSleep'")
        running = self.start(*words)
        self.await_backend(self.node, "wait_event_type = 'Lock'")
        return running

    def unlock(self):
        self.node.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                      "WHERE wait_event = 'PgSleep'")

    def await_backend(self, server, condition):
        count = f"SELECT count(*) > 0 FROM pg_stat_activity WHERE {condition}"
        wait_until(lambda: server.sql(count) == "t")

    def importing(self):
        """An import in the middle: node 2 lets nobody write."""
        return self.caught("SHARE", "import", self.bench.million)

    def run(self):
        running = self.importing()
        self.node.stop("immediate")
        self.note("node 2 stops while an import writes", "import", running, 74)
        for words in (*COMMANDS, ["import", self.bench.million]):
            self.note("node 2 is down", words[0], self.start(*words), 74)
        self.note("", "list companies", self.start("list", "companies"), 0)
        self.node.start()
        self.must_be_as_before()

        running = self.caught("ACCESS EXCLUSIVE", "report", "sector", "--group", "us-listed")
        self.node.stop("immediate")
        self.note("node 2 stops while a report reads", "report", running, 74)
        self.node.start()
        self.must_be_as_before()

        running = self.importing()
        running.kill()
        self.unlock()
        self.note("the client of an import is killed", "import", running, -9)
        self.must_be_as_before()

        running = self.importing()
        self.cluster.coordinator.stop("immediate")
        self.note("the coordinator stops while an import writes", "import", running, 74)
        self.cluster.coordinator.start()
        self.unlock()
        self.must_be_as_before()

        self.repair_meanwhile()
        add = "UPDATE minerbook_node SET changes = changes + {}".format
        self.replaced_machine("node 2 has a change less", add(-1), add(1))
        self.replaced_machine("node 2 has two changes more", add(2), add(-2))
        self.replaced_machine(
            "node 2 is new", "CREATE TABLE kept AS SELECT * FROM minerbook_node; DELETE FROM minerbook_node",
            "INSERT INTO minerbook_node SELECT * FROM kept; DROP TABLE kept")
        halves = [number for number in (1, 2, 3)
                  if self.stop_at_commit(number, "import", self.bench.small)]
        if not halves:
            raise Wrong("no fault was between two commits")
        self.bench.must(self.address, "import", self.bench.small)
        self.before = self.export()
        last = self.bench.must(self.address, "list", "imports", "--format", "csv")[0]
        self.stop_at_commit(halves[-1], "undo", last.decode().splitlines()[-1].split(",")[0])
        # Nothing that has happened is in the way of what comes.
        self.bench.must(self.address, "import", self.bench.million)
        return self.table

    def repair_meanwhile(self):
        """Calls minerbook_repair() while an import writes, which must be kept."""
        coordinator = self.cluster.coordinator
        running = self.caught("SHARE", "import", self.bench.small)
        repair = subprocess.Popen(
            ["psql", coordinator.database(NAME), "--no-align", "--tuples-only", "--command",
             "SELECT minerbook_repair()"], stdout=subprocess.PIPE, text=True)
        self.await_backend(coordinator, "wait_event = 'advisory'")
        self.unlock()
        self.note("minerbook_repair() is called while an import writes", "import", running, 0)
        rows = repair.communicate()[0].strip()
        inserted = len(self.export().splitlines()) - len(self.before.splitlines())
        if (rows, inserted) != ("0", 100):
            raise Wrong(f"minerbook_repair() changed {rows} rows, and {inserted} were imported")
        last = self.bench.must(self.address, "list", "imports", "--format", "csv")[0]
        self.bench.must(self.address, "undo", last.decode().splitlines()[-1].split(",")[0])
        self.must_be_as_before()

    def replaced_machine(self, fault, change, back):
        """Node 2 has more or fewer changes than a crash can explain, or none, as after it was restored or
        replaced: the repair must refuse to touch anything. `change` and `back` are SQL."""
        self.node.sql(change, NAME)
        for command in COMMANDS:
            self.note(fault, command[0], self.start(*command, "--wait", "1"), 74)
        try:
            self.cluster.coordinator.sql("SELECT minerbook_repair()", NAME)
        except RuntimeError as error:
            message = str(error).split("ERROR:")[1].split("HINT:")[0].strip()
            self.table.append([fault, "minerbook_repair()", "", message, ""])
        else:
            raise Wrong(f"{fault}: minerbook_repair() says nothing")
        self.node.sql(back, NAME)
        self.must_be_as_before()

    def stop_at_commit(self, number, *words):
        """Stops a node while it commits. Returns whether another one had committed before."""
        node, coordinator = self.cluster.nodes[number - 1], self.cluster.coordinator
        node.sql(WAIT_AT_COMMIT, NAME)
        running = self.start(*words)
        self.await_backend(node, "wait_event = 'PgSleep'")
        node.stop("immediate")
        self.note(f"node {number} stops while it commits", words[0], running, 74)
        node.start()
        node.sql("DROP FUNCTION wait_at_commit CASCADE", NAME)
        counts = coordinator.sql("SELECT changes FROM minerbook_node ORDER BY node", NAME).split()
        ahead = [str(place) for place, count in enumerate(counts) if count != counts[0]]
        if ahead:
            self.table[-1][-1] = f"node {' and '.join(ahead)} had committed; "
            for command in (*COMMANDS, ["import", self.bench.million]):
                self.note("after that", command[0], self.start(*command, "--wait", "1"), 74)
            rows = coordinator.sql("SELECT minerbook_repair()", NAME)
            self.table.append(["", "minerbook_repair()", "", f"{rows} rows", ""])
        self.must_be_as_before()
        return bool(ahead)


def run(bench, cluster):
    return [Section(
        "Faults",
        "`stops` is `pg_ctl stop -m immediate`, which is like kill −9: the server ends at once and "
        "recovers from its log when it starts. Locks and triggers on a node make sure that it stops in "
        "the middle. Afterwards the machine is started, and the export is compared with that of before.",
        ["fault", "command", "exit code", "message", "afterwards"], Faults(bench, cluster).run())]
