"""The rows of the table of attacks: which tests attack what. `python -m tests.security.attacks` names their files for `make attack`."""

import re
import sys
from collections.abc import Iterator

_BAD_INPUT, _HISTORY = "tools/spreadsheets/test_bad_input.py", "tools/review/test_history.py"
_TARGET, _PUBLISH, _SSH = "publish/test_target.py", "publish/test_publish.py", "publish/test_ssh.py"
_PICTURES, _OFFICE, _PDF = (
    "assets/pictures/test_pictures.py",
    "assets/attachments/test_office.py",
    "assets/attachments/test_pdf.py",
)
_BESIDE, _TEXTS, _PEOPLE = (
    "assets/attachments/test_publication.py",
    "text/test_personal_data.py",
    "registry/test_people.py",
)
_LISTENING = "render/preview/test_listening.py"
_CHANGES, _SERVER, _SERVE = (
    "tools/review/test_changes.py",
    "render/preview/test_server.py",
    "render/preview/test_serve.py",
)
_DISK = "acceptance/test_disk.py"

ROWS: dict[str, tuple[str, ...]] = {
    # records and texts
    "records that are bombs, or not what they seem": (
        "records/yaml/test_reader.py::test_(each_slip|other_encodings|nothing_is_typed|no_input)",
    ),
    "texts that would be more than text": ("text/test_escape.py::test_(known|any_text|the_title)",),
    "unions above themselves": ("records/test_union_cycles.py::",),
    "files that are none, and names that are no text": ("acceptance/test_strange_files.py::",),
    "texts and fields that make a pattern slow": (
        "security/test_slow_patterns.py::test_no",
        f"{_TEXTS}::test_no_text_is",
    ),
    "file names and texts that act on a terminal": (
        "problems/test_formats.py::test_a_file_name",
        "checks/test_problems.py::test_workflow_commands",
    ),
    "zips that the form did not save": ("tools/forms/test_hostile.py::test_what_the_form_did_not",),
    "a form that asks a network": (
        "tools/forms/test_form.py::test_every_kind",
        "tools/forms/test_on_site.py::test_the_form_on",
        "tools/forms/test_walk.py",
    ),
    "a CMS that asks other hosts": ("tools/cms/test_cms.py::test_what_is_saved",),
    "ways to another host": ("publish/test_outside.py::test_a_",),
    # pictures, workbooks, attachments
    "pictures that are bombs, none, or say too much": (
        f"{_PICTURES}::test_(upright|what_is_no|a_sound|a_bomb|a_number)",
    ),
    "pictures that are too many or too heavy": (
        "assets/test_size_limits.py::test_(too_many|pictures_too_heavy|no_file|a_site)",
    ),
    "workbooks that unfold, reach out or run": (
        f"{_BAD_INPUT}::test_(a_bomb|a_sheet|one_merged|declarations|macros|what_is_no|nothing_is)",
        "system/test_far_cells.py::test_far",
    ),
    "attachments that hang, or take too much memory": (f"{_PDF}::test_(what_is_made|a_bomb|a_file_that)",),
    "attachments that say who made them": (
        f"{_PDF}::test_(nothing_tells|a_photograph|what_an_earlier)",
        f"{_OFFICE}::test_nothing_tells",
    ),
    "attachments that no page names, or of another kind": (
        f"{_BESIDE}::test_(only_kinds|a_preview|what_no_page|being_named)",
    ),
    "programs beside what is read": ("assets/attachments/test_sandbox.py::",),
    # personal numbers
    "everyday spellings of personal numbers": (
        f"{_TEXTS}::test_(personal|a_row|every_spelling|every_decimal|one_over|it_is_found|the_name|what_a_camera|one_in)",
    ),
    "numbers taken for personal ones": (f"{_TEXTS}::test_(look_alikes|other_numbers|words_alone|figures_one)",),
    "numbers in cells of lists that are read in": (f"{_BAD_INPUT}::test_(columns_of|a_personal|no_message)",),
    "waivers that do not count": (
        f"{_TEXTS}::test_(a_waiver|no_waiver)",
        f"{_HISTORY}::test_(a_clerks|a_merged)",
        f"{_BESIDE}::test_(what_a_page|a_waiver)",
    ),
    "numbers in earlier commits": (
        f"{_HISTORY}::test_(a_number|full_width|a_mobile|a_large|attachments|an_attachment|notes|numbers_in)",
    ),
    # withdrawal
    "people who have withdrawn, on pages": (
        f"{_PEOPLE}::test_(one_edit|a_person_left|withdrawal|the_host_takes|what_still)",
        f"{_BESIDE}::test_(who_has|a_file_may)",
    ),
    "copies that outlast a withdrawal": (f"{_TARGET}::test_after", f"{_PUBLISH}::test_of_the_site_before"),
    # review
    "changes that are not their author's to make": ("tools/review/test_ownership.py::test_(refused|without_a_map)",),
    "changes that only their merge shows": ("tools/review/test_merging.py::test_(what_the_merge|neither|what_git)",),
    "what one union's record says of another's": ("security/test_reach.py::", f"{_PEOPLE}::test_a_record_removes"),
    "what a reviewer has to be told": (
        f"{_CHANGES}::test_(what_appears|waivers|who_withdraws|nothing_in|a_hostile)",
        "tools/review/test_sides.py::test_(everything|every_kind|a_claim|new_kept)",
        "tools/review/test_summary.py::test_every_list",
    ),
    "a stranger's change, by the workflow of a new site": (
        "tools/starter/test_ci.py::test_(a_hostile|hostile_text|a_changes_own|nothing_that|results_are|a_pointer|a_conflict)",
    ),
    # the preview
    "the preview: paths that lead out of the site": (
        f"{_SERVER}::test_(no_request|a_long|nothing_that|addresses)",
        f"{_SERVE}::test_(what_lies|drafts|what_is_not)",
    ),
    "the preview: other hosts, origins and methods": (
        f"{_SERVER}::test_(other_names|a_request_without|pages_of_other|only_reading|a_body|headers)",
    ),
    "the preview: slow and many connections": (
        f"{_SERVER}::test_(silent|readers)",
        f"{_LISTENING}::test_(the_longest|a_head|who_asks_nothing|who_comes|the_oldest|a_stream)",
    ),
    # caches, targets, publishing
    "caches that are stale": (
        "acceptance/test_caches.py::",
        f"{_PICTURES}::test_(a_picture_of_the_same|a_damaged|a_memory)",
        f"{_DISK}::test_(a_memory_of|a_damaged|a_memory_with)",
        f"{_BESIDE}::test_a_memory",
    ),
    "caches and links that came with a contribution": ("acceptance/test_planted.py::",),
    "folders that are not ours to replace": (
        f"{_TARGET}::test_(a_site_is|a_link|a_web_root|what_somebody|releases)",
        "publish/test_offline.py::test_it_takes_no_place",
    ),
    "two that publish to one folder": (
        f"{_TARGET}::test_two",
        f"{_PUBLISH}::test_of_two",
        f"{_SSH}::test_of_two",
        f"{_DISK}::test_a_second",
    ),
    "disks that are full, and builds that were stopped": (
        f"{_DISK}::test_(a_full|a_place)",
        f"{_PUBLISH}::test_(what_a|a_disk)",
        f"{_SSH}::test_(a_server|what_is_wrong|one_interrupted|a_line_lost)",
    ),
    "houses that give what they must not": (
        "tools/gather/test_gather.py::test_(an_edition|a_unit|own_studios|who_withdraws|who_has|titles_from|no_two)",
        "tools/gather/test_hostile.py::test_(an_edition|a_studio|a_paper|a_picture)",
        "tools/gather/test_papers.py::test_(a_paper|an_edition_whose|papers_that_name|only_a_gather)",
    ),
    "houses' servers, archives and keys that are not what they seem": (
        "tools/gather/test_ways.py::test_(a_server|a_source|from_archives|archives_that|a_certificate|a_house|links_in|only_what)",
    ),
    "editions that a web server cannot read": (f"{_TARGET}::test_a_web_server",),
}
"""By the row's name the tests, as the path below `tests/` and a pattern of the test's name. A test is tried once, and succeeded where it failed.
Other rows come from tests that count themselves (`score` in `table.py`)."""

COUNTING = ("security", "publish", "assets", "render/preview/test_server.py")
"""Where tests count themselves."""


def rows_of(node: str) -> Iterator[str]:
    """The names of the rows in which a test stands."""
    place = node.removeprefix("tests/")
    return (name for name, tests in ROWS.items() if any(re.match(f"{test}", place) for test in tests))


def files() -> list[str]:
    """The files and folders of all attacks, below the repository."""
    named = {test.partition("::")[0] for tests in ROWS.values() for test in tests}
    return sorted(
        f"tests/{file}" for file in (*named, *COUNTING) if not file.startswith(("security/", "publish/", "assets/"))
    )


if __name__ == "__main__":
    sys.stdout.write(" ".join(files()))
