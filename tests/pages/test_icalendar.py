"""The calendar of notices follows RFC 5545, whatever titles say."""

from datetime import date

from laomo.pages.icalendar import Entry, calendar


def test_lines_are_short_and_nothing_in_a_title_makes_a_line_of_its_own() -> None:
    title = "关于拟命名工作室的公示，" * 8 + "\nATTENDEE:x;y,z\\\r"
    entry = Entry(
        date(2026, 12, 31), date(2027, 1, 1), title, "https://a.example/notices/1/", "市总工会", date(2026, 12, 1)
    )
    data = calendar("公示", [entry])
    lines = data.decode().split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert data.endswith(b"END:VCALENDAR\r\n")
    unfolded = data.decode().replace("\r\n ", "").split("\r\n")
    assert "DTSTART;VALUE=DATE:20261231" in unfolded
    assert "DTEND;VALUE=DATE:20270102" in unfolded
    assert [line for line in unfolded if line.startswith("SUMMARY:")] == [
        "SUMMARY:" + "关于拟命名工作室的公示，" * 8 + "\\nATTENDEE:x\\;y\\,z\\\\"
    ]
    assert not any(line.startswith("ATTENDEE") for line in unfolded)
