"""The figures of gongbao-evaluate against those of score.py: compare_scores.py EVALUATE EXTRACT SCORE_PY FOLDER...

score.py is what the annotators use; it is not part of this tree. Both measure gongbao-extract's output, and copies of
it that were damaged in every way the format allows. Exit status 77: there is nothing to compare with.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SKIPPED = 77
FIGURES = ["record", "quantity", "bound", "role", "indicator", "pair", "section", "item", "meta"]


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))[:200]}: exit status {done.returncode}")
    return done.stdout


def rows_of_score(text):
    """{name: figures} of score.py's lines `NAME  record 96.4  quantity 99.8 ...`."""
    rows = {}
    for line in text.splitlines():
        words = line.split()
        at = words.index("record")
        rows[" ".join(words[:at]).lower()] = words[at + 1::2]
    return rows


def rows_of_evaluate(text):
    rows = {}
    for line in text.splitlines()[1:]:
        words = line.split()
        if words:
            rows[" ".join(words[:-len(FIGURES)])] = words[-len(FIGURES):]
    return rows


def damage(document, rng):
    """A document as a poor extractor would give it."""
    records, items, sections = document["records"], document["items"], document["sections"]
    for record in records:
        chance = rng.random()
        if chance < 0.05:
            record["unit"] = None if chance < 0.02 else "人"
        elif chance < 0.1:
            record["value"] = rng.choice([None, record["value"] * 10, record["value"] * (1 + 1e-10)])
        elif chance < 0.15:
            record["high"] = record["value"] + 1
        elif chance < 0.2:
            record["bound"] = rng.choice(["exact", "approx", "at_least"])
        elif chance < 0.3:
            record["role"] = rng.choice(["target", "achievement", "context"])
        elif chance < 0.5:
            record["indicator"] = rng.choice([None, "", "新 增", record["indicator"][::-1], record["indicator"] * 2])
        elif chance < 0.55:
            record["span"] = list(rng.choice(records)["span"])
        elif chance < 0.57:
            record["span"] = [record["span"][0]] * 2
    for item in items:
        chance = rng.random()
        if chance < 0.1:
            item["label"] = rng.choice([None, "", "１"])
        elif chance < 0.2:
            item["section"] = rng.choice([None] + [s["id"] for s in sections])
        elif chance < 0.3:
            item["span"] = list(rng.choice(items)["span"])
    for section in sections:
        if rng.random() < 0.2:
            section.update(rng.choice([{"label": None}, {"label": ""}, {"title": section["title"][::-1]}]))
    if records:
        for _ in range(rng.randrange(6)):
            document["pairs"].append({"target": rng.randrange(len(records)), "achievement": rng.randrange(len(records))})
    rng.shuffle(document["pairs"])
    for key in ("title", "published", "period", "records", "pairs", "items"):
        if rng.random() < 0.05:
            document.pop(key, None)
            if key == "records":
                document.pop("pairs", None)
    if rng.random() < 0.3:
        move_text(document, rng)
    elif rng.random() < 0.5:
        del document["text"]
    if rng.random() < 0.03:
        return {"schema": "gongbao/1", "source": document["source"], "error": {"code": "not-text", "message": "no"}}
    return document


def move_text(document, rng):
    """Cut pieces out of the text and put others in, as a page's text differs from the annotated one."""
    text = document["text"]
    edits = sorted((rng.randrange(len(text)), rng.randrange(4), rng.choice(["", " ", "\n", "新增", "1"])) for _ in range(8))
    moved, place, last = "", {}, 0
    for i, ch in enumerate(text):
        place[i] = len(moved)
        while edits and edits[0][0] <= i:
            _, cut, put = edits.pop(0)
            last = i + cut
            moved += put
        if i >= last:
            moved += ch
    place[len(text)] = len(moved)
    offset = {}
    at = 0
    for i, ch in enumerate(text):
        offset[at] = i
        at += len(ch.encode("utf-8"))
    offset[at] = len(text)
    document["text"] = moved
    for thing in document.get("records", []) + document.get("items", []) + document["sections"]:
        thing["span"] = [len(moved[:place[offset[byte]]].encode("utf-8")) for byte in thing["span"]]


def compare(name, evaluate, score, folder, lines):
    """The two on one output; the differing rows."""
    with tempfile.TemporaryDirectory() as temporary:
        output = pathlib.Path(temporary) / "output.jsonl"
        output.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        show = f"sh -c 'cat \"{output}\"' --"
        wanted = rows_of_score(run(sys.executable, score, "--run", show, folder))
        got = rows_of_evaluate(run(evaluate, "--output", output, folder))
        wanted_total = json.loads(run(sys.executable, score, "--json", "--run", show, folder))
        got_total = json.loads(run(evaluate, "--json", "--output", output, folder))
    wrong = [f"{name} {row}: {got.get(row)}, not {figures}" for row, figures in wanted.items() if got.get(row) != figures]
    wrong += [f"{name} {key}: {got_total[key]}, not {wanted_total[key]}" for key in FIGURES if got_total[key] != wanted_total[key]]
    print(f"{name}: {len(wanted)} rows, record F {wanted_total['record']}, {len(wrong)} differ")
    return wrong


def main():
    evaluate, extract, score, *folders = sys.argv[1:]
    if not pathlib.Path(score).exists():
        print(f"no {score}")
        sys.exit(SKIPPED)
    wrong = []
    for folder in map(pathlib.Path, folders):
        if not folder.is_dir():
            continue
        texts = sorted(gold.with_name(gold.name.replace(".gold.json", ".txt")) for gold in folder.glob("*.gold.json"))
        texts = sorted(texts, key=lambda path: path.name.replace(".txt", ".gold.json"))
        output = run(extract, "--format", "jsonl", "--with-text", *texts)
        for seed in range(4):
            lines = [json.loads(line) for line in output.splitlines()]
            rng = random.Random(seed)
            lines = [damage(line, rng) for line in lines] if seed else lines
            wrong += compare(f"{folder.name} #{seed}", evaluate, score, folder, lines)
        own = rows_of_evaluate(run(evaluate, folder))
        lines = [json.loads(line) for line in output.splitlines()]
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            file.write("".join(json.dumps(line) + "\n" for line in lines))
            file.flush()
            if own != rows_of_evaluate(run(evaluate, "--output", file.name, folder)):
                wrong.append(f"{folder.name}: other figures without --output")
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
