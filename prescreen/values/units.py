"""Quantities and their units: one table, by UCUM code, with exact factors.

A number in a unit is `(number + shift) * factor` in the first unit of its quantity. Where a factor
comes from a molar mass it is the one that laboratories use, such as 88.4 for creatinine, so that
a limit printed in both units is one limit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from prescreen.values.quantities import JIN, POUND, Interval

ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its UCUM code, how it is printed, how else people write it, its size.

    `key` says that the number pad has a key for it. `usual` are the numbers that people have in it.
    """

    code: str
    symbol: str
    spelled: str
    factor: Fraction = ONE
    shift: Fraction = Fraction(0)
    key: bool = True
    usual: Interval | None = None

    def to_base(self, number: Fraction) -> Fraction:
        """A number in this unit, in the first unit of its quantity."""
        return (number + self.shift) * self.factor

    def from_base(self, number: Fraction) -> Fraction:
        """A number in the first unit of its quantity, in this one."""
        return number / self.factor - self.shift


@dataclass(frozen=True, slots=True)
class Quantity:
    """What can be measured: its units, what is possible in the first of them, and its names.

    `example` is a number in the first unit that is a usual answer. `degree` are words for a unit
    that do not say which of them. What is `whole` has no parts.
    """

    name: str
    units: tuple[Unit, ...]
    possible: Interval
    example: str
    called: str = ""
    degree: str = ""
    whole: bool = False

    @property
    def base(self) -> Unit:
        """The unit in which it is compared."""
        return self.units[0]

    def unit(self, code: str) -> Unit | None:
        """The unit with this code, if it has that one."""
        return next((each for each in self.units if each.code == code), None)

    def only_unit(self, number: Fraction) -> Unit | None:
        """The only unit in which a number is possible."""
        world = self.possible
        found = [each for each in self.units if world.lo <= each.to_base(number) <= world.hi]
        return found[0] if len(found) == 1 else None

    def needs_no_unit(self, span: Interval) -> bool:
        """Whether numbers in the first unit can be said without it: they are usual in no other."""
        usual, *others = (each.usual for each in self.units)
        if usual is None or None in others or not (usual.lo <= span.lo and span.hi <= usual.hi):
            return False
        return not any(each and span.lo <= each.hi and each.lo <= span.hi for each in others)


def _span(lo: int | str, hi: int | str) -> Interval:
    return Interval(Fraction(lo), Fraction(hi))


_CM = Unit("cm", "cm", "cm|cms|cm.|厘米|公分|centimeter|centimeters|centimetre|centimetres")
_M = Unit("m", "m", "m|米|meter|meters|metre|metres", Fraction(100))
_INCH = Unit("[in_i]", "in", "in|in.|inch|inches|英寸|\"|''", Fraction("2.54"), key=False)
_FOOT = Unit("[ft_i]", "ft", "ft|ft.|feet|foot|英尺|'", Fraction("30.48"), key=False)
_KG = Unit("kg", "kg", "kg|kgs|kg.|公斤|千克|kilo|kilos|kilogram|kilograms")
_JIN = Unit("jin", "jin", "斤|市斤|jin", JIN)
_G = Unit("g", "g", "g|克|gram|grams", Fraction(1, 1000))
_LB = Unit("[lb_av]", "lb", "lb|lbs|lb.|磅|pound|pounds", POUND)
_PRESSURE = (
    Unit("mm[Hg]", "mmHg", "mmhg|mm hg|毫米汞柱|毫米|汞柱", usual=_span(20, 300)),
    Unit("kPa", "kPa", "kpa|千帕", Fraction(1_000_000, 133_322), usual=_span(2, 40)),
)
_LITRE = "每升|/升"
_GRAMS = (
    Unit(
        "g/L",
        "g/L",
        f"g/l|克/升|克{_LITRE.split('|')[0]}|g per l|g/ l|grams per liter|grams per litre",
    ),
    Unit(
        "g/dL",
        "g/dL",
        "g/dl|g%|克/分升|克每分升|gm/dl|g per dl|grams per deciliter|grams per decilitre",
        Fraction(10),
    ),
)
_UMOL = "umol/l|μmol/l|umol|μmol|微摩尔/升|微摩尔每升|微摩尔|umol/ l|微摩|micromol/l"
_MG_DL = "mg/dl|mg%|mg/100ml|毫克/分升|毫克每分升|mgs/dl|mg per dl"

