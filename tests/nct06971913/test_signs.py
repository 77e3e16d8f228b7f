"""A choice that nobody names is offered by its signs, and refused where something may turn them."""

import re

import pytest
from reading.tables import TODAY, cells
from rows import each_row

from prescreen.dialog.listen import listen
from prescreen.reading.choices.signs import form
from prescreen.session.visit import Setting
from prescreen.values import Blank, Offer, Picked, Refusal

OFFERED = """
function | 记性不太好 | yes
lupus | 不是 是皮肌炎 | no
steroid | only when I'm flaring | some_days
leflunomide | 爱若华吃了两年 还在吃 | now
leflunomide | 来氟米特吃了半年现在还在吃 | now
steroid | 老早就断了 | none
steroid_shot | 上周打了一针地米 | yes
cmv | 没人给我查过这个 | not_tested
function | 要带孙子 走不开 | yes
ivig | 血小板掉到八千那回输的丙球 | yes
ivig | 丙球太贵了没舍得打 | no
cmv | 上回还是阳性这次复查血里转阴了 | negative
infections | 有一样 就不说是哪个了 | some
regimen | 打针莫得问题 医院就在屋门口 | fine
steroid | im off the pred completely now thank god | none
steroid | 類固醇冇食喇，醫生叫停咗 | none
steroid_drug | 以前吃强的松 今年换成美卓乐了 | methylprednisolone
steroid_drug | used to be prednisone now its medrol | methylprednisolone
neuro | no never affected my brain or nerves | no
neuro | had cerebral lupus in 2018, all clear since then | past
lupus | 醫師說比較像，但還要再抽血 | suspected
steroid | 一日不落地吃着 | daily
steroid | 上班那几天才吃，休息日不吃 | some_days
ivig | 没用过球蛋白 | no
ivig | 打过球蛋白 | yes
plasmapheresis | 有洗過血漿 | yes
other_trial | 抽过两管血给他们研究，没用药 | survey_only
other_trial | 参加过一个抗体药的，去年结束了 | before
neuro | 没有侵犯到神经 | no
neuro | 没侵犯大脑 | no
organs | 大夫没说过有这些病 | none
organs | no doctor ever told me i have any of these | none
cancer | they got it all, treatment done, clear since 2016 | past
regimen | came out in hives all over after IL-2 | reaction
function | sometimes I forget | yes
function | 老忘事 | yes
lupus | 2018年协和确诊的 | confirmed
lupus | my kidney biopsy showed lupus nephritis class III | confirmed
lupus | 盘状的，医生说只在皮肤上 | skin_only
lupus | they're not sure yet, still running tests | suspected
lupus | 查完说不是，是皮炎 | no
cmv | 尿里有，血里没有 | positive_other
cmv | viral load was 1,800 copies in the blood | positive_blood
cmv | nobody has ever tested me for that | not_tested
cmv | none in the blood | negative
cmv | it's not in my blood | negative
cmv | it was in the fluid from my lungs, not the blood | positive_other
steroid | 吃一天停一天 | some_days
steroid | I take one every other morning | some_days
steroid | 早上两片晚上一片 | daily
steroid | 没停过 | daily
leflunomide | 吃了半年头发掉得厉害就没吃了 | before
leflunomide | 没吃过，我吃的是他克莫司 | never
ivig | 静丙打过五天 | yes
plasmapheresis | 没做过换血 | no
steroid_shot | 上周在医院挂了三天甲强龙 | yes
other_trial | gave blood for research, no drugs | survey_only
other_trial | 正在一个CAR-T的组里 | now
organs | 肾不行了 一周透析三次 | kidney
organs | 没有透析，没有吸氧 | none
organs | kidney failure stage 5 and liver enzymes five times the limit | kidney liver
neuro | had lupus seizures in 2020, none since | past
neuro | 脑子没事 | no
complications | 还住着院呢 | now
complications | never hospitalized for that | no
autoimmune | 抗磷脂抗体阳性，医生说不算病 | antibody_only
regimen | 一看见针就晕 | hard
infections | yes, TB, on treatment | some
cancer | 直肠癌,现在还在放疗 | now
cancer | colon cancer in 2009, they got it all | past
pregnancy | 月经推迟十来天了，还没测 | maybe
function | 记性差，老忘 | yes
autoimmune | 住院那次还查出了继发性抗磷脂抗体综合征 | overlap
autoimmune | 抗磷脂抗体阳性,没有综合征 | antibody_only
cmv | EB没查过,巨细胞病毒DNA阳性 | positive_blood
cmv | PCR came back with 1,200 copies in my blood | positive_blood
cmv | they never checked me for that | not_tested
neuro | 十九岁癫痫发作过,是狼疮引起的,这十年没有了 | past
leflunomide | tried arava 3 months then stop because hair keeps falling | before
leflunomide | taking Arava since two years | now
leflunomide | 来氟米特20mg 每晚一片 | now
plasmapheresis | 换过三次血浆 | yes
ivig | 打了五天免疫球蛋白 | yes
steroid_shot | 上周住院冲击了三天 | yes
other_trial | 正在别家医院试药呢 | now
complications | 上午刚办的出院 | past
complications | nil admissions ever | no
cmv | 上回四百多拷贝,打了更昔洛韦,这回转阴了 | negative
cmv | was 900 copies, now undetected | negative
cmv | 抽血查的dna,3.2×10^3 copies | positive_blood
infections | 我有乙肝,别的都是阴性 | some
infections | hiv hepatitis tb all checked last month all negative | none
infections | 结核查了阴性,乙肝丙肝也都阴 | none
steroid_drug | 医院给的Prednisolone 5mg,马来西亚这边都叫这个 | prednisolone
regimen | 不怕针,离得也近 | fine
regimen | 打针没事,就是太远 | hard
neuro | 昏迷七天进过icu,当时下的神经精神狼疮,现在脑电图正常药也撤了 | past
cmv | they did not find it in my blood | negative
cmv | it was only in my water, not the blood | positive_other
cmv | never been checked for that | not_tested
leflunomide | I've been taking it since 2020 | now
leflunomide | no only plaquenil | never
regimen | needles dont bother me | fine
pregnancy | two weeks late so who knows | maybe
lupus | discoid, but the derm said only on my skin | skin_only
leflunomide | 这会儿还在吃来氟米特 | now
steroid_shot | 上礼拜刚吊了三天甲强龙 | yes
ivig | 打過免疫球蛋白，自費的，貴到爆 | yes
steroid | 天天早上吃完饭就吃 | daily
autoimmune | 只有狼疮这一个 | none
other_trial | 前年在仁济入过一个组，早出组了 | before
lupus | 皮肤科大夫讲就是盘状的，没到系统 | skin_only
lupus | 协和给定的，系统性的 | confirmed
steroid | 吃药 | daily
regimen | 怕不行 | hard
regimen | 可能可以 | fine
function | 可能不行 | yes
willing | 可以吧 | yes
regimen | 打针不怕就是没人陪 | hard
ivig | 打过几次记不清了 | yes
cmv | 之前阳性现在阴了 | negative
complications | 因为这个住过院 | past
organs | 没有心衰有肾衰 | kidney
organs | ALT 5 times normal | liver
autoimmune | nothing other than lupus | none
autoimmune | 除了狼疮还有个硬皮病 | other
ivig | ivig never again | yes
lupus | 后来排除了 | no
lupus | 以前误诊成类风湿，去年确诊了狼疮 | confirmed
cancer | 我没有，我妈得过乳腺癌 | none
"""
REFUSED = """
cancer | 宫颈癌前病变做过锥切
cmv | 上次阳性这次没查
lupus | 一个医生说是一个说不是
cancer | had it, came back last year
ivig | insurance is still deciding on the ivig
ivig | 丙球还在申请，没批下来
steroid | 医生叫我停，我没停
lupus | my doctor thinks it's rosacea
lupus | 比较像类风湿
steroid | 上个月才吃的
ivig | 咋打过
ivig | 有，自费吃的
ivig | 有，我老公打的
other_trial | 参加过什么试验
organs | 医生说过我有这些
steroid | 停了半年又吃上了
steroid | 偶尔忘吃
steroid_shot | 冲击过，去年的事了
steroid_shot | 打过激素，三个月前
organs | 心衰好了
infections | 乙肝好了
complications | 因为肺炎住过院
leflunomide | 吃过几年记不清了
leflunomide | 医生让我吃来氟米特
leflunomide | 我妈这会儿还在吃来氟米特
leflunomide | 来氟米特打过一针
steroid_drug | 地塞米松打过一针
steroid_drug | 地塞米松静脉的
steroid | 每天打一针
steroid_shot | 下礼拜吊三天甲强龙
ivig | 打过破伤风免疫球蛋白
ivig | 应该不行
steroid | 天天吃完饭就睡
autoimmune | 不只有狼疮
autoimmune | 不只是狼疮
lupus | 给我妈定的系统性的
other_trial | 我妈前年入过一个组，早出组了
willing | 不给住院，没床位
function | 不给住院，没床位
cmv | 巨细胞和EB病毒有一个阳性
regimen | 应该可以吗
lupus | my sister has lupus and I look after her
lupus | 我姐是狼疮，确诊五年了
infections | my ex had hepatitis
cmv | EB病毒阳性
cmv | no sign of it in my blood
cmv | positive in june but clear on the last one
cmv | hepatitis B came back negative
cmv | 我老公查出来阳性
cmv | CMV-DNA positive next time I hope
steroid | 羟氯喹每天吃
steroid | plaquenil every day
steroid | I used to take them every day
steroid | 要是疼就每天吃
leflunomide | 艾拉莫德吃着呢
leflunomide | 大夫想给我换这个
leflunomide | 来氟米特能不能吃
ivig | 医生建议打丙球
ivig | had iron infusions
steroid_shot | 去年冲击过
organs | 我妈肾衰，在透析
organs | 怕以后要透析
neuro | I worry it will reach my brain
complications | my husband was in ICU
autoimmune | 怀疑干燥，还没确诊
autoimmune | maybe Sjogren's, still testing
cancer | No, just the eczema
cancer | 我爸肺癌，在做化疗
cancer | 基底细胞癌，还有乳腺癌
pregnancy | 我媳妇怀孕了
pregnancy | my daughter in law is pregnant
regimen | it depends
function | 看情况吧
ivig | yes, please
steroid_drug | two a day
ivig | 静丙给人打过
ivig | 没有，静丙打过五天
ivig | 不是，打过静丙五天
ivig | no, I had IVIG for five days
plasmapheresis | 不是，换血做过三次
steroid_shot | 不是，上周在医院挂了三天甲强龙
other_trial | 没有，正在一个CAR-T的组里
lupus | 2018年协和确诊的，要问问我妈
regimen | 看情况，路太远
infections | 我爱人乙肝携带
infections | my hubby is a hep b carrier
infections | hepatitis vaccine
infections | 除了乙肝都是阴性
infections | 乙肝丙肝阴性,结核还没查
cmv | 上次阳性,这次还没出来
cmv | CMV and EBV, one of them positive
leflunomide | 艾拉莫德 25mg 每天两片
steroid | 医生说每天都要吃
steroid_drug | was on prednisone
infections | all negative except hep b
organs | 三年前肝功能飙到过几百,早就正常了
organs | liver enzymes were 5 times normal years ago, normal now
organs | 五年前心衰过一次,早好了
neuro | psychosis at 19 put down to lupus; nothing for the last ten years
cmv | EB病毒dna阳性
cmv | EBV-DNA 3000拷贝
cmv | EB病毒转阴了
cmv | report says positive, below the lower limit of quantification
autoimmune | 皮肌炎待排
autoimmune | doctor is testing me for scleroderma
autoimmune | screened for APS
autoimmune | RA runs in my family
lupus | 排除不了狼疮
cancer | 都说狼疮是不死的癌症
cancer | 狼疮又不是癌症
cancer | lupus is not cancer
cancer | I'm a Leo not a Cancer
cancer | twice
cancer | not benign
pregnancy | not menopausal
pregnancy | I came two weeks late to the appointment
function | I don't think I can manage
function | I doubt I'd manage
function | I'd manage if someone drives me
cmv | never been checked for lupus
leflunomide | been on it since may
cancer | it was a cyst not a cancer
cmv | it was in my sweat, not the blood
lupus | discoid
lupus | I have discoid lupus
lupus | 盘状红斑狼疮，确诊
lupus | discoid and systemic lupus
ivig | I've had so many drips I couldn't say
ivig | subcutaneous immunoglobulin every week
complications | 等着办出院
complications | in hospital for a broken leg
regimen | 要是周末能打就行
regimen | 有人接送的话就行
regimen | 针倒不怕,就是单位请不了那么久
function | 难讲
function | hard to say
willing | 要是不花钱我很乐意
willing | 我老公乐意
cancer | no cancer except breast cancer
cancer | none apart from lymphoma
cancer | 没有，除了甲状腺癌
cancer | 没得过其他癌症
cancer | 现在没癌了
cancer | no cancer since 2015
cancer | never had breast cancer
cancer | 不是基底细胞癌
cancer | basal cell and melanoma
cancer | not just basal cell
cancer | never had chemo
cancer | no one
cancer | I never said no cancer
organs | 除了第一个都没有
organs | 没有透析室
organs | 透析过三次
organs | off dialysis now
organs | 转氨酶2倍
organs | 1.5 times the normal limit
organs | kidney failure, just kidding
infections | all negative except one
infections | 其他都阴
infections | 年轻时都没有
infections | 但愿都没有
infections | 没感染过新冠
infections | 查了乙肝
infections | HIV test
infections | vaccinated for hep b
infections | tb not ruled out
autoimmune | not just lupus
autoimmune | 没有狼疮
autoimmune | 没有干燥综合征
autoimmune | RA not ruled out
autoimmune | 一开始说类风湿后来确诊狼疮
autoimmune | thought it was RA
autoimmune | 我怕得类风湿
autoimmune | sjogrens, says my mother
pregnancy | 没有绝经
pregnancy | not breastfeeding
pregnancy | 我是女的
pregnancy | no period for two months
pregnancy | 梦见怀孕了
lupus | 不是没有狼疮
lupus | lupus not ruled out
lupus | wish it wasn't lupus
lupus | 不是狼疮就好了
lupus | 不是小病是狼疮
lupus | 等确诊
lupus | 不是我
lupus | 是我
lupus | 确诊了又推翻了
cmv | 差点转阴
cmv | IgG positive DNA positive, no wait
steroid | 没有不吃
steroid | 不得不吃
steroid | 没一天不吃
steroid | 今天没吃
steroid | 星期天不吃
steroid | stopped but back on
steroid | no choice but to take them
steroid | daily in 2020
leflunomide | 现在不吃
leflunomide | stopped methotrexate
leflunomide | 不是每天吃
ivig | IVIG never helped
ivig | 差点打了
ivig | 听说过丙球
ivig | 今年没打
ivig | no not this year
ivig | 不是打过
ivig | 打过，骗你的
neuro | 脑子不好使
neuro | never say never
neuro | CNS lupus not ruled out
complications | never in hospital until now
regimen | no problem except needles
regimen | 我妈怕针
function | 除了早起没问题
function | my wife is depressed
"""
"""Another person, another drug or virus, a plan, a fear, a condition, a doubt, a question; a no
before that it was so.
"""


