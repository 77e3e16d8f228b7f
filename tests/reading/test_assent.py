"""Yes and no to an offer."""

from rows import each_row

from prescreen.reading import read_assent


@each_row("text", ["yes", "Yes.", "Y", "是", "是的。", "对", "對", "1", "Yes, that’s it"])
def test_an_offer_is_taken_with_its_own_words(text: str) -> None:
    assert read_assent(text) == "yes"


@each_row("text", ["no", "No!", "n", "不是", "不对", "不對", "2", "No, not that."])
def test_an_offer_is_turned_down_with_its_own_words(text: str) -> None:
    assert read_assent(text) == "no"


@each_row(
    "text",
    [
        "有",
        "没有",
        "好",
        "嗯",
        "ok",
        "not",
        "not sure",
        "不",
        "45",
        "yes, 45",
        "no 45",
        "是45",
        "",
        "never",
    ],
)
def test_any_other_text_is_a_new_answer(text: str) -> None:
    assert read_assent(text) is None
