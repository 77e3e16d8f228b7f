"""Put flows/ and locales/ into the wheel, each catalog with its compiled form."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Data(BuildHookInterface[Any]):
    """Compile outside the checkout, which keeps reading its .po files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.compiled = TemporaryDirectory()
        root, folder = Path(self.root), Path(self.compiled.name)
        sys.path.insert(0, self.root)
        from prescreen.compiled import compiled

        flows = (path for path in root.glob("flows/**/*.*") if path.is_file())
        for source in [*flows, *root.glob("locales/*/LC_MESSAGES/*.po")]:
            inside = Path("prescreen/_data") / source.relative_to(root)
            build_data["force_include"][str(source)] = str(inside)
            if source.suffix == ".po":
                mo = folder / f"{len(build_data['force_include'])}.mo"
                mo.write_bytes(compiled(source.read_bytes(), str(inside)))
                build_data["force_include"][str(mo)] = str(inside.with_suffix(".mo"))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.compiled.cleanup()
