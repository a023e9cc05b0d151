"""What a person reads when something went wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from delve_desktop.domain.errors import NotFound
from delve_desktop.services.session import Session
from delve_desktop.services.spaces import create_space
from delve_desktop.ui.sentences import sentence
from tests.ui.stand_in import StandIn


def test_a_vault_whose_folder_is_gone_is_said_to_be_no_fault_of_the_program(
    cases: StandIn, tmp_path: Path
) -> None:
    """As when the stick that it lies on was pulled."""
    session: Session = cases.session
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    with pytest.raises(FileNotFoundError) as refused:
        create_space(session, "Lake Zone")
    assert sentence(refused.value).text == sentence(NotFound("")).text
