"""Nothing but the conversation is to be had, whatever a client asks for."""

from __future__ import annotations

import socket
import subprocess
from pathlib import Path

import pytest

from ssh.caller import PATIENCE, Caller, ask, command
from ssh.door import Door
from ssh.place import Place

SENTENCE = "This needs a terminal window and takes no command."


def test_without_a_terminal_there_is_one_sentence(door: Door) -> None:
    answer = ask(door, "-T")
    assert answer.code == 64
    assert answer.out == ""
    assert answer.err.startswith(SENTENCE)
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("options", [["-T"], ["-tt"]])
def test_a_command_is_not_run(door: Door, options: list[str], tmp_path: Path) -> None:
    answer = ask(door, *options, ask_for=("touch", str(door.place.folder / "touched")))
    assert answer.code == 64
    assert SENTENCE in answer.out + answer.err
    assert not (door.place.folder / "touched").exists()


def test_a_command_in_a_terminal_is_not_run(door: Door) -> None:
    with Caller(door, ask_for=("id",)) as caller:
        assert caller.end() == 64
    assert SENTENCE.encode() in caller.raw
    assert b"uid=" not in caller.raw


@pytest.mark.parametrize("program", [["sftp"], ["scp", "-s"], ["scp", "-O"]])
def test_no_file_can_be_fetched(door: Door, program: list[str], tmp_path: Path) -> None:
    name, *how = program
    target = [] if name == "sftp" else [str(tmp_path / "passwd")]
    line = [name, *how, *command(door), "127.0.0.1:/etc/passwd", *target]
    done = subprocess.run(
        line, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE
    )
    assert done.returncode != 0
    assert not (tmp_path / "passwd").exists()


def test_no_file_can_be_brought(door: Door, tmp_path: Path) -> None:
    (tmp_path / "evil").write_text("evil", "utf-8")
    line = ["scp", "-O", *command(door), str(tmp_path / "evil"), f"127.0.0.1:{tmp_path}/brought"]
    assert subprocess.run(line, capture_output=True, timeout=PATIENCE).returncode != 0
    assert not (tmp_path / "brought").exists()


@pytest.mark.parametrize(
    ("options", "refusal"),
    [
        (["-N", "-R", "0:127.0.0.1:22"], "remote port forwarding failed"),
        (["-N", "-R", "/tmp/prescreen-test:127.0.0.1:22"], "remote port forwarding failed"),
        (["-N", "-w", "0:0"], ""),
        (["-W", "127.0.0.1:22"], "administratively prohibited"),
    ],
)
def test_no_port_and_no_tunnel_is_forwarded(door: Door, options: list[str], refusal: str) -> None:
    answer = ask(door, "-o", "ExitOnForwardFailure=yes", *options)
    assert answer.code != 0
    assert refusal in answer.err


def test_a_port_the_client_opens_leads_nowhere(door: Door) -> None:
    path = str(door.place.folder / "opened")
    with Caller(door, "-L", f"{path}:127.0.0.1:{door.port}") as caller:
        caller.until("F10")
        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(PATIENCE)
            client.connect(path)
            assert client.recv(1) == b""


def test_a_proxy_the_client_opens_leads_nowhere(door: Door) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with Caller(door, "-D", f"127.0.0.1:{port}") as caller:
        caller.until("F10")
        with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
            client.sendall(bytes((5, 1, 0)))
            assert client.recv(2) == bytes((5, 0))
            client.sendall(bytes((5, 1, 0, 1, 127, 0, 0, 1, *door.port.to_bytes(2))))
            assert not client.recv(64)[10:]


