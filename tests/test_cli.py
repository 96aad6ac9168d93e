"""The command line keeps its contracts: data to stdout, words to stderr, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from amendments.word import read as read_word

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"


@pytest.fixture
def run(tmp_path):
    def run(*arguments, expect=0):
        code = "from amendments.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", code, *map(str, arguments)],
            capture_output=True,
            text=True,
            check=False,
            env={"AMENDMENTS_HOME": str(tmp_path / "home"), "PATH": "/usr/bin:/bin"},
        )
        assert done.returncode == expect, done.stderr
        assert "Traceback" not in done.stderr
        return done

    return run


def lines(done):
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_outline_prints_one_object_a_file(run):
    first, second = lines(run("outline", "--json", WSIS / "draft-1.docx", WSIS / "draft-2.docx"))
    assert {"file", "title", "language", "notices", "clauses"} == set(first)
    assert [c["number"] for c in second["clauses"]] == list(range(len(second["clauses"])))
    keys = {"number", "kind", "part", "heading", "label", "level", "address", "text"}
    assert keys == set(first["clauses"][0])


def test_compare_puts_every_clause_in_exactly_one_change(run):
    (told,) = lines(run("compare", "--json", WSIS / "draft-1.docx", WSIS / "draft-2.docx"))
    for side in ("old", "new"):
        numbers = sorted(n for change in told["changes"] for n in change[side])
        assert numbers == [c["number"] for c in told[side]["clauses"]]


THREE = WSIS / "draft-1.docx", WSIS / "brazil-1.docx", WSIS / "draft-2.docx"


def test_compare_lays_two_files_on_a_third(run):
    (told,) = lines(run("compare", "--json", *THREE))
    assert [side["file"] for side in told["sides"]] == [str(THREE[1]), str(THREE[2])]
    numbers = sorted(n for row in told["rows"] for n in row["base"])
    assert numbers == [c["number"] for c in told["base"]["clauses"]]
    keys = {"verdict", "base", "fates", "touched_by", "pieces", "result"}
    assert all(set(row) == keys for row in told["rows"])
    assert {row["verdict"] for row in told["rows"]} == {
        "untouched", "one", "same", "compose", "conflict",
    }  # fmt: skip


def test_compare_of_three_says_who_did_what(run):
    told = run("compare", *THREE).stdout
    assert "compose considering a) (A modified, B modified)\n" in told
    assert "a [A-pivotal-]{A+leading+} role in providing a global{AB+ and development" in told
    assert "\n    = that ITU has a leading role in providing a global and development" in told
    assert "conflict instructs the Secretary General 1 (A modified, B modified)\n" in told


def test_redline_writes_a_word_file_and_says_so_on_stderr(run, tmp_path):
    out = tmp_path / "redline.docx"
    files = WSIS / "draft-1.docx", WSIS / "draft-2.docx"
    done = run("redline", *files, "--author", "Brazil", "--output", out)
    assert out.read_bytes().startswith(b"PK")
    assert done.stdout == ""


def test_ingest_search_and_proposals_speak_json(run):
    ingest = ("ingest", "--json", "--resolution", "wsis")
    (first,) = lines(run(*ingest, WSIS / "draft-1.docx"))
    assert (first["draft"], first["new"]) == ("draft-1", True)
    (second,) = lines(run(*ingest, WSIS / "brazil-1.docx", "--by", "Brazil"))
    assert second["proposals"] > 0
    asked = lines(run("proposals", "wsis", "--json", "--state", "BRA"))
    assert len(asked) == second["proposals"]
    found = lines(run("search", "--json", "roadmap"))
    assert {
        "resolution",
        "draft",
        "clause",
        "address",
        "states",
        "change",
        "date",
        "snippet",
        "score",
        "url",
    } == set(found[0])
    for kind, count in (("names", 1), ("weaker", 0)):
        assert len(lines(run("search", "--json", "--edit", kind, "roadmap"))) == count


def test_a_refusal_is_one_sentence_and_exit_code_1(run, tmp_path):
    file = tmp_path / "notes.docx"
    file.write_bytes(b"just text")
    done = run("outline", file, expect=1)
    assert done.stderr.startswith("amendments: ")
    assert done.stdout == ""


def test_wrong_usage_is_exit_code_2(run):
    run("compare", "one.docx", expect=2)


def test_a_wrong_setting_is_told_with_the_settings_there_are(tmp_path):
    from amendments.errors import SettingsRefused
    from amendments.settings import from_environment

    with pytest.raises(
        SettingsRefused, match=r"AMENDMENTS_HOM .*AMENDMENTS_READ_SECONDS"
    ) as refused:
        from_environment({"AMENDMENTS_HOM": "x", "AMENDMENTS_READ_SECONDS": "soon"})
    assert "whole number" in str(refused.value)


def test_the_corpus_can_be_loaded_twice(run):
    run("demo", "--no-serve")
    run("demo", "--no-serve")
    run("doctor")


def test_states_are_named_by_code_or_name_and_unknown_ones_refused(run):
    run("ingest", "--resolution", "wsis", WSIS / "draft-1.docx")
    run("ingest", "--resolution", "wsis", WSIS / "brazil-1.docx", "--by", "Brazil")
    by_name = run("proposals", "wsis", "--json", "--state", "Brazil").stdout
    assert by_name == run("proposals", "wsis", "--json", "--state", "BRA").stdout != ""
    assert lines(run("search", "--json", "--state", "Brazil", "leading"))
    assert "Atlantis" in run("proposals", "wsis", "--state", "Atlantis", expect=1).stderr


def test_the_compilation_table_is_written_in_the_format_of_its_name(run, tmp_path):
    run("ingest", "--resolution", "wsis", WSIS / "draft-1.docx")
    run("ingest", "--resolution", "wsis", WSIS / "brazil-1.docx", "--by", "Brazil")
    for kind, start in (("docx", b"PK"), ("xlsx", b"PK"), ("csv", b"\xef\xbb\xbfclause")):
        run("table", "wsis", "--output", tmp_path / f"table.{kind}")
        assert (tmp_path / f"table.{kind}").read_bytes().startswith(start)
    assert "docx, xlsx, csv" in run("table", "wsis", "--output", "x.pdf", expect=1).stderr


def test_kept_files_are_read_again_with_what_stands_on_them(run):
    run("ingest", "--resolution", "wsis", WSIS / "draft-1.docx")
    run("ingest", "--resolution", "wsis", WSIS / "brazil-1.docx", "--by", "Brazil")
    before = run("proposals", "wsis", "--json").stdout
    assert run("read-again", "wsis", "draft-1").stdout == "wsis/draft-1\nwsis/bra-1\n"
    assert run("proposals", "wsis", "--json").stdout == before
    assert "Choose one" in run("read-again", "wsis", "none", expect=1).stderr


def test_a_draft_is_written_with_the_proposals_on_it(run, tmp_path):
    run("ingest", "--resolution", "wsis", WSIS / "draft-1.docx")
    run("ingest", "--resolution", "wsis", WSIS / "brazil-1.docx")
    done = run("marked", "wsis", "draft-1", "--output", tmp_path / "marked.docx")
    assert "Written" in done.stderr
    marks = read_word((tmp_path / "marked.docx").read_bytes()).marks
    assert {mark.author for mark in marks} == {"Brazil"}


def test_help_shows_every_command_with_an_example(run):
    assert "amendments search roadmap\n" in run("--help").stdout
    for command in ("outline", "compare", "redline", "ingest", "search", "proposals", "table"):
        assert f"Example: amendments {command}" in run(command, "--help").stdout
