"""Reads files of every format back as the tools' own readers do.

    MAWQIF_OUT=FOLDER cargo test --test exchange_formats fuzzed
    python3 tests/support/read_back.py FOLDER

Needs dkpro-cassis (UIMA CAS JSON), and reads more with pybrat (brat), label-studio-sdk (Label Studio's own
converter) and hyputils (rows of Hypothesis) where they are installed. ClaimReview is checked by the types of
schema-dts, Google's of schema.org, where MAWQIF_NODE names a folder in which it and typescript are installed by
npm. The other formats are read with what Python has: doccano has no reader of its own that runs on a Python of
today. Every place must be the same words in all of them.
"""

import csv
import glob
import io
import json
import os
import re
import subprocess
import sys
import tempfile

from cassis import load_cas_from_json

try:
    from pybrat.parser import BratParser
except ImportError:
    BratParser = None
try:
    from hyputils.hypothesis import HypothesisAnnotation
except ImportError:
    HypothesisAnnotation = None
try:
    from label_studio_sdk.converter import Converter
except ImportError:
    Converter = None

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


def read_by_pybrat(folder):
    """Every text-bound annotation and every relation is there for the parser. It reads a whole folder, and only
    complains of places that two annotations share, which brat itself allows."""
    read = 0
    for example in BratParser(error="ignore").parse(folder):
        lines = text_of(f"{folder}/{example.id}.ann").split("\n")
        of = lambda kind: [line for line in lines if line.startswith(kind)]
        assert len(example.entities) == len(of("T")) and len(example.relations) == len(of("R")), example.id
        for entity in example.entities:
            words = " ".join(example.text[span.start : span.end] for span in entity.spans)
            # It takes the spaces off the end of each line.
            assert words.rstrip() == entity.mention, (example.id, entity)
        read += len(example.entities)
    return read


VIEW = """<View><Labels name="label" toName="text">{}</Labels><Text name="text" value="$text"/></View>"""


def read_by_label_studio(path):
    """What Label Studio's converter makes of a task: each region with its place and label."""
    task = json.loads(text_of(path))[0]
    regions = [region for region in task["annotations"][0]["result"] if region["type"] == "labels"]
    if not regions:
        return 0
    of = lambda value: (value["start"], value["end"], value["labels"])
    names = {label for region in regions for label in region["value"]["labels"]}
    labels = "".join(f'<Label value="{name}"/>' for name in sorted(names) if not set(name) & set('<>&"'))
    with tempfile.TemporaryDirectory() as out:
        # Its server gives each task and annotation a number when it takes the file in.
        task["annotations"][0]["id"] = task["id"] = 1
        with open(out + "/task.json", "w", encoding="utf-8") as file:
            json.dump([task], file)
        converter = Converter(VIEW.format(labels), out, download_resources=False)
        converter.convert_to_json_min(out + "/task.json", out, is_dir=False)
        made = json.loads(text_of(out + "/result.json"))
    assert sorted(map(of, made[0]["label"])) == sorted(of(region["value"]) for region in regions), path
    return len(regions)


def read_by_hyputils(path):
    """Every annotation says to the reader of another program what it says in the file."""
    rows = json.loads(text_of(path))["annotations"]
    for row in rows:
        read = HypothesisAnnotation(row)
        selector = row["target"][0]["selector"][0]
        assert (read.exact, read.prefix, read.suffix) == tuple(selector[key] for key in ("exact", "prefix", "suffix"))
        assert (read.text, read.tags) == (row["text"], [tag.strip() for tag in row["tags"]]), path
        assert read.is_annotation() and not read.is_page_note(), path
    return len(rows)


def check_claim_reviews(folder, node):
    """Every graph of reviews is what the types of schema.org allow: no other field, no other kind of value."""
    graphs = [json.loads(text_of(path)) for path in sorted(glob.glob(folder + "/*.claimreview.json"))]
    file = node + "/claim_reviews.ts"
    with open(file, "w", encoding="utf-8") as checked:
        checked.write("import type { Graph } from 'schema-dts';\n")
        checked.writelines(f"export const graph{n}: Graph = {json.dumps(graph)};\n" for n, graph in enumerate(graphs))
    options = ["--noEmit", "--strict", "--module", "esnext", "--moduleResolution", "bundler"]
    subprocess.run(["node_modules/.bin/tsc", *options, "claim_reviews.ts"], cwd=node, check=True)
    return sum(len(graph["@graph"]) for graph in graphs)


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
    print(annotations, "annotations read back; by dkpro-cassis and Python")
    print(read_by_pybrat(folder) if BratParser else "none:", "by pybrat")
    tasks = glob.glob(folder + "/*.label-studio.json")
    print(sum(map(read_by_label_studio, tasks)) if Converter else "none:", "by label-studio-sdk")
    exported = glob.glob(folder + "/*.hypothesis.json")
    print(sum(map(read_by_hyputils, exported)) if HypothesisAnnotation else "none:", "by hyputils")
    node = os.environ.get("MAWQIF_NODE")
    print(check_claim_reviews(folder, node) if node else "none:", "reviews by schema-dts")


main(sys.argv[1])
