"""Numbers with units: what the table holds, and what people and lab reports write."""

from fractions import Fraction
from pathlib import Path

from rows import each_row

from prescreen.reading import read_measure
from prescreen.values import Interval, Measure, Offer, Reason, Refusal
from prescreen.values.units import QUANTITIES, Quantity

DOCS = Path(__file__).parents[1] / "docs" / "flow-authors.md"

SAME = (
    ("height", "ft 5 in 6", "5'6\"", "167.64"),
    ("temperature", "a fever in F", "98.6 F", "37"),
    ("creatinine", "mg/dL", "1 mg/dL", "88.4"),
    ("bilirubin", "mg/dL", "2 mg/dL", "34.2"),
    ("glucose", "mg/dL", "126 mg/dL", "7"),
    ("hemoglobin", "g/dL", "12.5 g/dL", "125"),
    ("cell_count", "a microlitre", "3500 /uL", "3.5"),
    ("cell_count", "thousands", "3.5 K/uL", "3.5"),
    ("hba1c", "mmol/mol", "53 mmol/mol", "7.00044"),
    ("enzyme_activity", "ukat/L", "2 ukat/L", "120"),
    ("creatinine_clearance", "mL/s", "1.5 mL/s", "90"),
    ("weight", "jin", "124斤", "62"),
    ("mass", "g", "3200 g", "3.2"),
    ("albumin", "g/dL", "3.5 g/dL", "35"),
    ("qt_interval", "seconds", "0.47 s", "470"),
    ("time", "weeks", "two weeks", "14"),
    ("time", "weeks and days", "1 week 2 days", "9"),
    ("time", "half a year", "半年", "182.625"),
    ("time", "a year and a half", "一年半", "547.875"),
)


@each_row(("quantity", "about", "text", "base"), SAME)
def test_a_unit_has_an_exact_factor(quantity: str, about: str, text: str, base: str) -> None:
    found = read_measure(text, quantity)
    assert isinstance(found, Measure), about
    assert found.base == Interval(Fraction(base), Fraction(base))


SAID = (
    ("creatinine", "肌酐 85 μmol/L", "85"),
    ("creatinine", "85 umol/L ↑", "85"),
    ("creatinine", "my creatinine is 85 umol/l", "85"),
    ("creatinine", "80-90 umol/L", "80 to 90"),
    ("creatinine", "大概85 umol/L", "80.75 to 89.25"),
    ("height", "1米65", "165"),
    ("height", "一米六五", "165"),
    ("height", "1米6", "160"),
    ("height", "一米七八", "178"),
    ("height", "身高165公分", "165"),
    ("height", "1.65 m", "165"),
    ("height", "5 ft 6 in", "167.64"),
    ("length", "3 mm", "0.3"),
    ("temperature", "36.8℃", "36.8"),
    ("temperature", "36度8", "36.8"),
    ("temperature", "三十六度五", "36.5"),
    ("cell_count", "白细胞 3.5×10^9/L", "3.5"),
    ("cell_count", "3.5x10⁹/L", "3.5"),
    ("cell_count", "WBC 3.5 10^9/L", "3.5"),
    ("hba1c", "糖化7.2%", "7.2"),
    ("glucose", "空腹血糖5.6mmol/L", "5.6"),
    ("hemoglobin", "Hb 125g/L", "125"),
    ("blood_pressure", "高压120毫米汞柱", "120"),
    ("systolic_pressure", "120/80 mmHg", "120"),
    ("systolic_pressure", "120 over 80 mmHg", "120"),
    ("systolic_pressure", "高压120，低压80毫米汞柱", "120"),
    ("systolic_pressure", "高压120毫米汞柱", "120"),
    ("diastolic_pressure", "my blood pressure is 120/80 mmHg", "80"),
    ("diastolic_pressure", "低压80毫米汞柱", "80"),
    ("enzyme_activity", "谷丙转氨酶 85单位", "85"),
    ("gestation", "孕39周", "39"),
    ("ratio", "INR 1.5", "1.5"),
    ("percent", "LVEF 50%", "50"),
    ("qt_interval", "QTcF 470 msec", "470"),
    ("viral_load", "2000 IU/mL", "2000"),
    ("international_units", "1500 kU/L", "1500"),
    ("international_units", "2.5 mIU/L", "0.0000025"),
    ("international_units", "5 IU/L", "0.005"),
    ("cell_count", "300 cells/µL", "0.3"),
    ("cell_count", "eosinophils 300 per microliter", "0.3"),
    ("viral_load", "1.2×10⁴ IU/mL", "12000"),
    ("viral_copies", "1.2E+04 copies/mL", "12000"),
    ("heart_rate", "每分钟72次", "72"),
    ("birth_weight", "6斤4两", "3.2"),
    ("urine_ratio", "0.5 g/g", "500"),
    ("volume", "0.4升", "400"),
    ("clearance_for_surface", "eGFR 60 ml/min/1.73 m²", "60"),
    ("cell_count", "1.5×109/L", "1.5"),
    ("mass", "6斤4两", "3.2"),
    ("mass", "6斤半", "3.25"),
    ("times_upper_limit", "2.5倍", "2.5"),
    ("times_upper_limit", "3 times the upper limit of normal", "3"),
    ("count", "3次", "3"),
    ("count", "3", "3"),
    ("count", "2 or 3", "2 to 3"),
    ("count", "没有", "0"),
)


