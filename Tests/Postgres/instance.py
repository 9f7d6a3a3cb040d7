"""A PostgreSQL server of its own for one test: in a temporary folder, reachable only from this machine,
and stopped, killed and started again at will without disturbing any other."""

import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile

USER = "minerbook"


class Instance:
    """A server that is started. Its folder is deleted by `remove`."""

    def __init__(self, name="server", *settings, copy_of=None):
        """`settings` are lines of postgresql.conf. With `copy_of`, another instance, it is a streaming
        replica of that one."""
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"minerbook-{name}-"))
        self.data, self.log = self.folder / "data", self.folder / "log"
        self.address = self.database("postgres")
        if os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        if copy_of:
            self.run("pg_basebackup", "--pgdata", self.data, "--write-recovery-conf", "--dbname",
                     copy_of.address, "--checkpoint", "fast", "--no-sync")
        else:
            # A collation other than C shows what depends on the order of the server.
            self.run("initdb", "--pgdata", self.data, "--username", USER, "--auth", "trust",
                     "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        with open(self.data / "postgresql.conf", "a") as file:
            lines = ["listen_addresses = ''", f"unix_socket_directories = '{self.folder}'", *settings]
            file.writelines(f"{line}\n" for line in lines)
        self.start()

    def database(self, name):
        """The address of a database, as libpq reads it."""
        return f"host={self.folder} user={USER} dbname={name}"

    def start(self):
        self.run("pg_ctl", "--pgdata", self.data, "--log", self.log, "--wait", "start")

    def stop(self, mode="fast"):
        """`immediate` is like a crash: clients are cut off, and the next start recovers from the log."""
        self.run("pg_ctl", "--pgdata", self.data, "--mode", mode, "--wait", "stop")

    def sql(self, statements, database="postgres"):
        """Runs statements, and returns their rows as lines with | between the columns."""
        done = subprocess.run(
            ["psql", self.database(database), "--quiet", "--no-align", "--tuples-only", "--set",
             "ON_ERROR_STOP=1", "--file", "-"],
            input=statements, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f"{self.folder.name}: {done.stderr.strip()}")
        return done.stdout.strip()

    def remove(self):
        try:
            self.stop("immediate")
        except RuntimeError:
            pass  # it was stopped
        shutil.rmtree(self.folder)

    def run(self, program, *arguments):
        """Runs a program of the server as its owner: PostgreSQL refuses to run as root."""
        command = [programs() / program, *arguments]
        if os.getuid() == 0:
            command = ["setpriv", "--reuid", "postgres", "--regid", "postgres", "--clear-groups",
                       *command]
        # The output goes to a file: the server would keep a pipe open.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(
                list(map(str, command)), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT)
            if done.returncode != 0:
                output.seek(0)
                raise RuntimeError(f"{program}: {output.read().decode(errors='replace').strip()}")


def programs():
    """The folder of the newest server that is installed."""
    # Debian has the programs of a server outside the path.
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda each: int(each.split("/")[4]))
    found = shutil.which("initdb")
    if folders:
        return pathlib.Path(folders[-1])
    if found:
        return pathlib.Path(found).resolve().parent
    raise RuntimeError("PostgreSQL is not installed; on Debian and Ubuntu Tests/Postgres/server start "
                       "installs it")
