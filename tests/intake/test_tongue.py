"""Which language a text is in."""

import pytest

from dragoman.intake.publication import day_in_url, iso_day
from dragoman.intake.tongue import language_of


@pytest.mark.parametrize(
    ("text", "prior", "code"),
    [
        ("ノルウェーの外相がケニアを訪問", None, "ja"),
        ("両首脳会談", None, "ja"),
        ("Норвегия и Кения подписали соглашение о рыболовстве", None, "ru"),
        ("Na Uy và Kenya ký thoả thuận nghề cá tại Nairobi", None, "vi"),
        ("Norway and Kenya sign a fisheries accord in Nairobi", None, "en"),
        ("Ministers meet", "en-GB", "en"),
        ("Norway and Kenya sign a fisheries accord in Nairobi. " * 5, "ru", "en"),
        ("Норвегія та Кенія підписали угоду про рибальство в Найробі. " * 5, None, None),
        ("Norwegen und Kenia unterzeichnen ein Abkommen über die Fischerei. " * 5, None, None),
    ],
)
def test_language(text, prior, code):
    assert language_of(text, prior)[0] == code


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024-10-04", "2024-10-04"),
        ("2024-10-04T23:59:00+09:00", "2024-10-04"),
        ("2024/10/4", "2024-10-04"),
        ("2024年10月4日", "2024-10-04"),
        ("20241004", "2024-10-04"),
        ("04.10.2024", "2024-10-04"),
        ("October 4, 2024", "2024-10-04"),
        ("4 Oct 2024", "2024-10-04"),
        ("Fri, 04 Oct 2024 10:00:00 GMT", "2024-10-04"),
        ("2024-13-04", None),
        ("2024-02-30", None),
        ("2024-10-041", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_days(text, day):
    assert iso_day(text) == day


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/world/2024/10/04/accord", "2024-10-04"),
        ("https://a.example/20241004/accord.html", "2024-10-04"),
        ("https://a.example/world-2024-10-04", "2024-10-04"),
        ("https://a.example/295356.html", None),
        ("https://a.example/2024/13/04/", None),
        (None, None),
    ],
)
def test_days_in_addresses(url, day):
    assert day_in_url(url) == day
