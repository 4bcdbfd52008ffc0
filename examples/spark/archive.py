"""Analyses an archive with Apache Spark: the same program as everywhere, under Spark's pipe().

    python3 archive.py --program mawqif --archive FOLDER --out FOLDER [--dispute FILE] [--master MASTER]

Every *.jsonl of the archive is a partition: lines as `mawqif analyze --stream` reads them. Of each, three
tables of Parquet are written: `claims`, `contests` and `errors`, in folders named `part=NAME`, which Spark
reads as one table with a column `part`. A partition is done when its last table is; run again, this goes
on with those that are not. README.md beside this file says more.
"""

import argparse
import hashlib
import pathlib
import shlex
import subprocess
import sys

from pyspark import StorageLevel
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

# As docs/format.md has it, without the entities: ids become text, whatever they are.
ANSWER = """
    id string, source string, date string, engine string, lexicon string, line bigint, error string,
    claims array<struct<id: string, start: int, end: int, text: string, side: string, speaker: string,
        cue: string, form: string, act: string, issue: string, via: string>>,
    contests array<struct<issue: string, question: string, positions: map<string, array<string>>>>
"""
# Written in this order; the last one says that the partition is done.
TABLES = ("claims", "contests", "errors")
# Spark puts this into the folder of a table when all of it is there.
WHOLE = "_SUCCESS"
# Bytes a task: a lost task costs no more than some seconds of work.
TASK = 16 << 20


def main():
    options = arguments()
    parts = {file.stem: file for file in sorted(options.archive.glob("*.jsonl"))}
    if not parts:
        sys.exit(f"{options.archive}: no .jsonl file in it")
    one_engine(options)
    spark = session(options.master)
    for name, file in parts.items():
        if (folder(options.out, TABLES[-1], name) / WHOLE).exists():
            print(f"{name}: done before", flush=True)
        else:
            analyse(spark, options, name, file)
            print(f"{name}: done", flush=True)
    spark.stop()


def arguments():
    parser = argparse.ArgumentParser(description="Analyses an archive with Apache Spark.")
    parser.add_argument("--program", required=True, help="the program mawqif")
    parser.add_argument("--archive", required=True, type=pathlib.Path, help="a folder of .jsonl files")
    parser.add_argument("--out", required=True, type=pathlib.Path, help="where the tables go")
    parser.add_argument("--dispute", help="a dispute file")
    parser.add_argument("--master", default="local[*,4]", help="where Spark runs; here, each task up to 4 times")
    return parser.parse_args()


def one_engine(options):
    """Ends where the folder holds what another engine, lexicon or dispute made."""
    version = subprocess.run([options.program, "--version"], check=True, capture_output=True, text=True)
    dispute = pathlib.Path(options.dispute).read_bytes() if options.dispute else b""
    own = f"{version.stdout.strip()}, dispute {hashlib.sha256(dispute).hexdigest()[:12]}\n"
    file = options.out / "_made_by"
    options.out.mkdir(parents=True, exist_ok=True)
    if not file.exists():
        file.write_text(own)
    elif file.read_text() != own:
        sys.exit(f"{options.out} was made by {file.read_text().strip()}; this is {own.strip()}: take another folder")


def session(master):
    builder = SparkSession.builder.appName("mawqif").master(master)
    builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
    if master.startswith("local"):
        # Nothing of this machine's own run is for other machines.
        builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    spark = builder.getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    return spark


def analyse(spark, options, name, file):
    """Writes the three tables of one partition, each whole or not at all."""
    tasks = max(spark.sparkContext.defaultParallelism, file.stat().st_size // TASK)
    lines = spark.sparkContext.textFile(str(file), int(tasks))
    answers = lines.pipe(command(options), checkCode=True).map(lambda line: (line,))
    parsed = spark.createDataFrame(answers, "answer string").select(F.from_json("answer", ANSWER).alias("a"))
    # On disk, since memory is for the tasks; without it each table would be analysed anew.
    parsed = parsed.select("a.*").persist(StorageLevel.DISK_ONLY)
    article = ("id", "source", "date", "engine", "lexicon")
    claim = F.explode("claims").alias("c")
    contest = F.explode("contests").alias("c")
    tables = {
        "claims": parsed.select(*article, claim).select(*article, F.col("c.id").alias("claim"), *CLAIM),
        "contests": parsed.select(*article, contest).select(*article, "c.issue", "c.question", "c.positions"),
        # The line's number is that within its task, and says little: the id has to do.
        "errors": parsed.where("error is not null").select("id", "error", "engine", "lexicon"),
    }
    for table in TABLES:
        tables[table].write.mode("overwrite").parquet(str(folder(options.out, table, name)))
    parsed.unpersist()


CLAIM = ("c.start", "c.end", "c.text", "c.side", "c.speaker", "c.cue", "c.form", "c.act", "c.issue", "c.via")


def command(options):
    """The stream as Spark starts it, one thread a task; lines with an error are no failure of the task."""
    stream = [options.program, "analyze", "--stream", "--threads", "1"]
    stream += ["--dispute", options.dispute] if options.dispute else []
    return shlex.join(["sh", "-c", f"{shlex.join(stream)}; test $? -le 1"])


def folder(out, table, name):
    return out / table / f"part={name}"


if __name__ == "__main__":
    main()
