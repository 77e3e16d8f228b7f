"""A choice with a story around it is offered, and refused where another part may turn it."""

from datetime import date

from reading.tables import TODAY, cells
from rows import each_row

from prescreen.dialog.listen import listen
from prescreen.session.visit import Setting
from prescreen.values import Blank, Days, Offer, Picked, Refusal

CHOICES = """
lupus | 医生说像，还要再查抗体 | suspected
plasmapheresis | 做过 透析 |
plasmapheresis | 做过，透析 |
plasmapheresis | 换过 血小板 |
ivig | 打过，人血白蛋白 |
ivig | 打过 协和医院 | yes
ivig | 打过，血小板低 | yes
lupus | 家里老人有狼疮 |
lupus | 一家子都有狼疮 |
lupus | 确诊不了 |
lupus | 诊断不出来 |
infections | 我家那口子乙肝 |
infections | 这些都没查过 |
infections | 这些一个都没查出来 | none
infections | never tested for hiv |
infections | tested, all negative | none
infections | 乙肝抗体阳性 |
infections | hep b antibody positive |
infections | hep b exposed |
infections | 倒也不是完全没有 |
autoimmune | 抗SSA抗体阳性 | antibody_only
autoimmune | 类风湿抗体高 |
cancer | 没查过癌 |
cancer | 家里人没得过 |
cancer | 家里人都没有 |
neuro | 家属没得过 |
cancer | 没查出癌来 | none
cancer | all clear |
pregnancy | 避孕套破了 |
pregnancy | 想要二胎，不知道能不能要 |
pregnancy | 没怀，在避孕 | no
leflunomide | 吃过来氟米特，不让停 |
leflunomide | 医生不让吃来氟米特 |
leflunomide | 医生不让吃来氟米特了 | before
leflunomide | 来氟米特吃过三个月，肝酶高不给吃了 | before
regimen | 怕打白介素2，起疹子 |
steroid_shot | 上周没打激素 |
steroid_shot | 近两周一针激素都没打 |
steroid_shot | 最近没打过激素针 | no
willing | 算了 想听 |
steroid_drug | 以前吃强的松，肝不好给换成美卓乐了 | methylprednisolone
steroid_drug | 美卓乐换成强的松了 | prednisone
steroid_drug | 还没换成美卓乐 |
steroid_drug | 医生让换成美卓乐 |
steroid_drug | 我妈换成美卓乐了 |
leflunomide | 吃过大半年来氟米特 后来转氨酶高了就不让吃了 | before
leflunomide | 没让吃 |
cancer | 甲状腺癌 2018年切的 年年复查都好 医生说不用治了 | past
cancer | 没法治了 |
cancer | 快治好了 |
infections | 有，不说是哪个 | some
infections | 没有，是哪个就不讲了 |
regimen | 打过白介素2，浑身起疹子送了急诊 | reaction
regimen | 打过白介素2，没有起疹子 |
regimen | 我妈打过白介素2，起疹子 |
regimen | 打青霉素，浑身起疹子 |
lupus | 抗核抗体高，风湿科说有可能，还不能定 | suspected
lupus | 没有了 |
cancer | 家里人没得过 |
cancer | 家里人都没有 |
neuro | 家属没得过 |
lupus | 快确诊了 |
cmv | 尿里有 血里头没查到 | positive_other
cmv_vaccine | 以前参加试验给我打过巨细胞病毒疫苗 | yes
cmv_vaccine | 给我妈打过巨细胞病毒疫苗 |
pregnancy | 娃还在吃我的奶 | yes
pregnancy | 宝宝吃我姐的奶 |
pregnancy | 娃没吃我的奶 |
pregnancy | 不怀孕了 | no
pregnancy | 快怀孕了 |
pregnancy | 马上怀孕了 |
pregnancy | 怀着呢，快生了 | yes
ivig | 打过 人血白蛋白 |
ivig | 打过 流感疫苗 |
ivig | 打过 静脉丙种球蛋白 | yes
ivig | 快打了 |
ivig | 马上就打了 |
ivig | 没有胸痛，没打过 | no
ivig | 没有胸痛 |
cmv | positive, they started me on ganciclovir | positive_blood
steroid | 吃了五年了,一天都没断 | daily
steroid | every other day at the moment | some_days
steroid_drug | prednisone, the generic one | prednisone
leflunomide | 吃过两个月,拉肚子停了 | before
leflunomide | yes but it made me sick so I stopped | before
leflunomide | 艾拉莫德,现在在吃 |
organs | 心衰,还透析 | heart kidney
organs | 尿毒症,肺也不行要在家吸氧 |
neuro | yes, two years ago, but it's fine now | past
autoimmune | rheumatoid arthritis since 2010 | other
cancer | had breast cancer ten years ago, all gone now | past
cancer | basal cell, breast cancer |
cancer | 乳腺癌,没得过 |
pregnancy | I'm 6 months pregnant with my third child | yes
pregnancy | 没有,我都五十多了 | no
regimen | that would be hard, I live four hours away | hard
complications | 正住着院呢，为这个 | now
leflunomide | yes, the leflunomide |
autoimmune | rheumatoid arthritis-like symptoms |
steroid_drug | prednisone or prednisolone |
ivig | no, except when I was a child |
ivig | 没给丙球 |
cmv | urine positive, blood negative now |
organs | dad had kidney failure |
infections | mum has TB |
infections | 老公乙肝 |
other_trial | husband did one for his diabetes |
infections | my dad and I both have hepatitis B | some
ivig | almost had it |
ivig | I nearly had one last year |
ivig | came close to having it |
ivig | had it nearly every month | yes
ivig | second one was in June |
leflunomide | first one in June |
pregnancy | about to be pregnant |
pregnancy | almost pregnant |
pregnancy | was pregnant |
pregnancy | pregnant once |
pregnancy | stopped breastfeeding last year |
pregnancy | was pregnant, now breastfeeding | yes
organs | nearly on dialysis |
organs | home oxygen for my lungs and my heart's failing too | heart lung
organs | dad's heart is failing and I'm on home oxygen | lung
cancer | almost had cancer |
cancer | had cancer almost ten years ago, clear now | past
lupus | nearly confirmed |
lupus | no longer |
lupus | he's calling it probable SLE, not definite yet | suspected
lupus | she said he has lupus |
lupus | she says she has it |
lupus | derm says discoid, skin only, not the systemic kind | skin_only
lupus | not skin only |
steroid | nearly off them |
steroid | almost every day | daily
steroid | every single morning with my toast | daily
steroid_shot | no, last one was back in June | no
steroid_shot | no, last one was last week |
steroid_shot | last one was in June |
other_trial | was in a phase II for lupus nephritis, that ended in 1999 | before
other_trial | about to join one |
other_trial | phase 3 |
function | no way I could manage |
steroid | only during flares | some_days
steroid | not during flares |
infections | clean on all of them | none
infections | not clear of all of them |
infections | tests aren't clear |
infections | TB not treated yet | some
autoimmune | nothing apart from the lupus | none
autoimmune | RA apart from lupus | other
other_trial | first time was in 2019 |
other_trial | nope first time | never
adult | turning 18 soon |
lupus | they think maybe, bloods are borderline so we wait | suspected
leflunomide | on 20mg arava | now
leflunomide | on 20 mg in 2015 |
organs | am on dialysis 3x a week | kidney
neuro | no, brain's fine | no
neuro | brain isn't fine | now
cancer | my cancer isn't gone | now
cancer | cancer not cleared yet | now
cancer | the cancer is not fully cured | now
cancer | cancer's gone | past
steroid_shot | had 3 iv methylpred last week | yes
ivig | had immunoglobulin test |
ivig | had it scheduled |
pregnancy | had a baby in May |
pregnancy | finished breastfeeding |
pregnancy | pregnant women shouldn't |
pregnancy | due in May | yes
cancer | had chemo for lupus |
cancer | had chemo for lymphoma in 2010, all clear | past
lupus | had lupus as a misdiagnosis |
cmv | positive, but was contamination |
steroid | every day except Sunday | some_days
steroid | every day but Sunday | some_days
steroid | daily, but not at weekends | some_days
steroid | 除了周末天天吃 | some_days
steroid_shot | B12 jab on the 20th |
steroid_shot | blood test on the 20th |
steroid_shot | in my knee on the 20th | yes
ivig | I tried to get it but insurance said no |
neuro | 抽过血 |
pregnancy | 我都绝经了 | no
pregnancy | birth control at the moment |
pregnancy | single at the moment | no
lupus | at the moment |
ivig | 没试过 | no
ivig | tried it once | yes
leflunomide | never tried | never
leflunomide | 试过 | before
cancer | 没试过 |
lupus | my rheumatologist confirmed it in 2014 | confirmed
lupus | my rheumatologist doubts it |
autoimmune | Hashimoto's and rheumatoid arthritis | other
autoimmune | 桥本，还有类风湿 | other
infections | T-SPOT是阴性 |
ivig | depends what you mean |
lupus | they say it's UCTD at the moment |
regimen | 打针OK的啦 | fine
regimen | shots are not ok |
steroid_drug | 氟氢可的松 |
steroid_drug | 甲基泼尼松 |
steroid_drug | 氟化可的松 |
steroid_drug | 醋酸可的松 | cortisone
neuro | 抽过风 | past
autoimmune | RA factor positive | antibody_only
autoimmune | family history of scleroderma |
infections | tested negative for HIV |
infections | exposed to TB |
infections | had EBV as a teen |
infections | hep B immune |
neuro | seizures as a child, not lupus |
"""


