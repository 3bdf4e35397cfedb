"""Spreads work over the cores of this computer. What comes out is the same, in the same order, on any number of them."""

import gc
import multiprocessing
import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TypeAlias, TypeVar

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

PORTION = 8
"""How many items a worker hands over at once."""
WORTH_IT = 24
"""From how many items on a second core gains more than it costs to start."""


class WorkStoppedError(Exception):
    """A worker ended before its work was done: nothing that is known so far can be relied on."""

    def __init__(self) -> None:
        super().__init__(
            "A part of the check stopped before its end, perhaps for want of memory. What it would have found is not "
            "known, so nothing is told. Run it again; if it stops again, report it with the lines printed above."
        )


def cores() -> int:
    """How many cores this process may use."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def each(do: Callable[[T], R], items: Sequence[T], workers: int) -> Iterator[R]:
    """What ``do`` makes of each item, in the order of the items; worked out by so many processes.

    Every worker has its portions from the start, takes them in turn with the others, and waits for nobody but the reader.

    Raises:
        WorkStoppedError: a worker ended too early.

    """
    portions = [items[start : start + PORTION] for start in range(0, len(items), PORTION)]
    if min(workers, len(portions)) < 2 or len(items) < WORTH_IT:  # noqa: PLR2004 - one worker is no help
        yield from map(do, items)
        return
    yield from _received_from(_started(do, portions, workers), len(portions))


def ahead(do: Callable[[T], R], items: Sequence[T], workers: int) -> Iterator[R]:
    """The same, begun at once and not when somebody first asks, so that this process can do something else meanwhile.

    It is for work that takes long and gives little: a worker keeps what it has made and hands it over at the end. Where a
    worker does not begin with all that this process has in hand, the work is done here.
    """
    size = -(-len(items) // workers) or 1
    portions = [items[start : start + size] for start in range(0, len(items), size)]
    if sys.platform != "linux" or len(portions) < 2:  # noqa: PLR2004 - one worker is no help
        return map(do, items)
    return _received_from(_started(do, portions, workers), len(portions))


_Worker: TypeAlias = "tuple[BaseProcess, Connection]"


def _started(do: Callable[[T], R], portions: Sequence[Sequence[T]], workers: int) -> list[_Worker]:
    # A fork has everything that is loaded already; where it is not safe, a new process loads it again.
    context = (
        multiprocessing.get_context("fork")
        if sys.platform == "linux"
        else multiprocessing.get_context("spawn")
    )
    started: list[_Worker] = []
    sys.stdout.flush()
    sys.stderr.flush()
    gc.freeze()
    workers = min(workers, len(portions))
    try:
        for number in range(workers):
            reader, writer = context.Pipe(duplex=False)
            inherited = [connection for _, connection in started]
            arguments = (do, portions[number::workers], writer, [*inherited, reader])
            process = context.Process(target=_work, args=arguments, daemon=True)
            process.start()
            writer.close()
            started.append((process, reader))
    except BaseException:
        _stop(started)
        raise
    return started


def _received_from(started: list[_Worker], portions: int) -> Iterator[R]:
    try:
        for number in range(portions):
            yield from _received(started[number % len(started)][1])
    finally:
        _stop(started)


def _stop(started: list[_Worker]) -> None:
    gc.unfreeze()
    for running, reader in started:
        reader.close()
        running.terminate()
        running.join()


def _received(reader: Connection) -> list[R]:
    try:
        portion: list[R] = pickle.loads(reader.recv_bytes())  # noqa: S301 - our own process wrote it
    except (EOFError, OSError) as error:
        raise WorkStoppedError from error
    return portion


def _work(
    do: Callable[[T], R], portions: list[Sequence[T]], writer: Connection, others: list[Connection]
) -> None:
    """A worker's life. It leaves a Ctrl-C to the process that started it, and ends when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Kept open here they would keep the other workers writing to a reader that is gone.
    for other in others:
        other.close()
    for portion in portions:
        done = pickle.dumps([do(item) for item in portion], pickle.HIGHEST_PROTOCOL)
        try:
            writer.send_bytes(done)
        except OSError:
            return
    writer.close()