@each_row(("quantity", "text", "base"), SAID)
def test_a_number_is_read_as_it_is_written(quantity: str, text: str, base: str) -> None:
    found = read_measure(text, quantity)
    assert isinstance(found, Measure)
    lo, _, hi = base.partition(" to ")
    assert found.base == Interval(Fraction(lo), Fraction(hi or lo))


OPEN = (
    ("hemoglobin", "<90 g/L", "20 <90"),
    ("hemoglobin", "低于90克每升", "20 <90"),
    ("hemoglobin", "小于90 g/L", "20 <90"),
    ("hemoglobin", "不到9克每分升", "20 <90"),
    ("hemoglobin", "less than 9 g/dL", "20 <90"),
    ("hemoglobin", "≤90 g/L", "20 90"),
    ("hemoglobin", "<=90 g/L", "20 90"),
    ("hemoglobin", "不超过90 g/L", "20 90"),
    ("hemoglobin", "90 g/L以下", "20 90"),
    ("hemoglobin", "at most 90 g/L", "20 90"),
    ("creatinine_clearance", ">50 mL/min", "50< 300"),
    ("creatinine_clearance", "超过50毫升每分钟", "50< 300"),
    ("creatinine_clearance", "more than 50 mL/min", "50< 300"),
    ("creatinine_clearance", "≥50 mL/min", "50 300"),
    ("creatinine_clearance", ">=50 mL/min", "50 300"),
    ("creatinine_clearance", "50毫升/分以上", "50 300"),
    ("creatinine_clearance", "50 mL/min or more", "50 300"),
    ("viral_load", "<20 IU/mL", "0 <20"),
    ("temperature", "below 98.6 F", "30 <37"),
    ("time", "不到一年", "0 <365.25"),
    ("weight", "不到60公斤", "25 <60"),
    ("weight", "最多60公斤", "25 60"),
)


def span(said: str) -> Interval:
    lo, hi = said.split()
    return Interval(
        Fraction(lo.strip("<")), Fraction(hi.strip("<")), lo.endswith("<"), hi.startswith("<")
    )


@each_row(("quantity", "text", "base"), OPEN)
def test_what_is_under_a_number_leaves_it_out_and_at_most_does_not(
    quantity: str, text: str, base: str
) -> None:
    found = read_measure(text, quantity)
    assert isinstance(found, Measure)
    assert found.base == span(base)


def test_what_is_left_open_ends_where_what_is_possible_does() -> None:
    for lo, hi in ((10, 250), (40, 120)):
        found = read_measure("<90 g/L", "hemoglobin", Interval(Fraction(lo), Fraction(hi)))
        assert isinstance(found, Measure)
        assert found.base == span(f"{lo} <90")
    for text in ("<20 g/L", ">250 g/L"):
        assert read_measure(text, "hemoglobin") == Refusal(Reason.NOT_AN_ANSWER)