@each_row(("question", "text", "ids"), cells(CHOICES))
def test_a_choice_in_a_story_is_offered_or_refused(
    setting: Setting, question: str, text: str, ids: str
) -> None:
    asked = setting.script.plan.flow.question(question)
    heard = listen(asked, text, TODAY, setting.script.labels[question])
    if ids:
        assert isinstance(heard, Offer)
        assert heard == Offer(Picked(tuple(ids.split())))
    else:
        assert isinstance(heard, Refusal)


TAKEN = """
cmv | 血里CMVDNA是阴性的 | negative
organs | 都没得 | none
ivig | 搞不清楚，我闺女管这些 | unsure
infections | T-SPOT是阳性 | unsure
cmv | 报告上写的<500 | unsure
plasmapheresis | immunoadsorption, four times | unsure
willing | depends how far I have to travel | unsure
willing | 得看远不远 | unsure
ivig | 没整过那玩意儿 | no
willing | 要得，你讲嘛 | yes
pregnancy | 已经绝经了 | no
steroid_drug | 去氢可的松 | prednisone
leflunomide | 一片来氟米特都没吃过 | never
ivig | 一瓶丙球都没打过 | no
function | 不成问题 | no
function | 没什么问题 | no
function | 办得到 | no
function | 忙得过来 | no
function | 来不了 | yes
regimen | 跑得动 | fine
steroid_drug | 白色小药片 叫啥真想不起来 | unsure
steroid_shot | 近一个月一针激素都没打 | no
infections | 有一样，是哪个就不讲了 | some
complications | 一次也没为这些住过院 | no
willing | 算了 不想了解 | no
steroid_shot | not since June | no
steroid_shot | nothing since the spring | no
steroid_shot | not since 2019 | no
cmv_vaccine | no didn't even know there was one | no
cmv_vaccine | no clue, my shot records are long gone | unsure
steroid_drug | little round ones, the name's gone right out of my head | unsure
function | no I'd manage that fine | no
willing | can do | yes
willing | no thanks not for me | no
adult | just turned 18 | yes
other_trial | this would be my very first | never
cancer | that stays between me and my GP | private
function | I'll talk about that with the doctor in person | private
"""


