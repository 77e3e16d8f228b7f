"""One spelling for everything typed: width, case, script, quotes and spaces made plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

LONGEST_ANSWER = 120
"""Characters an answer may have; anything longer is not read at all."""

_PLAIN: Mapping[str, str] = {
    "’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "–": "-", "—": "-", "―": "-",
    "‐": "-", "‑": "-", "−": "-", "〜": "~", "～": "~", "×": "x", "＊": "*", "…": "...",
    "。": "。", "、": "、", "⁄": "/", "∕": "/", "〇": "零", "○": "零",
}  # fmt: skip

_CAPITALS = "壹贰叁肆伍陆柒捌玖拾佰仟貳參陸弍叄两兩亿億萬"
_NUMERALS = "一二三四五六七八九十百千二三六二三两两亿亿万"

_TRADITIONAL = (
    "並乾來係倆個們偽備傳傷僅僞兒內別剛劃劑動務勞卻厲員問啓啟喫單喲嗎嘸噸嚐嚴囉國圓團"
    "塊塗壓壞妳婦媽嬸孫學宮實寫寶將對層屬師帶幫幹幾強彙後從復徵愛態慣慶憑憶應懷掛換擇"
    "擊擔據數斷於時暈暫曆曉書會東條業極樂樓標樣橋機檢歡歲歷殺氣氫決沒況淨減測準溼滅滿"
    "漿潑濃濕濟灕灣為無熱燒爲爺爾牀牠狀狽獨獻現產異當瘡療癢癥發皰確祇禮種稱穩節篩籤紀"
    "約紅細終組結絕絡給統經綜緊編總繫繼續纔習聯聽腎腦腫腳膚臘臟臨臺與興舊華葉藥處虛號"
    "術衝衹裏裡製複見規親覺觸計訊記許訴診試話該誌認誒語誤說説誰調談請講謝證議護讀變讓"
    "豬負貧貫責買費資賣賴贊車較輕輸轉辦農這連週進運過達適選遺還邊醫釐針錠錢錯鍾鎊鐘長尋"
    "閉開閏間閣關陣陰陽隊階際隨險隱隻雖雙雜雞離難電靜韋響頁項須預頓頭頸顆題額願類顧顯"
    "風飄飯飽餘餵馬驗驚髒體髮鬆麼黃點齒齡龍"
)
_SIMPLIFIED = (
    "并干来系俩个们伪备传伤仅伪儿内别刚划剂动务劳却厉员问启启吃单哟吗呒吨尝严啰国圆团"
    "块涂压坏你妇妈婶孙学宫实写宝将对层属师带帮干几强汇后从复征爱态惯庆凭忆应怀挂换择"
    "击担据数断于时晕暂历晓书会东条业极乐楼标样桥机检欢岁历杀气氢决没况净减测准湿灭满"
    "浆泼浓湿济漓湾为无热烧为爷尔床它状狈独献现产异当疮疗痒症发疱确只礼种称稳节筛签纪"
    "约红细终组结绝络给统经综紧编总系继续才习联听肾脑肿脚肤腊脏临台与兴旧华叶药处虚号"
    "术冲只里里制复见规亲觉触计讯记许诉诊试话该志认诶语误说说谁调谈请讲谢证议护读变让"
    "猪负贫贯责买费资卖赖赞车较轻输转办农这连周进运过达适选遗还边医厘针锭钱错钟镑钟长寻"
    "闭开闰间阁关阵阴阳队阶际随险隐只虽双杂鸡离难电静韦响页项须预顿头颈颗题额愿类顾显"
    "风飘饭饱余喂马验惊脏体发松么黄点齿龄龙"
)

_TABLE = {
    **{ord(a): b for a, b in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **{ord(a): b for a, b in zip(_CAPITALS, _NUMERALS, strict=True)},
    **{ord(a): b for a, b in _PLAIN.items()},
}
_APART = re.compile(r" (n't|'s|'m|'re|'ve|'ll|'d)(?![a-z'])")
"""Do n't: a word that was taken apart."""
_PAIR = re.compile(
    r"([\d一二三四五六七八九]) ?[、,，] ?([\d一二三四五六七八九])(?=个|年|月|天|周|星期|礼拜|岁|片|"
    r"粒|颗|斤|公斤|点)"
)
"""三、四个月: a range with a mark between its ends."""
_RISING = "一二三四五六七八九"
_ABOUT = re.compile(r"^~ ?(?=[\d.])")
"""A tilde before a figure is "about"; behind one it is a tone."""
_LOOSE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")
_SPACES = re.compile(r"[ \u00a0\u3000\u2000-\u200a]+")