SMALL = Interval(Fraction(1), Fraction(250))
"""The kilograms that a child can weigh."""
EVERYBODY = {"weight": SMALL}
LEFT_OVER = (
    ("gestation", "37+2", Fraction(261, 7)),
    ("gestation", "孕37+2周", Fraction(261, 7)),
    ("gestation", "37周+2天", Fraction(261, 7)),
    ("gestation", "36 weeks and 6 days", Fraction(258, 7)),
    ("gestation", "36+6 weeks", Fraction(258, 7)),
    ("gestation", "37w6d", Fraction(265, 7)),
    ("weight", "8斤4两", Fraction("4.2")),
    ("weight", "六斤二两", Fraction("3.1")),
    ("weight", "4200 g", Fraction("4.2")),
    ("weight", "7 lb 1 oz", Fraction("3.203496113125")),
    ("weight", "7 pounds and 1 ounce", Fraction("3.203496113125")),
    ("weight", "7 pounds, 1 ounce", Fraction("3.203496113125")),
    ("mass", "7磅又1盎司", Fraction("3.203496113125")),
    ("gestation", "37 weeks, 2 days", Fraction(261, 7)),
    ("height", "5 feet and 6 inches", Fraction("167.64")),
    ("time", "2 weeks and 3 days", Fraction(17)),
)


@each_row(("quantity", "text", "base"), LEFT_OVER)
def test_a_baby_is_so_many_weeks_and_days_and_weighs_so_much(
    quantity: str, text: str, base: Fraction
) -> None:
    found = read_measure(text, quantity, EVERYBODY.get(quantity))
    assert isinstance(found, Measure)
    assert found.base == Interval(base, base)


PRINTED = (
    ("hemoglobin", "HGB 98 g/L (115-150)", "98"),
    ("hemoglobin", "HGB 98（115-150）g/L", "98"),
    ("hemoglobin", "98 (L) g/L", "98"),
    ("hemoglobin", "血红蛋白98克每升（偏低）", "98"),
    ("hemoglobin", "血红蛋白98克每升↓", "98"),
    ("hemoglobin", "9.0 ↓ g/dL", "90"),
    ("hemoglobin", "HGB ↓ 98 g/L", "98"),
    ("hemoglobin", "98 g/L L", "98"),
    ("hemoglobin", "nine point eight grams per deciliter", "98"),
    ("cell_count", "PLT 85 ↓ (100-300) 10^9/L", "85"),
    ("cell_count", "PLT 85 ↓ 100-300 10^9/L", "85"),
    ("cell_count", "210 ×10E3/uL", "210"),
    ("cell_count", "210乘以十的九次方每升", "210"),
    ("cell_count", "210×10的9次方/L", "210"),
    ("cell_count", "150 000 /uL", "150"),
    ("cell_count", "4 500 /uL", "4.5"),
    ("cell_count", "210 k", "210"),
    ("cell_count", "210 G/L", "210"),
    ("creatinine", "97微摩", "97"),
    ("creatinine", "97 micromol/l", "97"),
    ("hba1c", "7.2% (4.0-6.0)", "7.2"),
    ("hba1c", "7.2% H", "7.2"),
    ("hba1c", "百分之七点五", "7.5"),
    ("hba1c", "7.5个点", "7.5"),
    ("percent", "百分之五十五", "55"),
    ("enzyme_activity", "40 u/l H", "40"),
    ("enzyme_activity", "40 units per liter", "40"),
    ("enzyme_activity", "四十个单位", "40"),
    ("temperature", "37.2°", "37.2"),
    ("temperature", "98.6 degrees", "37"),
    ("temperature", "华氏98.6度", "37"),
    ("height", "five foot four", "162.56"),
    ("times_upper_limit", "3N", "3"),
    ("times_upper_limit", "twice", "2"),
    ("times_upper_limit", "正常值的两倍", "2"),
    ("time", "half a year", "182.625"),
    ("time", "一个半月", "45.65625"),
    ("creatinine_clearance", "60 cc/min", "60"),
    ("glucose", "FBG 126mg/dL", "7"),
    ("bilirubin", "bili 1 mg/dl", "17.1"),
    ("count", "零", "0"),
    ("count", "1分", "1"),
)


@each_row(("quantity", "text", "base"), PRINTED)
def test_a_number_is_read_as_reports_print_it_and_people_say_it(
    quantity: str, text: str, base: str
) -> None:
    found = read_measure(text, quantity)
    assert isinstance(found, Measure)
    assert found.base == Interval(Fraction(base), Fraction(base))