@each_row(("question", "text", "ids"), cells(OFFERED))
def test_a_choice_is_offered_by_its_signs(
    setting: Setting, question: str, text: str, ids: str
) -> None:
    asked = setting.script.plan.flow.question(question)
    heard = listen(asked, text, TODAY, setting.script.labels[question])
    assert heard == Offer(Picked(tuple(ids.split())))


@each_row(("question", "text"), cells(REFUSED))
def test_what_may_turn_the_signs_refuses_them(setting: Setting, question: str, text: str) -> None:
    asked = setting.script.plan.flow.question(question)
    assert isinstance(listen(asked, text, TODAY, setting.script.labels[question]), Refusal)


def test_a_name_that_is_forgotten_is_not_sure(setting: Setting) -> None:
    asked = setting.script.plan.flow.question("steroid_drug")
    text = "一种白色药片，名字忘了"
    assert listen(asked, text, TODAY, setting.script.labels["steroid_drug"]) is Blank.UNSURE


@pytest.mark.parametrize("text", ["it depends", "看情况"])
def test_it_depends_is_not_sure_of_a_wish_alone(setting: Setting, text: str) -> None:
    for question in setting.script.plan.flow.questions:
        if question.mood:
            heard = listen(question, text, TODAY, setting.script.labels[question.id])
            assert (heard is Blank.UNSURE) == (question.mood == "wish")


