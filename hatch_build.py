"""Put flows/ and locales/ into the wheel."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Data(BuildHookInterface[Any]):
    """The wheel holds the data files as the checkout does."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        flows = (path for path in root.glob("flows/**/*.*") if path.is_file())
        for source in [*flows, *root.glob("locales/*/LC_MESSAGES/*.po")]:
            inside = Path("prescreen/_data") / source.relative_to(root)
            build_data["force_include"][str(source)] = str(inside)