_SPOKEN = (
    ("俺", "我"), ("咱", "我"),
    ("参与", "参加"), ("施打", "打"), ("冇", "没有"),
    ("嘅", "的"), ("咗", "了"), ("而家", "现在"), ("依家", "现在"),
    ("佢", "他"), ("哋", "们"), ("俩月", "两个月"), ("仨月", "三个月"),
    ("里头", "里"), ("里面", "里"),
    ("医师", "医生"), ("唔使", "不用"),
    ("现再", "现在"), ("半拉", "半个"), ("今朝", "今天"), ("早浪", "早上"), ("莫得", "没有"),
    ("朝早", "早上"), ("玩意儿", "东西"), ("玩意", "东西"),
    ("晓不得", "不晓得"), ("弄不灵清", "弄不清"), ("搞不灵清", "搞不清"),
    ("咩名", "什么名"),
    ("边个", "谁"), ("乜", "什么"), ("嗰", "那"), ("啱", "刚"),
    ("头先", "刚才"), ("木有", "没有"), ("寻日", "昨天"), ("琴日", "昨天"),
    ("寻晚", "昨晚"), ("琴晚", "昨晚"),
    ("呢只药", "这个药"),
    ("呢个", "这个"), ("呢种", "这种"), ("呢啲", "这些"),
)  # fmt: skip
"""Words of Cantonese and of the north, in the standard language."""
_REPUBLIC = re.compile(r"民国(\d{1,3})年")
"""A year as it is counted in Taiwan, from 1912 on."""
_JOIN = re.compile("參(?=[加與与考])")
"""No capital three, which 參 is of a sum."""
_NOT = re.compile("唔(?=[系是知记清识食打用做会想得])")
"""唔 before a verb; alone it only says hm."""
_EATEN = re.compile(
    r"吞(?=过|药|了|的)|食(?=过|药|了|紧|开|[\d一二两三四五六七八九十半几])|"
    r"(?<=[饭餐][后前]|天天|每[天日]|日日|不用|没有|早上|晚上|中午)食(?![物欲品堂谱])"
)
_IS = re.compile(r"(?<![关联体派语星谱水父母直嫡维没])系(?![统列数词指膜])")
_HOW = re.compile("咋(?=[吃打用做说讲整弄办会能可就没样])")
_HAS_NOT = re.compile("(?<![什怎那这多要])么有")
_INDEFINITE = re.compile(
    r"(?:(?<=没)|(?<=没有))((?:[吃打用做输挂得患住试查]|参加|接种)过)(?:什么|"
    r"啥)(?=[\u4e00-\u9fff]{2})"
    r"(?!东西|意思|时候)"
)
_NOT_ANY = re.compile(
    r"(?:^|(?<=[,，。 ]))(?:什么|啥)([\u4e00-\u9fff]{0,4}?)(?:也|都)(没(?:有|得)?)(?=$|[,，。! ])"
)
"""没打过什么针, 啥病也没有: none at all, and no question which."""
_AND = re.compile(r"(?<=[a-z\d]) '?n'? (?=(?:a half|half|one|two|three|\d)\b)")
_GOES_ON = re.compile(r"([吃打用做服输])紧(?![张急要密迫])")
_STILL = re.compile(r"仲(?=[有未在吃打用做是])")
_WEIGHED = re.compile(r"(?:^|(?<=[我刚早]))磅(?=了|过)")
"""What Cantonese says of what goes on, and of a scale: 仲食紧, 磅咗."""
_DRIP = re.compile(r"(?<!上)吊(?=[了过完的着水盐药]|[\d一二两三四五六七八九十几])")
"""吊水, as 挂水: to get a drip."""
_NONE = re.compile(
    "(?:无|没得|没的)(?=[打吃用做得参查住输接试]过)|没得(?=[的啊嘛哈呢哦，。！,.!]|$)"
)
_ONCE = re.compile("一回(?![来家去到国事])")
_TWO_THREE = re.compile(r"[俩仨](?=[片粒颗年天周个]|星期|礼拜|小时)")
_FUSED = {"俩": "两", "仨": "三"}
_SHORTHAND: Mapping[str, str] = {
    "yday": "yesterday", "ystd": "yesterday", "nite": "night", "nites": "nights",
    "morn": "morning", "mornins": "mornings", "mnths": "months", "b4": "before",
    "mnth": "month", "aftr": "after", "evry": "every", "tonite": "tonight", "abt": "about",
    "tmrw": "tomorrow", "yest": "yesterday", "aboot": "about", "cannae": "can't",
    "dinnae": "don't", "ive": "i've", "coupla": "couple of",
    "every single": "every", "tho": "though", "mounths": "months", "yers": "years",
    "beleive": "believe", "belive": "believe", "definetly": "definitely",
    "definately": "definitely", "definitly": "definitely", "definatly": "definitely",
    "probly": "probably", "prolly": "probably", "probaly": "probably", "stoped": "stopped",
    "untill": "until", "febuary": "february", "septmber": "september", "yesturday": "yesterday",
    "diagonsed": "diagnosed", "diagnosd": "diagnosed", "wieght": "weight", "wiegh": "weigh",
    "tablits": "tablets", "miligrams": "milligrams", "becuase": "because", "curently": "currently",
}  # fmt: skip
_CLIPPED = re.compile(
    r"(?<![a-z'])(tak|go|hav|us|gett|com|stopp|start|mak|do|be|morn|even|feel|wait|try)in(?![a-z])'?"
)
"""Takin, goin': what ends in -ing."""
_SHORT = re.compile(rf"(?<![a-z'])(?:{'|'.join(_SHORTHAND)})(?![a-z'])")
"""Words as they are typed in a hurry."""
_NEGATED = re.compile(
    r"(?<![a-z'])(do|does|did|is|was|are|were|has|have|had|could|would|should|ca|wo|ai)(?:nt|"
    r"nae)(?![a-z'])"
)
"""Havent, didnae: a "not" without its apostrophe, and in Scots."""
_TIMES = re.compile(r"(?<=\d) ?x (?=(?:a|per|each|every) (?:day|week|month|year)\b)", re.ASCII)
"""3x a week."""
_AFTER_ALL = re.compile(r"(?<=[a-z\d]),? though[.!]*$")
"""A last "though", which takes nothing back."""
_EXCEPT = re.compile(
    r"\b(day|daily),? but (?:not )?"
    r"(?=(?:on |at |the )*(?:weekend|(?:sun|mon|tues|wednes|thurs|fri|satur)day)s?[.! ]*$)"
)
"""Every day but Sunday: this "but" only leaves out a day."""
_POINT = re.compile(r"(?<![\d.])(\d{1,3}) point (\d{1,3})(?![\d.])", re.ASCII)
"""62 point 5, as a voice is written down."""
_FACES = re.compile(
    "[😀😁😂🤣😃😄😅😆😊😇🙂☺😌😍🥰😘😋😎😔😞😟🙁☹😣😖😫😩🥺😢😭😤😠😡🤯😳🥵🥶😱😨😰😥😓😴😪😷🤒🤕🤢🤮"
    "🤧😬😑😐❤🧡💛💚💙💜🖤💔🌹🌸🌺🌷🌼💐🍀✨🎉🙏💪🙋]+[♀♂\ufe0f\U0001f3fb-\U0001f3ff]*"
)
"""Faces that only show how somebody feels, no person, no thumb, no shrug, no wink."""
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))


