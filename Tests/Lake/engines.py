"""DuckDB and Spark on a lake: both run its script of views and answer the same SQL."""

import os


class DuckDB:
    """DuckDB in this process."""

    name = "DuckDB"
    script = "views.sql"

    def __init__(self, lake):
        import duckdb

        self.connection = duckdb.connect()
        self.connection.execute(f"SET VARIABLE lake = '{lake}'")
        self.connection.execute((lake / self.script).read_text())

    def rows(self, sql):
        return self.connection.execute(sql).fetchall()

    def close(self):
        self.connection.close()


class Spark:
    """A local cluster of Spark: a master and two workers with one core and 1 GB each, every one of
    them a process of its own."""

    name = "Spark"
    script = "views-spark.sql"
    # The current folder of the JVM, which is started once and takes over that of this process.
    folder = None

    def __init__(self, lake):
        from pyspark.sql import SparkSession

        before = os.getcwd()
        os.chdir(lake)
        self.session = (
            SparkSession.builder.master("local-cluster[2,1,1024]").appName("minerbook lake")
            .config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "4").config("spark.executor.memory", "1g")
            .getOrCreate())
        self.session.sparkContext.setLogLevel("ERROR")
        os.chdir(before)
        Spark.folder = Spark.folder or lake
        script = (lake / self.script).read_text()
        if Spark.folder != lake:
            script = script.replace("path '", f"path '{lake}/")
        for statement in statements(script):
            self.session.sql(statement).collect()
        self.workers = self.count_workers()

    def count_workers(self):
        """How many processes run the tasks of the cluster."""
        context = self.session.sparkContext
        found = context.parallelize(range(200), 40).map(lambda _: os.getppid()).distinct()
        return found.count()

    def rows(self, sql):
        return [tuple(row) for row in self.session.sql(sql).collect()]

    def close(self):
        self.session.stop()


def statements(script):
    """The statements of a script. No text in it has a semicolon at the end of a line."""
    lines = [line for line in script.splitlines() if not line.startswith("--")]
    return [each.strip() for each in "\n".join(lines).split(";\n") if each.strip(" ;\n")]
