"""Words that refer back: pronouns, "both countries", "the two presidents", titles alone."""

import pytest

from tests.core.test_mentions import brief

MACRON = "FRA:GOV emmanuel-macron"
PUTIN = "RUS:GOV vladimir-putin"
LAVROV = "RUS:GOV sergei-lavrov"
XI = "CHN:GOV xi-jinping"
WANG = "CHN:GOV wang-yi"
PAIR = "FRA:- + POL:-"


@pytest.mark.parametrize(
    ("code", "text", "last"),
    [
        ("en", "Emmanuel Macron arrived. The president spoke.", f"The president = {MACRON}"),
        ("en", "Emmanuel Macron arrived. He spoke.", f"He = {MACRON}"),
        ("en", "Emmanuel Macron met Vladimir Putin. He spoke.", f"He = {MACRON}"),
        ("en", "Angela Merkel arrived. She spoke.", "She = DEU:ELI angela-merkel"),
        ("en", "Emmanuel Macron spoke. He left. He slept.", f"He = {MACRON}"),
        ("en", "He Lifeng arrived. He spoke.", "He = CHN:GOV he-lifeng"),
        ("en", "France closed the port. It accused Poland.", "Poland = POL:-"),
        ("en", "France won. The country rejoiced.", "The country = FRA:-"),
        ("ja", "マクロン大統領が到着した。同大統領は述べた。", f"同大統領 = {MACRON}"),
        ("ja", "マクロン氏が到着した。同氏は述べた。", f"同氏 = {MACRON}"),
        ("ja", "マクロン氏はプーチン氏と会った。同氏は述べた。", f"同氏 = {MACRON}"),
        ("ru", "Макрон прибыл. Он выступил.", f"Он = {MACRON}"),
        ("vi", "Tổng thống Emmanuel Macron đã đến. Ông phát biểu.", f"Ông = {MACRON}"),
        ("en", "The Russian Defense Ministry spoke. The ministry left.", "ministry = RUS:GOV"),
    ],
)
def test_one_is_meant(code, text, last):
    assert brief(code, text)[-1] == last


def test_it_is_the_state_that_was_the_subject():
    found = brief("en", "Poland met France. It accused Norway. It was raining.")
    assert found == ["Poland = POL:-", "France = FRA:-", "It = POL:-", "Norway = NOR:-"]


@pytest.mark.parametrize(
    ("code", "text", "last"),
    [
        ("en", "France and Poland agreed. Both countries gained.", f"Both countries = {PAIR}"),
        ("en", "France and Poland agreed. The two sides left.", f"The two sides = {PAIR}"),
        (
            "en",
            "France met Poland. Both governments left.",
            "Both governments = FRA:GOV + POL:GOV",
        ),
        ("en", "Putin met Xi Jinping. The two leaders ate.", f"The two leaders = {PUTIN} + {XI}"),
        (
            "en",
            "Russia and China agreed. The two presidents ate.",
            f"The two presidents = {PUTIN} + {XI}",
        ),
        (
            "en",
            "Sergei Lavrov met Wang Yi. The foreign ministers of the two countries ate.",
            f"The foreign ministers of the two countries = {LAVROV} + {WANG}",
        ),
        ("ja", "フランスとポーランドが合意した。両国は述べた。", f"両国 = {PAIR}"),
        ("ja", "プーチン氏と習近平氏が会った。両首脳は帰った。", f"両首脳 = {PUTIN} + {XI}"),
        ("ja", "ロシアと中国が会談した。両外相は帰った。", f"両外相 = {LAVROV} + {WANG}"),
        ("ja", "フランスとポーランドは争う。双方は譲らない。", f"双方 = {PAIR}"),
        ("ru", "Франция и Польша договорились. Обе страны довольны.", f"Обе страны = {PAIR}"),
        ("ru", "Франция и Польша спорят. Стороны не уступают.", f"Стороны = {PAIR}"),
        (
            "ru",
            "Путин встретил Си Цзиньпина. Оба президента рады.",
            f"Оба президента = {PUTIN} + {XI}",
        ),
        (
            "ru",
            "Путин встретил Си Цзиньпина. Лидеры двух стран рады.",
            f"Лидеры двух стран = {PUTIN} + {XI}",
        ),
        ("vi", "Pháp và Ba Lan đồng ý. Hai bên hài lòng.", f"Hai bên = {PAIR}"),
        (
            "vi",
            "Nga và Trung Quốc đồng ý. Lãnh đạo hai nước vui.",
            "Lãnh đạo hai nước = RUS:GOV + CHN:GOV",
        ),
        (
            "vi",
            "Ông Putin gặp ông Tập Cận Bình. Hai nhà lãnh đạo vui.",
            f"Hai nhà lãnh đạo = {PUTIN} + {XI}",
        ),
    ],
)
def test_two_are_meant(code, text, last):
    assert brief(code, text)[-1] == last


@pytest.mark.parametrize(
    "text",
    [
        "France, Poland and Norway agreed. Both countries gained.",
        "Putin met Xi Jinping and Emmanuel Macron. The two presidents ate.",
        "The two sides agreed.",
    ],
)
def test_two_of_three_are_left_open(text):
    assert " + " not in " ".join(brief("en", text))