@each_row(("question", "text", "id"), cells(TAKEN))
def test_a_choice_is_taken_in_whatever_words(
    setting: Setting, question: str, text: str, id: str
) -> None:
    asked = setting.script.plan.flow.question(question)
    heard = listen(asked, text, TODAY, setting.script.labels[question])
    assert heard == (Blank(id) if id in {"unsure", "private"} else Picked((id,)))


LAST = """
ivig_when | 丙球是2021年5月打的
ivig_when | 丙球2021年5月打的
ivig_when | last IVIG May 2021
ivig_when | my last IVIG was in May 2021
ivig_when | the most recent IVIG infusion May 2021
ivig_when | last Octagam drip was May 2021
"""
ENDED = """
leflunomide_when | 停药三年了
leflunomide_when | 吃完三年了
ivig_when | 打完三年了
ivig_when | 停了三年了
plasmapheresis_when | 三年前做的
"""
ENDED_ELSE = """
ivig_when | 停药三年了
ivig_when | 吃完三年了
ivig_when | 白蛋白是三年前打的
ivig_when | 前后三个月
ivig_when | 三个月的疗程
ivig_when | three months before the operation
plasmapheresis_when | 停药三年了
"""
NOT_LAST = """
ivig_when | last lupus flare May 2021
ivig_when | not my last IVIG May 2021
ivig_when | before my last IVIG May 2021
ivig_when | second last IVIG May 2021
"""


@each_row(("question", "text"), cells(LAST))
def test_the_last_of_what_is_asked_about_is_a_time(
    setting: Setting, question: str, text: str
) -> None:
    heard = listen(setting.script.plan.flow.question(question), text, TODAY, {})
    assert heard == Days(date(2021, 5, 1), date(2021, 5, 31))


@each_row(("question", "text"), cells(ENDED))
def test_what_ended_of_what_is_asked_about_is_a_time(
    setting: Setting, question: str, text: str
) -> None:
    heard = listen(setting.script.plan.flow.question(question), text, TODAY, {})
    assert isinstance(heard, Days)


@each_row(("question", "text"), cells(ENDED_ELSE + NOT_LAST.lstrip()))
def test_the_last_of_something_else_is_no_time(setting: Setting, question: str, text: str) -> None:
    heard = listen(setting.script.plan.flow.question(question), text, TODAY, {})
    assert isinstance(heard, Refusal)


@each_row("text", ["没有没有", "从来没有", "没有没有，真没有"])
def test_a_no_said_twice_is_no_question(setting: Setting, text: str) -> None:
    heard = listen(setting.script.plan.flow.question("ivig"), text, TODAY, {})
    assert heard == Picked(("no",))


def test_whoever_would_rather_not_say_if_they_want_to_hear_more_does_not(setting: Setting) -> None:
    willing = setting.script.plan.flow.question("willing")
    for text in ("不想说", "prefer not to say"):
        assert listen(willing, text, TODAY, setting.script.labels["willing"]) == Picked(("no",))


@each_row(("text", "choice"), [("想 听", "yes"), ("听 听", "yes"), ("不感 兴趣", "no")])
def test_a_space_within_a_word_changes_no_wish(setting: Setting, text: str, choice: str) -> None:
    willing = setting.script.plan.flow.question("willing")
    assert listen(willing, text, TODAY, setting.script.labels["willing"]) == Picked((choice,))
