"""One spelling for everything typed: width, case, script, quotes and spaces made plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

LONGEST = 120
"""Characters an answer may have; anything longer is not read at all."""

_PLAIN: Mapping[str, str] = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "―": "-",
    "‐": "-", "‑": "-", "−": "-", "〜": "~", "～": "~", "×": "x", "＊": "*", "…": "...",
    "。": "。", "、": "、", "⁄": "/", "∕": "/", "〇": "零", "○": "零",
}  # fmt: skip

_CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸弍叄两兩亿億萬"
_NUMERALS = "一二三四五六七八九十百千二三六二三两两亿亿万"

_TRADITIONAL = (
    "個歲週禮點閣來過沒無對錯應該還從現間會時後斷給讓買賣藥劑針疫體輸丙種蛋濃舊"
    "確記憶楚當認為嗎麼樣這說話實際與並僅數號選項單雙幾餘將達滿虛屬馬龍雞豬"
    "長記輕磅錢噸兩貫鎊臺灣開關於緊醫師護處問題題難聽見覺願講訴談暫結"
    "頭處頓喫飯癢熱痛壓濟雜誌據顯資訊診斷檢驗陽陰狀態變換漿狼瘡腎臟"
    "壞腦經炎癌腫瘤懷孕餵產業務農曆陰陽臘節國慶勞動終試臨總約莫"
    "準備較幫邊車書寫爺奶媽爸親們孫兒女嬸舅夫妻婦歡樂讀"
    "啟運離塊圓淨贊許絕別嚴極許參與調查進退轉觸發請謝"
    "聯繫絡電腳傷風濕葉術療費殺滅樓層習慣陣剛纔禮拜"
    "倆鐘鍾歷紀紅斑狽幹細髮裏裡內偽假"
    "顆錠減齡誰連係雖讓卻獨遺驚擔穩靜異樣複雜繼續適"
)
_SIMPLIFIED = (
    "个岁周礼点阁来过没无对错应该还从现间会时后断给让买卖药剂针疫体输丙种蛋浓旧"
    "确记忆楚当认为吗么样这说话实际与并仅数号选项单双几余将达满虚属马龙鸡猪"
    "长记轻磅钱吨两贯镑台湾开关于紧医师护处问题题难听见觉愿讲诉谈暂结"
    "头处顿吃饭痒热痛压济杂志据显资讯诊断检验阳阴状态变换浆狼疮肾脏"
    "坏脑经炎癌肿瘤怀孕喂产业务农历阴阳腊节国庆劳动终试临总约莫"
    "准备较帮边车书写爷奶妈爸亲们孙儿女婶舅夫妻妇欢乐读"
    "启运离块圆净赞许绝别严极许参与调查进退转触发请谢"
    "联系络电脚伤风湿叶术疗费杀灭楼层习惯阵刚才礼拜"
    "俩钟钟历纪红斑狈干细发里里内伪假"
    "颗锭减龄谁连系虽让却独遗惊担稳静异样复杂继续适"
)

_TABLE = {
    **{ord(a): b for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **{ord(a): b for a, b in zip(_CAPITALS, _NUMERALS, strict=True)},
    **{ord(a): b for a, b in _PLAIN.items()},
}
_HAN = "\u3400-\u9fff"
_LOOSE = re.compile(rf"(?<=[{_HAN}]) +| +(?=[{_HAN}])")
_SPACES = re.compile(r"[ \u00a0\u3000\u2000-\u200a]+")


def normalise(text: str) -> str | None:
    """The plain spelling of a typed answer, or None where it is too long or holds controls.

    Simplified characters, ASCII letters and digits in lower case, one space between words and
    none next to a Chinese character. Normalising twice gives the same as once.
    """
    if len(text) > 4 * LONGEST:
        return None
    text = text.strip()
    if len(text) > LONGEST or not all(map(_readable, text)):
        return None
    if not text.isascii():
        text = unicodedata.normalize("NFKC", "".join(map(_apart, text))).translate(_TABLE)
    text = _SPACES.sub(" ", text.casefold().translate(_TABLE)).strip()
    return _LOOSE.sub("", text)


def _readable(char: str) -> bool:
    return char.isprintable() or char in "\u3000\u00a0"


def _apart(char: str) -> str:
    """A character whose plain form must not run into its neighbours: 4½, ②, 10²."""
    shape = unicodedata.decomposition(char)
    if shape.startswith(("<fraction>", "<circle>")):
        return f" {char} "
    if shape.startswith(("<super>", "<sub>")):
        return "\ufffd"
    return char