TURNS = ("我妈", "我打算", "要是", "my mother says", "is it true that", "I hope")


@each_row("turn", TURNS)
def test_what_turns_a_fact_never_leaves_it_by_its_signs(setting: Setting, turn: str) -> None:
    """Put before each text that is offered: another person, a plan, a condition, a question."""
    kept = []
    for question, text, ids in cells(OFFERED):
        asked = setting.script.plan.flow.question(question)
        if asked.mood not in {"fact_now", "fact_ever"} or text.isascii() != turn.isascii():
            continue
        said = f"{turn} {text}" if turn.isascii() else f"{turn}{text}"
        heard = listen(asked, said, TODAY, setting.script.labels[question])
        meant = heard.value if isinstance(heard, Offer) else heard
        if meant == Picked(tuple(ids.split())):
            kept.append(said)
    assert kept == []


def test_no_sign_is_empty_or_of_two_choices(setting: Setting) -> None:
    for question in setting.script.plan.flow.questions:
        owners: dict[str, str] = {}
        told = [(each.id, each.signs) for each in question.choices]
        for owner, signs in [*told, ("", question.signs), ("unsure", question.unsure_signs)]:
            for sign in signs:
                pattern = form(sign)
                assert re.fullmatch(pattern, "") is None, sign
                assert owners.setdefault(pattern, owner) == owner, sign
