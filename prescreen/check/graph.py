"""The state machine as a Mermaid diagram, read off the machine that runs."""

from __future__ import annotations

from prescreen.dialog.dialog import Script


def mermaid(script: Script) -> str:
    """The machine's states and arrows as a Mermaid state diagram."""
    machine = script.machine
    lines = ["stateDiagram-v2"]
    for name in machine.states:
        if _alias(name) != name:
            lines.append(f'    state "{name}" as {_alias(name)}')
    lines.append(f"    [*] --> {_alias(str(machine.initial))}")
    for trigger, event in machine.events.items():
        for transitions in event.transitions.values():
            for each in transitions:
                lines.append(f"    {_alias(each.source)} --> {_alias(str(each.dest))}: {trigger}")
    return "\n".join(lines) + "\n"


def _alias(state: str) -> str:
    return state.replace(".", "_")
