"""Reads files of every format back as the tools' own readers do.

    MAWQIF_OUT=FOLDER cargo test --test exchange_formats fuzzed
    python3 tests/support/read_back.py FOLDER

Needs the package dkpro-cassis (UIMA CAS JSON); the other formats are read with what Python has. Every place
must be the same words in all of them.
"""

import csv
import glob
import io
import json
import re
import sys

from cassis import load_cas_from_json

LAYERS = (
    "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity",
    "webanno.custom.Claim",
    "webanno.custom.Remark",
)


def text_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return file.read()


def check_brat(base, text):
    for line in text_of(base + ".ann").split("\n"):
        if line.startswith("T"):
            _, what, words = line.split("\t")
            parts = [part.split() for part in what.split(" ", 1)[1].split(";")]
            assert " ".join(text[int(start) : int(end)] for start, end in parts) == words, line
        elif line:
            assert re.fullmatch(r"#\d+\t\S+ T\d+\t.*|R\d+\t\w+ Arg1:T\d+ Arg2:T\d+", line), line


def main(folder):
    annotations = 0
    for path in sorted(glob.glob(folder + "/*.cas.json")):
        base = path.removesuffix(".cas.json")
        with open(path, "rb") as file:
            cas = load_cas_from_json(file)
        line = json.loads(text_of(base + ".jsonl"))
        assert cas.sofa_string == line["text"] == text_of(base + ".txt"), base
        found = sorted((fs.begin, fs.end) for layer in LAYERS for fs in cas.select(layer))
        assert found == sorted((start, end) for start, end, _ in line["label"]), base
        annotations += len(found)
        check_brat(base, line["text"])
        for region in json.loads(text_of(base + ".label-studio.json"))[0]["annotations"][0]["result"]:
            if region["type"] == "labels":
                value = region["value"]
                assert line["text"][value["start"] : value["end"]] == value["text"], base
        table = text_of(base + ".csv").removeprefix("\ufeff")
        assert len({len(row) for row in csv.reader(io.StringIO(table, newline=""))}) == 1, base
        for ending in (".hypothesis.json", ".claimreview.json"):
            json.loads(text_of(base + ending))
    assert annotations > 0, "no files in " + folder
    print(annotations, "annotations read back")


main(sys.argv[1])
