"""Put flows/ and locales/ into the wheel, each catalog with its compiled form."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Data(BuildHookInterface[Any]):
    """Compile outside the checkout, which keeps reading its .po files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self.compiled = TemporaryDirectory()
        root, compiled = Path(self.root), Path(self.compiled.name)
        flows = (path for path in root.glob("flows/**/*.*") if path.is_file())
        for source in [*flows, *root.glob("locales/*/LC_MESSAGES/*.po")]:
            inside = Path("prescreen/_data") / source.relative_to(root)
            build_data["force_include"][str(source)] = str(inside)
            if source.suffix == ".po":
                mo = compiled / f"{len(build_data['force_include'])}.mo"
                with source.open("rb") as text, mo.open("wb") as binary:
                    write_mo(binary, read_po(text))
                build_data["force_include"][str(mo)] = str(inside.with_suffix(".mo"))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version != "editable":
            self.compiled.cleanup()
