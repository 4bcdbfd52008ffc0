"""Shows that archive.py gives the answers of the stream, also where tasks and the whole run are killed.

    python3 test.py --program mawqif --archive FILE

The archive is cut into partitions. The first task's program kills itself once; the first run is killed as
soon as a partition is done. The second run has to leave that partition as it is and to do the others; the
tables then have to hold what `mawqif analyze --stream` answers to all lines.
"""

import argparse
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PARTS = 3
# Longer than the first partition takes on a busy machine.
PATIENCE = 300
BAD = ['{"id":"bad","text":5}', '{"id":"worse","text":"x","date":"yesterday"}']


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        lines = options.archive.read_text(encoding="utf-8").splitlines()
        lines = lines[:10] + BAD[:1] + lines[10:] + BAD[1:]
        (work / "archive").mkdir()
        for part in range(PARTS):
            text = "".join(line + "\n" for line in lines[part::PARTS])
            (work / "archive" / f"{part}.jsonl").write_text(text, encoding="utf-8")
        program = killed_once(options.program, work)
        before = killed_run(program, work)
        told = subprocess.run(run(program, work), check=True, capture_output=True, text=True).stdout
        assert "0: done before" in told and "1: done\n" in told and "2: done\n" in told, told
        assert (work / "killed").exists(), "no task was killed"
        for file, written in before.items():
            assert file.stat().st_mtime_ns == written, f"{file} was written again"
        compare(work, answers(options.program, lines))
        other_engine(work)
    print("archive.py gives the answers of the stream, after a killed task and a killed run too")


def arguments():
    parser = argparse.ArgumentParser(description="Tests archive.py.")
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--archive", required=True, type=pathlib.Path)
    return parser.parse_args()


def killed_once(program, work):
    """The program, but the first that analyses is killed as the kernel kills where memory ends."""
    script = work / "mawqif"
    script.write_text(
        f'#!/bin/sh\nif [ "$1" = analyze ] && mkdir "{work}/killed" 2>/dev/null; then kill -9 $$; fi\n'
        f'exec "{program.resolve()}" "$@"\n'
    )
    script.chmod(0o755)
    return script


def run(program, work):
    options = ["--program", str(program), "--archive", str(work / "archive"), "--out", str(work / "out")]
    return [sys.executable, str(HERE / "archive.py"), *options]


def killed_run(program, work):
    """Kills a run, with all that it started, when one partition is done; the files of that partition."""
    done = work / "out" / "errors" / "part=0" / "_SUCCESS"
    process = subprocess.Popen(run(program, work), start_new_session=True, stderr=subprocess.PIPE, text=True)
    began = time.monotonic()
    while not done.exists():
        assert process.poll() is None, process.stderr.read()
        assert time.monotonic() - began < PATIENCE, "no partition is done"
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert not (work / "out" / "errors" / "part=2" / "_SUCCESS").exists(), "the run ended before it was killed"
    files = [file for table in ("claims", "contests") for file in (work / "out" / table / "part=0").iterdir()]
    return {file: file.stat().st_mtime_ns for file in files}


def answers(program, lines):
    """What the stream says to all lines."""
    text = "".join(line + "\n" for line in lines).encode()
    stream = subprocess.run([program, "analyze", "--stream"], input=text, capture_output=True)
    assert stream.returncode == 1, "there are two lines with an error"
    return [json.loads(line) for line in stream.stdout.splitlines()]


def compare(work, answers):
    from pyspark.sql import SparkSession

    quiet = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    spark = quiet.config("spark.ui.showConsoleProgress", "false").getOrCreate()
    for table, expected in (("claims", claims(answers)), ("contests", contests(answers)), ("errors", errors(answers))):
        found = [row.asDict() for row in spark.read.parquet(str(work / "out" / table)).drop("part").collect()]
        found, expected = (sorted(json.dumps(row, sort_keys=True) for row in rows) for rows in (found, expected))
        assert expected, f"nothing to compare in {table}"
        assert found == expected, f"{table}: {len(found)} rows, the stream has {len(expected)}"
        print(f"{table}: {len(found)} rows as in the stream")
    spark.stop()


def article(answer):
    return {name: answer.get(name) for name in ("id", "source", "date", "engine", "lexicon")}


def claims(answers):
    names = ("start", "end", "text", "side", "speaker", "cue", "form", "act", "issue", "via")
    for answer in answers:
        for claim in answer.get("claims", []):
            yield article(answer) | {"claim": claim["id"]} | {name: claim.get(name) for name in names}


def contests(answers):
    for answer in answers:
        for contest in answer.get("contests", []):
            yield article(answer) | contest


def errors(answers):
    for answer in answers:
        if "error" in answer:
            yield {name: answer[name] for name in ("id", "error", "engine", "lexicon")}


def other_engine(work):
    """What another engine made is not mixed with this one's."""
    other = work / "other"
    other.write_text("#!/bin/sh\necho mawqif 0.0.0\n")
    other.chmod(0o755)
    ended = subprocess.run(run(other, work), capture_output=True, text=True)
    assert ended.returncode == 1 and "take another folder" in ended.stderr, ended.stderr


if __name__ == "__main__":
    main()
