"""Readers on other machines: the workers of a Dask cluster, behind the standard interface of an executor.

A worker reads with the archive that is installed beside it. One with another version of the reader would give other
facts, so each worker is asked for its version before the load begins (and the scheduler, which unpacks what it hands
on), and again with each piece of work, because a worker may join while the load runs. What is lost with a worker Dask
gives to others, three times by default; after that the texts are read one by one, as where a process of this machine
is lost.
"""

import asyncio
import pkgutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, InvalidStateError
from concurrent.futures import wait as wait_for
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar

from archive.errors import LoadingError

PATIENCE = 30.0  # Seconds to wait for a scheduler, or for a worker where there is none.
_LOOK = 0.5  # Seconds between two looks whether anybody works.

_Result = TypeVar("_Result")


class DaskMissing(LoadingError):
    """Reading on a cluster needs Dask, which is not installed here. Install it with: pip install
    'cooperation-archive[dask]'"""


class ClusterUnreachable(LoadingError):
    """There is no Dask scheduler at {address}: {said}. Start one with `dask scheduler`, and give the address that it
    names."""


class ClusterWithoutWorkers(LoadingError):
    """The scheduler at {address} has had no worker for {seconds:.0f} seconds. Start some with `dask worker {address}
    --nworkers auto --nthreads 1`, each where the archive is installed, and run the command again. What was loaded is
    whole."""


class ClusterLost(LoadingError):
    """The scheduler at {address} is gone. What was loaded is whole; start the scheduler again, and run the command
    again to go on."""


class WorkerDiffers(LoadingError):
    """Of the cluster {who} {differs}. Install there the same archive as here, start it anew, and run the command again.
    What was loaded is whole."""


@dataclass(slots=True)
class Cluster:
    """The workers behind one scheduler. ``version_of`` says where each of them finds the version of its reader."""

    client: Any
    address: str
    version_of: str
    version: str
    patience: float = PATIENCE
    _open: "set[Future[Any]]" = field(default_factory=set, repr=False)
    _closed: threading.Event = field(default_factory=threading.Event, repr=False)

    @property
    def jobs(self) -> int:
        """How many texts the cluster reads at a time; two at least, so that it never waits for us."""
        threads: dict[str, int] = self.client.nthreads()
        return max(2, sum(threads.values()))

    def executor(self, jobs: int) -> Executor:  # noqa: ARG002
        """The workers as an executor; how many they are the cluster knows itself."""
        return _Workers(self)

    def check(self) -> None:
        """Refuse a worker that reads in another way."""
        # A function of the standard library, because there may be no archive at all.
        ask = pkgutil.resolve_name
        answers = {
            f"the worker {at}": each for at, each in self.client.run(ask, self.version_of, on_error="return").items()
        }
        try:
            answers["the scheduler"] = self.client.run_on_scheduler(ask, self.version_of)
        except Exception as error:
            answers["the scheduler"] = error
        for who, answer in sorted(answers.items()):
            if answer != self.version:
                raise WorkerDiffers(who=who, differs=_difference(answer, self.version))

    def watch(self) -> None:
        """End what is waited for when nobody has been there to do it for a while."""
        last = time.monotonic()
        while not self._closed.wait(_LOOK):
            if self._works() or not self._open:
                last = time.monotonic()
            elif time.monotonic() - last > self.patience:
                for future in list(self._open):
                    self.settle(future, error=ClusterWithoutWorkers(address=self.address, seconds=self.patience))

    def close(self) -> None:
        """End the watch."""
        self._closed.set()

    def _works(self) -> bool:
        with suppress(Exception):  # Whatever it is: nobody answers.
            return self.is_there() and bool(self.client.nthreads())
        return False

    def is_there(self) -> bool:
        """Whether the scheduler is connected."""
        return bool(self.client.status == "running")

    def note(self, future: "Future[Any]") -> None:
        """Keep an eye on work that is waited for."""
        self._open.add(future)

    def settle(self, future: "Future[Any]", result: object = None, error: BaseException | None = None) -> None:
        """Say what came of some work, once."""
        self._open.discard(future)
        with suppress(InvalidStateError):
            if error is None:
                future.set_result(result)
            else:
                future.set_exception(error)


class _Workers(Executor):
    """The workers of a cluster as an executor, with errors that say what is the matter with it.

    The executor that Dask brings along waits for ever for a result that was lost with its worker after it was there,
    and that could not be computed again.
    """

    def __init__(self, found: Cluster) -> None:
        self._cluster = found
        self._given: dict[Future[Any], Any] = {}

    def submit(self, work: Callable[..., _Result], /, *args: Any, **kwargs: Any) -> "Future[_Result]":
        """Hand some work over to whichever worker is free."""
        found = self._cluster
        if not found.is_there():
            raise ClusterLost(address=found.address)
        future: Future[_Result] = Future()
        found.note(future)
        given = found.client.submit(_work, found.version_of, found.version, work, *args, **kwargs, pure=False)
        self._given[future] = given
        found.client.loop.add_callback(self._follow, future, given)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what is not done, or give it up; the cluster itself goes on."""
        if wait and not cancel_futures:
            wait_for(list(self._given))
        elif self._given and self._cluster.is_there():
            self._cluster.client.cancel(list(self._given.values()), reason="the load has ended")

    async def _follow(self, future: "Future[Any]", given: Any) -> None:
        """Say what came of some work, once it is there."""
        found = self._cluster
        result: object = None
        error: Exception | None = None
        try:
            result = await given
        except (ImportError, AttributeError) as raised:
            error = WorkerDiffers(who="a worker", differs=_difference(raised, found.version))
        except (CancelledError, asyncio.CancelledError):
            gone = BrokenExecutor("the cluster gave it up")
            error = gone if found.is_there() else ClusterLost(address=found.address)
        except Exception as raised:
            error = raised
        self._given.pop(future, None)
        found.settle(future, result, error)


@contextmanager
def cluster(address: str, *, version_of: str, version: str, patience: float = PATIENCE) -> Iterator[Cluster]:
    """The cluster of this scheduler, once its workers are known to read as we do.

    ``version_of`` names the version of the reader as ``module:name``, and ``version`` is ours.
    """
    try:
        from distributed import Client
    except ImportError as error:
        raise DaskMissing from error
    try:
        client = Client(address, timeout=patience, set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise ClusterUnreachable(address=address, said=_first_line(error)) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise ClusterWithoutWorkers(address=address, seconds=patience) from error
        found = Cluster(client, address, version_of, version, patience)
        found.check()
        watch = threading.Thread(target=found.watch, daemon=True)
        watch.start()
        try:
            yield found
        finally:
            found.close()
            watch.join()


def _difference(answer: object, ours: str) -> str:
    match answer:
        case ImportError() | AttributeError():
            return f"has no such archive ({answer})"
        case BaseException():
            return f"does not answer ({_first_line(answer)})"
    return f"has version {answer} of the reader, and here it is {ours}"


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].removesuffix(".") if lines else type(error).__name__


def _work(version_of: str, version: str, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What a worker does: the work, once it is known to have our version of the reader."""
    if (theirs := pkgutil.resolve_name(version_of)) != version:
        from distributed import get_worker

        raise WorkerDiffers(who=f"the worker {get_worker().address}", differs=_difference(theirs, version))
    return work(*args, **kwargs)