def visible(text: str) -> str:
    """A text without what nobody sees: a byte order mark, characters of no width."""
    return text if text.isascii() else text.translate(_UNSEEN)


_FIGURES = re.compile(
    r"\W*\d[\d\s.,/]*(?:kg|kgs|kilos?|lbs?|mg|tablets?|pills?|公?斤|千克|磅|毫克|片|粒|岁|[kgplmts])\W*"
)


def wordless(text: str) -> bool:
    """Whether a text is no more than figures and a unit, as most answers typed are."""
    return _FIGURES.fullmatch(text) is not None or not any(map(str.isalpha, text))


def normalise(text: str) -> str | None:
    """The plain spelling of a typed answer, or None where it is too long or holds controls.

    Simplified characters, ASCII letters and digits in lower case, one space between words and
    none next to a character beyond ASCII. Normalising twice gives the same as once.
    """
    if len(text) > 4 * LONGEST_ANSWER:
        return None
    text = visible(text).strip()
    if len(text) > LONGEST_ANSWER or not (text.isprintable() or all(map(_readable, text))):
        return None
    if not text.isascii():
        text = _FACES.sub("，", text).strip("，")
        text = unicodedata.normalize("NFKC", "".join(map(_apart, _JOIN.sub("参", text)))).translate(
            _TABLE
        )
        for spoken, standard in _SPOKEN:
            text = text.replace(spoken, standard)
        text = _REPUBLIC.sub(lambda year: f"{int(year[1]) + 1911}年", text)
        text = _TWO_THREE.sub(lambda two: _FUSED[two[0]], _EATEN.sub("吃", _NOT.sub("不", text)))
        text = _ONCE.sub("一次", _NONE.sub("没有", text))
        text = _DRIP.sub(
            "挂", _NOT_ANY.sub(r"\2\1", _INDEFINITE.sub(r"\1", _HAS_NOT.sub("没有", text)))
        )
        text = _HOW.sub("怎么", _IS.sub("是", text))
        text = _WEIGHED.sub("称", _STILL.sub("还", _GOES_ON.sub(r"在\1", text)))
    text = _SPACES.sub(" ", text.casefold().translate(_TABLE)).strip()
    text = _CLIPPED.sub(r"\1ing", _NEGATED.sub(r"\1n't", text))
    text = _SHORT.sub(lambda word: _SHORTHAND[word[0]], text)
    text = _POINT.sub(r"\1.\2", _AND.sub(" and ", _TIMES.sub(" times ", text)))
    text = _AFTER_ALL.sub("", text)
    text = _EXCEPT.sub(r"\1 except ", text)
    text = _APART.sub(r"\1", _ABOUT.sub("≈", text))
    return text if text.isascii() else _PAIR.sub(_range, _LOOSE.sub("", text))


def _range(pair: re.Match[str]) -> str:
    """The ends of a rising pair joined; any other pair as it stands."""
    low, high = pair.groups()
    if low in _RISING and high in _RISING:
        return low + high if _RISING.index(high) == _RISING.index(low) + 1 else pair[0]
    if low.isascii() and high.isascii() and int(high) == int(low) + 1:
        return f"{low}-{high}"
    return pair[0]


def _readable(char: str) -> bool:
    return char.isprintable() or char in "\u3000\u00a0"


_ACCENTED = re.compile("(00[467][0-9A-F]|005[0-9A]|006[0-9A-F]) 03")
"""A letter of ASCII and its accent."""


def _apart(char: str) -> str:
    """A character whose plain form must not run into its neighbours: 4½, ②, 10²; and ö as o."""
    shape = unicodedata.decomposition(char)
    if shape.startswith(("<fraction>", "<circle>")):
        return f" {char} "
    if shape.startswith(("<super>", "<sub>")):
        return "\ufffd"
    accented = _ACCENTED.match(shape)
    return chr(int(accented[1], 16)) if accented else char