_TABLE = (
    Quantity(
        "length",
        (_CM, _M, Unit("mm", "mm", "mm|毫米|millimeters|millimetres", Fraction(1, 10)), _INCH),
        _span(0, 100_000),
        "5",
        "长|长度|直径|大小|length|diameter|size",
    ),
    Quantity(
        "height",
        (_CM, _M, _FOOT, _INCH),
        _span(40, 260),
        "165",
        "身高|个子|高|height|my height|tall",
    ),
    Quantity(
        "mass",
        (
            _KG,
            _G,
            Unit("mg", "mg", "mg|毫克|milligram|milligrams", Fraction(1, 10**6)),
            _JIN,
            _LB,
        ),
        _span(0, 1000),
        "3",
        "重|重量|weight",
    ),
    Quantity(
        "weight",
        (
            _KG,
            _JIN,
            _LB,
            Unit("[stone_av]", "st", "st|stone|stones|英石", 14 * POUND, key=False),
            replace(_G, key=False),
        ),
        _span(25, 250),
        "62",
        "体重|weight",
    ),
    Quantity(
        "birth_weight",
        (_KG, _G, _JIN, _LB),
        _span("0.3", 8),
        "3.2",
        "出生体重|出生时|体重|birth weight|weight",
    ),
    Quantity(
        "temperature",
        (
            Unit("Cel", "C", "°c|c|摄氏度|度|degrees c|degrees celsius|celsius|deg c|degree c"),
            Unit(
                "[degF]",
                "F",
                "°f|f|华氏度|华氏|degrees f|degrees fahrenheit|fahrenheit|deg f|degree f",
                Fraction(5, 9),
                Fraction(-32),
            ),
        ),
        _span(30, 45),
        "36.8",
        "体温|腋温|腋下|耳温|额温|temperature|temp|my temperature",
        degree="°|degrees|degree|deg",
    ),
    Quantity(
        "systolic_pressure",
        _PRESSURE,
        _span(40, 300),
        "120",
        "血压|高压|收缩压|上压|bp|blood pressure|systolic|top number",
    ),
    Quantity(
        "diastolic_pressure",
        _PRESSURE,
        _span(20, 200),
        "80",
        "血压|低压|舒张压|下压|bp|blood pressure|diastolic|bottom number",
    ),
    Quantity(
        "blood_pressure",
        _PRESSURE,
        _span(20, 300),
        "120",
        "血压|高压|低压|收缩压|舒张压|上压|下压|bp|blood pressure|systolic|diastolic|top number|"
        "bottom number",
    ),
    Quantity(
        "time",
        (
            Unit("d", "days", "d|day|days|天|日"),
            Unit("wk", "weeks", "wk|wks|week|weeks|周|星期|个星期|礼拜|个礼拜", Fraction(7)),
            Unit("mo", "months", "mo|mos|month|months|个月|月", Fraction("30.4375")),
            Unit("a", "years", "y|yr|yrs|year|years|年", Fraction("365.25")),
            Unit("h", "hours", "h|hr|hrs|hour|hours|小时|个小时|钟头", Fraction(1, 24)),
            Unit("min", "minutes", "min|mins|minute|minutes|分钟", Fraction(1, 1440), key=False),
        ),
        _span(0, 43_830),
        "3",
        "for|一共|总共|已经|有",
    ),
    Quantity(
        "gestation",
        (
            Unit("wk", "weeks", "wk|wks|w|week|weeks|周|孕周|星期|个星期|礼拜|个礼拜"),
            Unit("d", "days", "d|day|days|天|日", Fraction(1, 7)),
        ),
        _span(16, 46),
        "39",
        "怀孕|孕|怀了|怀孕满|满|足月|生|出生|生的|出生的|born|born at|at|pregnancy|of pregnancy|"
        "gestation|of gestation|pregnant",
    ),
    Quantity(
        "count",
        (Unit("1", "", "次|个|回|颗|处|分|times|time|episodes|episode|x"),),
        _span(0, 1_000_000),
        "3",
        "一共|总共|in total|in all",
        whole=True,
    ),
    Quantity(
        "ratio",
        (Unit("1", "", "x"),),
        _span(0, 1000),
        "1.1",
        "比值|inr|国际标准化比值|ratio",
    ),
    Quantity(
        "percent",
        (Unit("%", "%", "%|percent|per cent|百分之|个点|个百分点", usual=_span(1, 100)),),
        _span(0, 100),
        "60",
        "射血分数|左室射血分数|ef|lvef|ejection fraction",
    ),
    Quantity(
        "cell_count",
        (
            Unit(
                "10*9/L",
                "x10^9/L",
                "x10^9/l|10^9/l|x10*9/l|10*9/l|*10^9/l|*10*9/l|x10e9/l|10e9/l|e9/l|x109/l|*109/l|"
                "x 10^9/l|x 10*9/l|x 10 9/l|x10 9/l|乘10的9次方每升|10的9次方每升|x 109/l|"
                "x10^9每升|x10^9/升",
            ),
            Unit(
                "/uL",
                "/uL",
                "/ul|/μl|/mm3|/mm^3|/cumm|每微升|/微升|个/微升|个每微升|per ul|per microliter|"
                "cells/ul|cells/μl|cells/mm3|cells per ul|cells per microliter",
                Fraction(1, 1000),
            ),
            Unit(
                "10*3/uL",
                "x10^3/uL",
                "x10^3/ul|10^3/ul|x10*3/ul|10*3/ul|*10^3/ul|k/ul|x10^3/μl|10^3/μl|k/μl|k/mm3|"
                "x 10^3/ul",
                key=False,
            ),
            Unit(
                "10*12/L",
                "x10^12/L",
                "x10^12/l|10^12/l|x10*12/l|10*12/l|*10^12/l|x 10^12/l|m/ul",
                Fraction(1000),
                key=False,
            ),
        ),
        _span(0, 10_000),
        "6.2",
        "白细胞|血小板|中性粒细胞|淋巴细胞|嗜酸性粒细胞|嗜酸粒细胞|红细胞|wbc|plt|anc|neut|lym|eos|rbc|"
        "platelets|neutrophils|eosinophils|计数|count",
    ),
    Quantity(
        "hemoglobin",
        _GRAMS,
        _span(20, 250),
        "125",
        "血红蛋白|血色素|hb|hgb|hemoglobin|haemoglobin",
    ),
    Quantity(
        "albumin",
        _GRAMS,
        _span(5, 100),
        "42",
        "白蛋白|血清白蛋白|alb|albumin|serum albumin",
    ),
    Quantity(
        "creatinine",
        (Unit("umol/L", "umol/L", _UMOL), Unit("mg/dL", "mg/dL", _MG_DL, Fraction("88.4"))),
        _span(5, 3000),
        "75",
        "肌酐|血肌酐|血清肌酐|cr|scr|crea|creat|creatinine|serum creatinine",
    ),
    Quantity(
        "glucose",
        (
            Unit("mmol/L", "mmol/L", "mmol/l|mmol|毫摩尔/升|毫摩尔每升|毫摩尔|mmol/ l"),
            Unit("mg/dL", "mg/dL", _MG_DL, Fraction(1, 18)),
        ),
        _span("0.5", 80),
        "5.6",
        "血糖|空腹血糖|空腹|葡萄糖|glu|fpg|fbg|fbs|glucose|blood sugar|blood glucose|fasting",
    ),
    Quantity(
        "hba1c",
        (
            Unit("%", "%", "%|percent|per cent|百分之|个点|个百分点", usual=_span(3, 20)),
            Unit(
                "mmol/mol",
                "mmol/mol",
                "mmol/mol|毫摩尔/摩尔|毫摩尔每摩尔",
                Fraction("0.09148"),
                Fraction("2.152") / Fraction("0.09148"),
                usual=_span(15, 200),
            ),
        ),
        _span(3, 20),
        "7.2",
        "糖化|糖化血红蛋白|hba1c|a1c|hb a1c|ghb",
    ),
    Quantity(
        "creatinine_clearance",
        (
            Unit(
                "mL/min",
                "mL/min",
                "ml/min|cc/min|ml/分|ml/分钟|毫升/分|毫升/分钟|毫升每分钟|ml per min",
            ),
            Unit("mL/s", "mL/s", "ml/s|毫升/秒|毫升每秒", Fraction(60), key=False),
        ),
        _span(0, 300),
        "90",
        "肌酐清除率|清除率|ccr|crcl|creatinine clearance|clearance",
    ),
    Quantity(
        "clearance_for_surface",
        (
            Unit(
                "mL/min/{1.73_m2}",
                "mL/min/1.73 m2",
                "ml/min/1.73m2|ml/min/1.73 m2|ml/min/1.73m²|ml/min/1.73 m²|"
                "ml/min/1.73m^2|ml/min/1.73 m^2|ml/min per 1.73 m2",
            ),
        ),
        _span(0, 300),
        "90",
        "肾小球滤过率|滤过率|egfr|gfr",
    ),
    Quantity(
        "clotting_time",
        (Unit("s", "seconds", "s|sec|secs|second|seconds|秒|秒钟"),),
        _span(1, 600),
        "30",
        "活化部分凝血活酶时间|凝血酶原时间|aptt|pt|ptt|apt",
    ),
    Quantity(
        "qt_interval",
        (
            Unit("ms", "ms", "ms|msec|msecs|millisecond|milliseconds|毫秒"),
            Unit("s", "seconds", "s|sec|secs|second|seconds|秒", Fraction(1000), key=False),
        ),
        _span(200, 900),
        "420",
        "qt间期|qtc间期|间期|qt|qtc|qtcf|qtcb|qt interval|qtc interval",
    ),
    Quantity(
        "viral_load",
        (Unit("[IU]/mL", "IU/mL", "iu/ml|iu per ml|国际单位/毫升|国际单位每毫升|单位/毫升"),),
        _span(0, 10**12),
        "500",
        "病毒载量|病毒量|viral load|virus level",
    ),
    Quantity(
        "viral_copies",
        (Unit("{copies}/mL", "copies/mL", "copies/ml|copies|cp/ml|拷贝/毫升|拷贝每毫升|拷贝"),),
        _span(0, 10**12),
        "200",
        "病毒载量|病毒量|viral load",
    ),
    Quantity(
        "urine_ratio",
        (
            Unit("mg/g", "mg/g", "mg/g|毫克/克|毫克每克"),
            Unit("g/g", "g/g", "g/g|mg/mg|克/克", Fraction(1000)),
            Unit("mg/mmol", "mg/mmol", "mg/mmol|毫克/毫摩尔", Fraction("8.84")),
        ),
        _span(0, 10**6),
        "30",
        "尿蛋白|尿白蛋白|比值|ratio|upcr|uacr|acr",
    ),
    Quantity(
        "volume",
        (
            Unit("mL", "mL", "ml|cc|毫升|milliliters|millilitres"),
            Unit("L", "L", "l|升|liters|litres", Fraction(1000)),
        ),
        _span(0, 10**6),
        "400",
        "量|volume|amount",
    ),
    Quantity(
        "heart_rate",
        (
            Unit(
                "/min",
                "",
                "/min|bpm|beats per minute|beats a minute|次每分|次每分钟|次/分|次|下",
            ),
        ),
        _span(20, 300),
        "72",
        "心率|脉搏|每分钟|一分钟|heart rate|pulse",
    ),
    Quantity(
        "dose_for_surface",
        (Unit("mg/m2", "mg/m2", "mg/m2|mg/m²|mg/m^2|mg/sqm|毫克/平方米|毫克每平方米"),),
        _span(0, 10_000),
        "240",
        "剂量|累积剂量|dose|total dose",
    ),
    Quantity(
        "mass_concentration",
        (
            Unit("mg/L", "mg/L", "mg/l|ug/ml|μg/ml|mcg/ml|毫克/升|毫克每升"),
            Unit("mg/dL", "mg/dL", _MG_DL, Fraction(10)),
            Unit("g/L", "g/L", "g/l|克/升|克每升", Fraction(1000)),
            Unit("ng/mL", "ng/mL", "ng/ml|ug/l|μg/l|mcg/l|纳克/毫升", Fraction(1, 1000)),
            Unit("ng/dL", "ng/dL", "ng/dl", Fraction(1, 10**5), key=False),
            Unit("pg/mL", "pg/mL", "pg/ml|ng/l|皮克/毫升", Fraction(1, 10**6)),
        ),
        _span(0, 10**6),
        "5",
        "浓度|含量",
    ),
    Quantity(
        "substance_concentration",
        (
            Unit("mmol/L", "mmol/L", "mmol/l|mmol|毫摩尔/升|毫摩尔每升|毫摩尔"),
            Unit("umol/L", "umol/L", _UMOL, Fraction(1, 1000)),
            Unit("nmol/L", "nmol/L", "nmol/l|nmol|纳摩尔/升", Fraction(1, 10**6)),
        ),
        _span(0, 10**5),
        "4",
        "浓度|含量",
    ),
    Quantity(
        "bilirubin",
        (Unit("umol/L", "umol/L", _UMOL), Unit("mg/dL", "mg/dL", _MG_DL, Fraction("17.1"))),
        _span(0, 1500),
        "12",
        "胆红素|总胆红素|直接胆红素|tbil|dbil|bili|bilirubin|total bilirubin",
    ),
    Quantity(
        "enzyme_activity",
        (
            Unit(
                "U/L",
                "U/L",
                "u/l|iu/l|u|iu|单位/升|单位每升|单位|国际单位/升|units/l|"
                "units per liter|units per litre|units|个单位",
            ),
            Unit("ukat/L", "ukat/L", "ukat/l|μkat/l", Fraction(60), key=False),
        ),
        _span(0, 100_000),
        "35",
        "alt|ast|gpt|got|alp|ggt|ck|ldh|谷丙|谷草|谷丙转氨酶|谷草转氨酶|丙氨酸氨基转移酶|"
        "天冬氨酸氨基转移酶|转氨酶|肌酸激酶",
    ),
    Quantity(
        "times_upper_limit",
        (
            Unit(
                "{ULN}",
                "x ULN",
                "倍|倍上限|倍正常上限|倍正常值上限|x|x uln|xuln|uln|times|times normal|"
                "times the upper limit|times the upper limit of normal|times the normal limit|"
                "times upper limit",
            ),
        ),
        _span(0, 1000),
        "2",
        "正常值的|正常上限的|正常值上限的|上限的",
    ),
    Quantity(
        "international_units",
        (
            Unit("[IU]/mL", "IU/mL", "iu/ml|iu per ml|ku/l|kiu/l|国际单位/毫升|国际单位每毫升"),
            Unit("m[IU]/mL", "mIU/mL", "miu/ml|mu/ml|iu/l|国际单位/升", Fraction(1, 1000)),
            Unit("m[IU]/L", "mIU/L", "miu/l|mu/l|uiu/ml|uu/ml|μiu/ml|μu/ml", Fraction(1, 10**6)),
        ),
        _span(0, 10**9),
        "100",
        "结果",
    ),
)
QUANTITIES: Mapping[str, Quantity] = {each.name: each for each in _TABLE}
"""Every quantity by its name."""