def test_nothing_a_client_sends_as_environment_arrives(door: Door) -> None:
    sent = {
        "LANG": "zh_CN.UTF-8",
        "LC_ALL": "zh_CN.UTF-8",
        "PRESCREEN_SITE": "/etc/passwd",
        "PYTHONPATH": "/tmp",
        "TEXTUAL_LOG": "/tmp/prescreen-keys",
        "PATH": "/tmp",
        "LD_PRELOAD": "/tmp/evil.so",
    }
    options = [part for name in sent for part in ("-o", f"SendEnv={name}")]
    setting = " ".join(f"{name}={value}" for name, value in sent.items())
    with Caller(door, *options, "-o", f"SetEnv={setting}", environment=sent) as caller:
        caller.until("F10")
        caller.type("2")
        caller.until("Who is")  # from here on, what read the files is gone
        (process,) = door.conversations()
        found = Path(f"/proc/{process}/environ").read_bytes().split(b"\0")
        started = Path(f"/proc/{process}/cmdline").read_text("utf-8").split("\0")
    site = str(door.place.folder / "site.toml")
    program = ["-I", "-X", "no_debug_ranges", "-m", "prescreen"]
    assert started[1:-1] == [*program, "--site", site]
    assert sorted(filter(None, found)) == [
        b"LANG=C.UTF-8",
        b"PATH=/usr/bin:/bin",
        b"TERM=xterm-256color",
    ]


def test_agent_and_x11_are_not_forwarded(door: Door) -> None:
    with Caller(door, "-A", "-X", "-v", environment={"DISPLAY": "127.0.0.1:9"}) as caller:
        caller.until("F10")
        caller.kill()
    assert not list(Path("/tmp").glob("ssh-*/agent.*"))


def test_a_second_channel_is_refused(door: Door) -> None:
    path = door.place.folder / "control"
    with Caller(door, "-M", "-S", str(path)) as caller:
        caller.until("F10")
        again = ask(door, "-S", str(path), "-p", "1")
    assert again.code == 255
    assert "refused by peer" in again.err


@pytest.mark.parametrize(
    "name", ["root", "prescreen-", "$(reboot)", "prescreen;id", "-froot", "../root", "a" * 300]
)
def test_no_other_name_gets_in(door: Door, name: str) -> None:
    answer = ask(door, account=name)
    assert answer.code == 255
    assert "Too many authentication failures" in answer.err
    assert not door.conversations()


@pytest.mark.parametrize("method", ["publickey", "password", "keyboard-interactive"])
def test_no_key_and_no_password_opens_another_account(door: Door, method: str) -> None:
    options = ["-o", f"PreferredAuthentications={method}", "-i", str(door.place.key)]
    assert ask(door, *options, account="root").code == 255
    assert not door.conversations()


def test_no_key_and_no_password_is_needed(door: Door) -> None:
    with Caller(
        door, "-i", str(door.place.key), "-o", "PreferredAuthentications=publickey"
    ) as caller:
        caller.until("F10")
    assert b"password" not in caller.raw


def test_without_a_site_file_nobody_gets_in(door: Door) -> None:
    door.place.configure(SITE=f"{door.place.folder}/no-site.toml")
    try:
        with Caller(door) as caller:
            assert caller.end() == 78
    finally:
        door.place.configure()
    assert b"This computer is not ready" in caller.raw
    assert caller.raw.count(b"\n") <= 3


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_a_site_file_that_cant_be_read_is_no_text_for_a_caller(door: Door, term: str) -> None:
    path = door.place.folder / "broken.toml"
    path.write_text("broken", "utf-8")
    door.place.configure(SITE=str(path))
    try:
        with Caller(door, environment={"TERM": term}) as caller:
            assert caller.end() == 78
    finally:
        door.place.configure()
    said = caller.raw.decode()
    assert "This computer is not ready. Please tell the clinic." in said
    assert "请告诉医院" in said
    assert "toml" not in said.lower()


def test_a_setting_that_is_not_known_lets_nobody_in(door: Door) -> None:
    door.place.configure(LANGUAGE="en")
    try:
        with Caller(door) as caller:
            assert caller.end() == 78
    finally:
        door.place.configure()


def test_the_account_has_no_other_shell_than_the_conversation(place: Place) -> None:
    line = ["su", "-", place.account, "-c", "id"]
    done = subprocess.run(line, stdin=subprocess.DEVNULL, capture_output=True)
    assert done.returncode == 64
    assert b"uid=" not in done.stdout
