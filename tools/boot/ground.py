"""What every case has: a machine of its group, what its first page looks like, and the hands."""

from __future__ import annotations

import json
import subprocess
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass

from eyes import FIRST, QUESTION, await_screen, wait_for
from machine import Failed, Machine, overlay
from place import BUILD, SLOW

SOON = 90.0
"""What is pressed has to be answered by then."""
PATIENCE = 300.0
"""The first page has to be back by then, whatever has happened: here all is so much slower."""
LEAVES = 9
"""The notice has no more at any size; on the last one a page down turns nothing."""

RESULTS = BUILD / "results"
ANSWER = "45"
WHO = {
    "visitor": "pgrep -u prescreen-kiosk -f -- --pulse",
    "supervisor": "pgrep -u prescreen-kiosk -f '^/opt/prescreen/bin/python.*kiosk --site'",
    "xterm": "pgrep -u prescreen-kiosk -x xterm",
    "X": "pgrep -x Xorg",
}
"""How each part of a running kiosk is found."""


@dataclass(frozen=True)
class Result:
    """What came of one case."""

    name: str
    group: str
    good: bool
    said: str
    seconds: float


class Ground:
    """A machine with a kiosk that has just been switched on."""

    def __init__(self, group: str, base: str = "kiosk.img", *, late_link: bool = False) -> None:
        self.machine = Machine(group, overlay(group, BUILD / base), late_link=late_link)
        self.first: list[str] = []

    def first_page(self, seconds: float = 420) -> float:
        """Wait for the first page, and remember what it looks like; after how long it came."""
        wait_for(self.machine, FIRST, seconds)
        after = time.monotonic() - self.machine.began
        time.sleep(3)
        self.first.append(self.machine.looks())
        return after

    def back(self, seconds: float = PATIENCE) -> float:
        """Wait for the first page again; after how long it was there."""
        return await_screen(self.machine, self.first, seconds)

    def step(self, *keys: str) -> None:
        """Press keys, each once the screen has answered the last one."""
        for key in keys:
            before = self.machine.looks()
            self.machine.press(key)
            self.settle(before, f"an answer to {key}")

    def settle(self, before: str, what: str) -> None:
        """Wait until the screen looks different, and then the same for a while."""
        machine, last = self.machine, before
        machine.wait(lambda: machine.looks() != before, SOON, what)
        end = time.monotonic() + SOON * SLOW
        while (now := machine.looks()) != last:
            if time.monotonic() > end:
                raise Failed(f"{what} never comes to rest")
            last = now
            time.sleep(1)

    def into(self, answer: str = ANSWER) -> None:
        """Go from the first page to a question, and type an answer."""
        self.back()
        time.sleep(1)
        self.step("1", "1")
        self._agree()
        self.machine.type(answer)
        time.sleep(2)

    def _agree(self) -> None:
        """Read the notice to its end and agree; keys that came too fast for the machine, again."""
        for seconds in (SOON / 3, SOON / 3, SOON):
            self.machine.press(*["pgdn"] * LEAVES, "1", pause=0.6)
            with suppress(Failed):
                wait_for(self.machine, QUESTION, seconds)
                return
        raise Failed("the notice was not agreed to")

    def leave(self) -> float:
        """Leave the conversation; after how many seconds the first page was there."""
        self.step("f10")
        begin = time.monotonic()
        self.machine.press("2")
        self.back()
        return time.monotonic() - begin

    def touched(self) -> None:
        """Touch the upper tile of the first page until it answers: X may have to find it first."""
        width, height = self.machine.size
        before = self.machine.looks()

        def answers() -> bool:
            for at in range(35, 51, 5):
                self.machine.touch(width // 4, height * at // 100)
                time.sleep(3)
                if self.machine.looks() != before:
                    return True
            return False

        self.machine.wait(answers, 90, "an answer to a touch")
        time.sleep(3)

    def still_asks(self) -> None:
        """The question has to stand there; if it was hidden meanwhile, a key shows it again."""
        self.machine.press("end")
        wait_for(self.machine, QUESTION, SOON)

    def meanwhile(self, script: str) -> None:
        """Run a script as root, while a visitor still presses a key."""
        with ThreadPoolExecutor() as pool:
            done = pool.submit(self.machine.root, script)
            while not done.done():
                self.machine.press("end")
                wait([done], 8)
            done.result()

    def signal(self, who: str, sign: str) -> str:
        """Send a signal while an answer is on the screen; when the first page was there again."""
        self.into()
        self.machine.shot(f"{sign.lower()}-{who}-before")
        begin = time.monotonic()
        self.machine.root(f"kill -{sign} $({WHO[who]})")
        sent = time.monotonic()
        self.back()
        took = time.monotonic() - begin
        self.machine.shot(f"{sign.lower()}-{who}-after")
        if sign == "STOP" and time.monotonic() - sent < 5:
            raise Failed("nothing stood still")
        return f"first page after {took:.0f} s"

    def status(self) -> str:
        """What staff are told, in English."""
        command = "sudo /opt/prescreen/bin/prescreen kiosk --status --lang en"
        return self.machine.guest(command, check=False)

    def says(self, *texts: str) -> None:
        """Staff have to be told this, soon after it can be seen."""
        end = time.monotonic() + SOON * SLOW
        told = self.status()
        while not all(each in told for each in texts):
            if time.monotonic() > end:
                raise Failed(f"--status does not say {', '.join(texts)}: {told}")
            time.sleep(2)
            told = self.status()

    def journal(self, *texts: str) -> None:
        """The journal has to hold this."""
        told = self.machine.root("journalctl -b -u prescreen-kiosk -u prescreen-x --no-pager")
        for each in texts:
            if each not in told:
                raise Failed(f"the journal does not say {each!r}")

    def restart(self, wanted: Sequence[str], seconds: float = PATIENCE) -> None:
        """Start the kiosk anew, and wait for texts on the screen."""
        self.machine.root("systemctl restart prescreen-kiosk", check=False)
        wait_for(self.machine, wanted, seconds)


Case = Callable[[Ground], str]


@contextmanager
def noted(name: str, group: str) -> Iterator[Callable[[str], None]]:
    """Note what comes of a case, whatever it is."""
    said: list[str] = []
    begin = time.monotonic()
    good = False
    try:
        yield said.append
        good = True
    except (Failed, AssertionError, OSError, subprocess.SubprocessError) as error:
        said = [str(error).strip().splitlines()[0] if str(error) else type(error).__name__]
        (BUILD / "failed.log").open("a").write(f"{group}/{name}\n{traceback.format_exc()}\n")
    finally:
        result = Result(name, group, good, "; ".join(said), time.monotonic() - begin)
        RESULTS.mkdir(exist_ok=True)
        path = RESULTS / f"{group}-{name}.json".replace(" ", "-").replace("/", "-")
        path.write_text(json.dumps(asdict(result), ensure_ascii=False), "utf-8")
        print(f"{'green' if good else 'RED':5}  {group}: {name}: {result.said}", flush=True)