def test_a_score_may_be_named_by_its_question() -> None:
    found = read_measure("ECOG 1分", "count", asked=("ECOG",))
    assert found == Measure("count", Interval(Fraction(1), Fraction(1)), "1")


NOT_THE_VALUE = (
    ("hemoglobin", "98 102 g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "was 98 g/L then 102 g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "98 g/L (115-150), 102 g/L (115-150)", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "98 g/L (was 102-110)", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "HGB (115-150) g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "HGB ↓ 115-150 g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "115-150↓ g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "not 98 g/L (115-150)", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "去年98 g/L (115-150)", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "WBC 98 g/L", Reason.NOT_AN_ANSWER),
    ("hemoglobin", "98 L", Reason.UNIT),
    ("cell_count", "150 200 /uL", Reason.NOT_AN_ANSWER),
    ("cell_count", "血小板计数85↓", Reason.UNIT),
    ("time", "3 days (2-4)", Reason.NOT_AN_ANSWER),
    ("temperature", "60 degrees", Reason.UNIT),
    ("temperature", "不是华氏98.6度", Reason.NOT_AN_ANSWER),
    ("height", "five foot thirteen", Reason.NOT_AN_ANSWER),
    ("height", "五尺二", Reason.UNIT),
    ("count", "1.5", Reason.IMPOSSIBLE),
    ("times_upper_limit", "twice a day", Reason.NOT_AN_ANSWER),
    ("viral_load", "not detected", Reason.NOT_AN_ANSWER),
    ("viral_load", "3.3 log", Reason.NOT_AN_ANSWER),
    ("enzyme_activity", "40 units a day", Reason.NOT_AN_ANSWER),
    ("creatinine_clearance", "eGFR 85", Reason.NOT_AN_ANSWER),
)


@each_row(("quantity", "text", "reason"), NOT_THE_VALUE)
def test_another_number_is_never_taken_for_the_value(
    quantity: str, text: str, reason: Reason
) -> None:
    assert read_measure(text, quantity) == Refusal(reason)


def test_of_two_numbers_the_one_of_now_is_offered() -> None:
    found = read_measure("was 98 g/L now 102 g/L", "hemoglobin")
    assert isinstance(found, Offer)
    assert found.value == read_measure("102 g/L", "hemoglobin")


def test_the_question_says_what_its_number_is_called() -> None:
    asked = ("FEV1", "肺功能")
    for text in ("FEV1 72 %", "my FEV1 was 72%", "肺功能72%"):
        found = read_measure(text, "percent", asked=asked)
        assert isinstance(found, Measure), text
        assert found.base == Interval(Fraction(72), Fraction(72))
        assert isinstance(read_measure(text, "percent"), Refusal)


@each_row(
    "text",
    [
        "6斤12两",
        "8斤4",
        "7 lb 17 oz",
        "7 pounds and 17 ounces",
        "7 pounds and 4 pounds",
        "6斤4 oz",
        "7 lb 4两",
    ],
)
def test_what_is_left_over_of_a_weight_is_less_than_one(text: str) -> None:
    assert read_measure(text, "weight", SMALL) == Refusal(Reason.NOT_AN_ANSWER)


NEEDS_NO_UNIT = (
    ("systolic_pressure", "150/100", "150"),
    ("diastolic_pressure", "150/100", "100"),
    ("blood_pressure", "血压 150", "150"),
    ("hba1c", "7.5", "7.5"),
    ("hba1c", "7 to 8", "7 to 8"),
    ("percent", "55", "55"),
)


@each_row(("quantity", "text", "base"), NEEDS_NO_UNIT)
def test_a_number_that_can_have_no_other_unit_is_taken(quantity: str, text: str, base: str) -> None:
    found = read_measure(text, quantity)
    assert isinstance(found, Measure)
    low, _, high = base.partition(" to ")
    assert found.base == Interval(Fraction(low), Fraction(high or low))
    assert found.unit == QUANTITIES[quantity].base.code


REFUSED = (
    ("gestation", "9 months", Reason.UNIT),
    ("gestation", "39", Reason.UNIT),
    ("gestation", "36+8", Reason.NOT_AN_ANSWER),
    ("gestation", "2 days 37 weeks", Reason.NOT_AN_ANSWER),
    ("percent", "0.55", Reason.UNIT),
    ("clearance_for_surface", "60 ml/min", Reason.UNIT),
    ("weight", "60 g", Reason.UNIT),
    ("creatinine", "85", Reason.UNIT),
    ("creatinine", "85 to 90", Reason.UNIT),
    ("creatinine", "85 mmol/L", Reason.UNIT),
    ("temperature", "37", Reason.UNIT),
    ("height", "165", Reason.UNIT),
    ("height", "16.5 cm", Reason.IMPOSSIBLE),
    ("temperature", "98 C", Reason.IMPOSSIBLE),
    ("creatinine", "8500 umol/L", Reason.IMPOSSIBLE),
    ("blood_pressure", "120/80", Reason.NOT_AN_ANSWER),
    ("systolic_pressure", "16/10", Reason.UNIT),
    ("systolic_pressure", "150 kg", Reason.UNIT),
    ("diastolic_pressure", "40", Reason.UNIT),
    ("hba1c", "15", Reason.UNIT),
    ("hba1c", "48", Reason.UNIT),
    ("hba1c", "more than 7", Reason.UNIT),
    ("systolic_pressure", "低压80毫米汞柱", Reason.NOT_AN_ANSWER),
    ("diastolic_pressure", "高压120毫米汞柱", Reason.NOT_AN_ANSWER),
    ("systolic_pressure", "80/120 mmHg", Reason.IMPOSSIBLE),
    ("creatinine_clearance", "90 ml/min/1.73m2", Reason.UNIT),
    ("height", "5'14", Reason.NOT_AN_ANSWER),
    ("height", "1米655", Reason.NOT_AN_ANSWER),
    ("height", "1 m 650 cm", Reason.NOT_AN_ANSWER),
    ("height", "1.6米65", Reason.NOT_AN_ANSWER),
    ("height", "3厘米2", Reason.NOT_AN_ANSWER),
    ("hba1c", "90-80 %", Reason.NOT_AN_ANSWER),
    ("hba1c", "7% to 53 mmol/mol", Reason.NOT_AN_ANSWER),
    ("hba1c", "nearly about over 7 %", Reason.NOT_AN_ANSWER),
    ("creatinine", "我妈85 umol/L", Reason.NOT_AN_ANSWER),
    ("creatinine", "it was 85 umol/L last year, not now", Reason.NOT_AN_ANSWER),
)


@each_row(("quantity", "text", "reason"), REFUSED)
def test_what_is_no_number_of_it_is_refused(quantity: str, text: str, reason: Reason) -> None:
    assert read_measure(text, quantity) == Refusal(reason)


def test_what_is_possible_can_be_said_otherwise() -> None:
    assert read_measure("16.5 cm", "height", Interval(Fraction(10), Fraction(40)))
    found = read_measure("165 cm", "height", Interval(Fraction(10), Fraction(40)))
    assert found == Refusal(Reason.IMPOSSIBLE)


@each_row("quantity", QUANTITIES.values())
def test_a_unit_there_and_back_is_the_same(quantity: Quantity) -> None:
    for unit in quantity.units:
        for number in (Fraction(3), Fraction("7.25"), Fraction(1, 3)):
            assert unit.from_base(unit.to_base(number)) == number
    assert len({each.code for each in quantity.units}) == len(quantity.units)
    assert quantity.unit("of nothing") is None


@each_row("quantity", QUANTITIES.values())
def test_an_example_and_each_spelling_are_read(quantity: Quantity) -> None:
    world = EVERYBODY.get(quantity.name)
    for unit in quantity.units:
        number = unit.from_base(Fraction(quantity.example))
        said = f"{float(number):.{0 if unit.code == '[stone_av]' else 2}f}"
        for spelled in (each for each in unit.spelled.split("|") if each.strip("'\"")):
            found = read_measure(f"{said}{spelled}", quantity.name, world)
            if not isinstance(found, Measure):
                found = read_measure(f"{said} {spelled}", quantity.name, world)
            assert isinstance(found, Measure), f"{said} {spelled}"
            assert found.unit == unit.code, f"{said} {spelled}"


def test_the_page_for_authors_lists_every_unit() -> None:
    lines = DOCS.read_text("utf-8").splitlines()
    for quantity in QUANTITIES.values():
        units = ", ".join(f"`{each.code}`" for each in quantity.units if each.symbol) or "none"
        assert f"| `{quantity.name}` | {units} |" in lines
