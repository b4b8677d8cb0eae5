"""Outlets and agencies by their addresses and names."""

import pytest

from dragoman.world.outlets import agencies, domain_of, outlet_of


@pytest.mark.parametrize(
    ("url", "name", "country", "languages"),
    [
        ("https://tass.ru/politika/1", "TASS", "RUS", ("ru",)),
        ("https://tass.com/world/1", "TASS", "RUS", ("en",)),
        ("https://www.asahi.com/articles/1", "Asahi Shimbun", "JPN", ("ja",)),
        ("https://www.asahi.com/ajw/articles/1", "Asahi Shimbun", "JPN", ("en",)),
        ("https://jp.yna.co.kr/view/1", "Yonhap News Agency", "KOR", ("ja",)),
        ("https://en.vietnamplus.vn/1", "VietnamPlus", "VNM", ("en",)),
        ("https://sport.lenta.ru/1", "Lenta.ru", "RUS", ("ru",)),
        ("https://unheard-of.kz/1", "unheard-of.kz", "KAZ", ()),
        ("https://unheard-of.jp/1", "unheard-of.jp", "JPN", ("ja",)),
        ("https://unheard-of.example/1", "unheard-of.example", None, ()),
        ("m.tuoitre.vn/1", "Tuổi Trẻ", "VNM", ("vi",)),
    ],
)
def test_outlets(url, name, country, languages):
    outlet = outlet_of(url)
    assert (outlet.name, outlet.country, outlet.languages) == (name, country, languages)


@pytest.mark.parametrize("url", [None, "", "no address", "https://", "http://[broken/"])
def test_what_is_no_address(url):
    assert outlet_of(url) is None
    assert domain_of(url) is None


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("RIAノーボスチ通信", ("RIA Novosti",)),
        ("AFP=時事", ("Agence France-Presse",)),
        ("AFP, Tass", ("Agence France-Presse", "TASS")),
        ("REUTERS", ("Reuters",)),
        ("ТАСС", ("TASS",)),
        ("TTXVN", ("Vietnam News Agency",)),
        ("Tassilo", ()),
    ],
)
def test_agencies(words, names):
    assert agencies().named_in(words) == names
