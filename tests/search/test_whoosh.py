"""What a folder shared by many processes must stand: other readers, killed writers, lost files."""

import multiprocessing
import os
import signal
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from search_records import record

from amendments.errors import RequestRefused
from amendments.search import Criteria, WhooshIndex
from amendments.search import whoosh_engine as engine


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "index"


def filled(folder, words="roadmap", mark="1", many=20):
    index = WhooshIndex(folder)
    index.rebuild([record(f"{n:03}", text=words) for n in range(many)], mark)
    return index


def total(index, words="roadmap"):
    return index.search(Criteria(words=words)).total


def test_what_is_kept_already_is_not_written_again(folder):
    index = filled(folder, many=20)
    records = [record(f"{n:03}", text="roadmap") for n in range(20)]
    index.put([*records[1:], record("000", text="plan")], mark="2")
    with index._reading() as reader:
        # 20 records and the mark; the changed record and the mark before are still there, struck.
        assert (reader.doc_count(), reader.doc_count_all()) == (21, 23)
    index.put(records, mark="3")
    assert (total(index), total(index, "plan"), index.mark()) == (20, 0, "3")


def read_until_told(folder, started, stop, answers):
    """Search as fast as one can; every state seen must be one that was committed whole."""
    index = WhooshIndex(folder)
    seen, reads = set(), 0
    while not stop.is_set():
        found = index.search(Criteria(words="roadmap"))
        seen.add((found.total, *(notice.code for notice in found.notices)))
        reads += 1
        started.set()
    answers.put((seen, reads))


def test_a_second_process_searches_while_a_writer_commits_and_rebuilds(folder):
    writer = filled(folder, many=20)
    context = multiprocessing.get_context("spawn")
    started, stop, answers = context.Event(), context.Event(), context.Queue()
    other = context.Process(target=read_until_told, args=(folder, started, stop, answers))
    other.start()
    assert started.wait(30)
    for times in range(1, 9):
        writer.put([record(f"n{times}-{n}", text="roadmap") for n in range(10)], mark="2")
    writer.rebuild([record(f"{n}", text="roadmap") for n in range(5)], "3")
    writer.rebuild([record(f"{n}", text="roadmap") for n in range(7)], "4")
    stop.set()
    seen, reads = answers.get(timeout=30)
    other.join(30)
    assert other.exitcode == 0
    assert seen <= {(20 + 10 * n,) for n in range(9)} | {(5,), (7,)}
    assert reads > 0


KILLED = """
import os, sys
from pathlib import Path
from search_records import record
from amendments.search import WhooshIndex, whoosh_engine
folder, moment = Path(sys.argv[1]), sys.argv[2]
index = WhooshIndex(folder)
def records():
    for n in range(30):
        yield record(f"{n:03}", text="schedule")
if moment == "adding":
    added = whoosh_engine._write_mark
    whoosh_engine._write_mark = lambda *a: os.kill(os.getpid(), 9)
if moment == "committing":
    from whoosh.index import TOC
    TOC.write = lambda *a: os.kill(os.getpid(), 9)
if moment == "switching":
    WhooshIndex._switch_to = lambda *a: os.kill(os.getpid(), 9)
    index.rebuild(records(), "2")
index.put(records(), mark="2")
"""


@pytest.mark.parametrize("moment", ["adding", "committing", "switching"])
def test_a_killed_writer_leaves_the_last_good_state(folder, moment):
    index = filled(folder, many=20)
    paths = os.pathsep.join([str(Path(__file__).parent), str(Path.cwd())])
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", KILLED, str(folder), moment],
        env=os.environ | {"PYTHONPATH": paths}, timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL
    assert (index.mark(), total(index), total(index, "schedule")) == ("1", 20, 0)
    index.put([record("000", text="schedule")], mark="3")
    assert (index.mark(), total(index), total(index, "schedule")) == ("3", 19, 1)


def test_records_that_fail_on_the_way_change_nothing(folder):
    index = filled(folder)

    def failing():
        yield record("new", text="roadmap")
        raise RuntimeError("the store went away")

    with pytest.raises(RuntimeError):
        index.put(failing(), mark="2")
    with pytest.raises(RuntimeError):
        index.rebuild(failing(), "2")
    assert (index.mark(), total(index)) == ("1", 20)
    index.put([record("new", text="roadmap")], mark="2")
    assert (index.mark(), total(index)) == ("2", 21)


def damage_pointer(folder):
    (folder / engine.POINTER).write_bytes(b"\xff\xfe")


def damage_layout(folder):
    (folder / engine.POINTER).write_text("v0-older", encoding="utf-8")


def remove_all(folder):
    for path in list(folder.glob("v*/*")):
        path.unlink()


def empty_files(folder):
    for path in list(folder.glob("v*/*")):
        path.write_bytes(b"")


def halve_files(folder):
    for path in list(folder.glob("v*/*")):
        content = path.read_bytes()
        path.write_bytes(content[: len(content) // 2])


def scramble_segments(folder):
    for path in list(folder.glob("v*/*.seg")):
        path.write_bytes(bytes(b ^ 0x55 for b in path.read_bytes()))


DAMAGES = [damage_pointer, damage_layout, remove_all, empty_files, halve_files, scramble_segments]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_is_empty_and_can_be_made_anew(folder, damage):
    filled(folder)
    damage(folder)
    index = WhooshIndex(folder)
    found = index.search(Criteria(words="roadmap"))
    assert (found.total, [notice.code for notice in found.notices]) == (0, ["index-absent"])
    assert index.mark() == ""
    index.put([record("first", text="roadmap")], mark="2")
    assert (index.mark(), total(index)) == ("2", 1)
    damage(folder)
    index.rebuild([record("first", text="roadmap")], "3")
    assert (index.mark(), total(index)) == ("3", 1)


def test_an_absent_index_is_not_made_by_looking(folder):
    index = WhooshIndex(folder)
    assert (index.mark(), total(index)) == ("", 0)
    index.remove(("wsis", "draft-1"))
    assert WhooshIndex(folder).mark() == ""
    assert not list(folder.glob("v*"))


def test_a_second_writer_waits_and_then_is_told_to_try_again(folder):
    filled(folder)
    hasty = WhooshIndex(folder, patience=0.1)
    with WhooshIndex(folder)._alone(), pytest.raises(RequestRefused, match="Try again"):
        hasty.put([record("late", text="roadmap")], mark="2")
    hasty.put([record("late", text="roadmap")], mark="2")
    assert (hasty.mark(), total(hasty)) == ("2", 21)


def test_a_rebuild_keeps_the_folder_before_it_and_no_older_one(folder):
    index = filled(folder)
    for number in range(3):
        before = index._current()
        index.rebuild([record("1", text="roadmap")], str(number))
        assert {path.name for path in folder.glob("v*")} == {before, index._current()}


def test_a_reader_goes_on_with_what_it_began_with(folder):
    index = filled(folder)
    with index._reading() as reader:
        index.rebuild([], "2")
        index.put([record("1", text="roadmap")], mark="3")
        assert reader.doc_count() == 21
    assert total(index) == 1


def test_the_engine_warns_nobody():
    code = "import amendments.search"
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert WhooshIndex
    assert not heard
