"""How people tell that something ended, around the time when it did."""

from __future__ import annotations

import re

BORN = re.compile(r"我是?\d\d年的")
"""How people say when they were born."""
UP_TO = re.compile(
    r"^(?:从.{2,12}?)?(?:一直|断断续续)?(?:吃|用|打|服|做)到了?(.{2,12}?)(?:才?停的?药?了?|为止)?$"
)
"""从2021年吃到2023年7月: the end of a treatment."""
_END = re.compile(
    r"^(?:我|就|才|因为.*|由于.*|医生|大夫|给|让|都|已经|查.*)*(?:停|换成|换了|出组|退出|结束|做完|"
    r"打完|吃完|用完|出院)[^不没吗?？]*(?:就没再.了?)?$|^(?:最后|末)一次(?:去|打|做|用|吃|输|"
    r"参加)的?$|^(?:在?抢救|住院|手术|化疗|病重|发病|怀孕)的?(?:时候?|期间)(?:做|打|用|吃|输|挂|"
    r"停)的?了?$"
)
"""That it ended then, and how; or that it was the last time, and on what occasion."""
_NO_MORE = re.compile(
    r"(?:以后|之后)(?:我|就|再|也|一直|都)*没有?再?(?:吃|用|打|碰|做|服|输|去|挂)(?:过|了)?(?:药|"
    r"针|它)?$"
)
_LASTING = re.compile(r"(?:个月|[天周]|星期|礼拜|(?<!\d)[\d一二两三四五六七八九十几半]{1,2}年)$")


def ends(time: str, rest: str) -> bool:
    """Whether what follows a time tells that it ended then.

    8月13号以后就再没碰过 does; three months on is of another start.
    """
    if _END.match(rest):
        return True
    return _NO_MORE.match(rest) is not None and not _LASTING.search(time)
