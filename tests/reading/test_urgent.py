"""A call for help, and a sign that needs help now, in the words of people who are ill or afraid."""

from __future__ import annotations

from rows import each_row

from prescreen.flow.trial import Urgent
from prescreen.language.voices import Voice
from prescreen.page.speech import Speech
from prescreen.page.urgent_help import signs
from prescreen.reading import is_urgent
from prescreen.session.visit import Setting

CALLS = """
help | Help! | please help me | I need help | somebody help | it's an emergency
call an ambulance
call 120 | call the nurse now | I need a doctor now | get me a doctor
nurse!! | SOS | 60 kg please help me | 60 kg help | 60 kg 救命 | 快救我 | 求救 | 护士快来 | 医生快来
救命 | 救命啊 | 救救我 | 帮帮我 | 求助 | 紧急求助 | 帮我叫医生 | 快叫护士 | 帮我 | 快来帮我
我要叫救护车 | 没用了救命
 叫救护车 | 快打120
"""
SIGNS = """
I can't breathe | i cant breathe | it's hard for me to breathe | trouble breathing | out of breath
short of breath | my chest hurts | I have chest pain | pain in my chest | I am having a seizure
he just fainted | I passed out | she is unconscious | my mother is suddenly confused
my left side is weak | I can't move my right arm | worst headache of my life | a very bad headache
stiff neck and fever | I am bleeding heavily | coughing up blood | a fever of 39.5 | high fever
my temperature is 39 | blurred vision | blood in my urine | my eyes are yellow
my legs are swollen
I want to die | I want to kill myself | I don't want to live any more | I feel suicidal
thinking of ending my life | thoughts of hurting myself | no point in living
I can't go on | I can not go on like this | I no longer want to live | I don't want to wake up
I'm not sure I won't kill myself | I'm not going to kill myself today | why not kill myself
I can't promise I won't hurt myself | I'm trying not to kill myself | I hope I don't hurt myself
please don't let me kill myself | I don't want to kill myself but I think about it
I don't want to hurt myself any more | why wouldn't I kill myself | tired of living
I want to not kill myself | it's hard not to hurt myself
胸囗痛 | 胸口像压了块石头 | 呼吸好困难 | 我透唔到气
要晕了 | 手脚一直抽 | 嘴里吐白沫 | 人都认不清了
右手右脚动不了 | 右眼突然看不见了 | 38度8 | 小便像酱油 | 尿明显少了 | 眼珠子黄了 | 割腕了
真想一了百了
鼻血流了一个小时止不住 | 拉了好多血 | 医生快来 我不行了 | 眼皮肿得睁不开
chest pian | fever of 102F | 38.6℃ | blood in my stool | my legs just started swelling up
my sight is blury | 气都透不过来了 | 凶口疼 | 眼前新出现好多黑影
i cant breath | cant catch my breath | an elephant sitting on my chest | about to black out
siezure
he is convulsing | half my body has gone weak | my vision went blurry | temp 38.8 | peeing blood
face is all puffy | soaking a pad every hour | I would rather not be alive | gonna faint
胸闷气短 | 呼吸急促 | 不能呼吸 | 没法呼吸 | 叫护士 | my heart hurts
喘不上气 | 喘不过气来 | 上不来气 | 呼吸困难 | 有点呼吸困难 | 憋得慌 | 胸痛 | 胸口很疼 | 心口疼
心绞痛
抽搐了 | 癫痫发作了 | 刚才晕倒了 | 昏过去了 | 突然糊涂了 | 神志不清 | 半边身子没力气
左边胳膊没力气
嘴歪了 | 说不出话来 | 头疼得厉害 | 头痛欲裂 | 脖子发硬 | 大出血 | 流血不止 | 吐血 | 高烧
烧到39度
发烧38度5 | 看东西模糊 | 眼前有黑点 | 尿血 | 尿很少 | 眼睛发黄 | 脸肿了 | 喘不上氣 | 我妈晕倒了
I can barely breathe | struggling for air | I wish I was dead | life is not worth living
I blacked out | my left arm is weak | slurred speech | I'm not peeing | my pee is red | fever of 102
半身不遂了 | 出不来气 | 气上不来 | 喘得厉害 | 头疼得要炸了 | 脖子硬 | 体温三十九度 | 发烧三十八度五
尿少 | 尿是红的 | 拉黑便 | 想跳楼 | 想割腕 | 死了算了 | 不如死了 | 说话不清楚了 | 抽了
心痛 | 我心痛得厉害 | 没尿了 | 尿里 有血
不想活了 | 我想死 | 活不下去了 | 活着没什么意思 | 想自杀 | 想伤害自己 | 想结束自己的生命
"""
BESIDE = """
62 kg, but I can't breathe | 60公斤，胸口疼 | no chest pain but I can't breathe
没有胸痛，但是喘不上气
不是胸痛是喘不上气 | I don't know why my chest hurts | not feeling well, chest pain
no, chest pain
没有吃药，胸痛 | 以前没有，现在胸口疼 | 我是不是心绞痛 | 有没有胸痛我不知道，现在喘不上气
"""
DENIED = """
no chest pain | no chest pain or trouble breathing | no fever, chest pain or seizures
never fainted
I don't have chest pain | I do not have any chest pain | I'm not suicidal | without chest pain
I'm not going to kill myself | I won't kill myself | I don't want to kill myself
I wouldn't hurt myself | I would never hurt myself | no thoughts of hurting myself
I have no plans to kill myself | no suicidal thoughts | she's not suicidal | I don't want to die
my husband isn't suicidal at all | I'm not thinking of ending my life | never tried to kill myself
no, I promise I won't hurt myself | I'm not about to hurt myself or anyone else
没什么胸痛 | 没啥胸闷气短 | 尿不少 | I'm not struggling for air
没有胸闷气短 | 没有胸痛 | 没胸痛 | 不憋气 | 没有胸痛、呼吸困难 | 没有胸痛，也没有呼吸困难 | 没晕倒过
从来没抽搐过
没想过自杀 | 从没想过伤害自己 | 没有自杀的想法 | 没有高烧 | 没有尿血
不用救命 | 不用叫救护车 | 没叫救护车 | 心不痛 | 没有尿蛋白 | 还没尿检 | 尿里有 血里头没查到
我年轻生过病 | 心疼钱 | 帮我填一下
"""
LONG_AGO = """
I had a seizure years ago | I had seizures in 2015 | 以前晕倒过 | 去年抽搐过 | 小时候癫痫发作过
I had a fit as a toddler | fainted once in school | 癫痫发作过 | 有过抽搐 | 昏迷过 | 晕倒过两次
"""
ANSWERS = """
45 | 120 | 120斤 | 打120针 | yes | no | not sure | I need help with this question | I'm confused
this helps | I am scared | headache | tell the doctor | I want to diet | can't come
I can't go on Mondays | can't go on holiday | I don't want to go on steroids | hard to say
帮我妈填的 | 不想说 | 不想参加 | 热死了 | 头疼 | 我糊涂了 | 气短 | 平时胸闷 | 下半身没力气
a faint pink rash | you nearly gave me a heart attack | can medrol give you blurred vision?
does leflunomide cause yellow skin? | 这药会不会引起胸痛 | 想死你们了 | 救命恩人 | 抽了好多血
尿里没有血 | 忙得喘不过气来
尿蛋白少了 | 一直抽筋 | 眼睛看不见字 | no air conditioning
水肿 | 透析
告诉医生 | 叫甲强龙 | 脖子疼 | 体温36.5 | 发烧37度 | 住院 | 感染性休克 | 死马当活马医 | 没问题
血液阳性 | 今天抽了血 | 抽了三管血 | 看医生 | doctor says no
医生来过 | nurse told me | fever of 37
护士来打的 | 医生说过来复查 | my arm is weak | the pills help me | he can help us
"""


def each(table: str) -> list[str]:
    return [phrase.strip() for line in table.strip().split("\n") for phrase in line.split("|")]


def test_who_calls_for_help_is_heard() -> None:
    assert [text for text in (*each(CALLS), *each(SIGNS)) if not is_urgent(text, ())] == []


@each_row("text", each(BESIDE))
def test_a_sign_is_heard_beside_whatever_else_is_said(text: str) -> None:
    assert is_urgent(text, ())


def test_every_sign_is_heard_as_it_is_shown(setting: Setting) -> None:
    speeches = [
        Speech(each, voice, setting.domain)
        for each in setting.languages.values()
        for voice in Voice
    ]
    own = {sign for speech in speeches for sign in signs(speech, Urgent())}
    assert len(own) > 20
    assert [each for each in own if not is_urgent(each, ())] == []
    assert own <= {*setting.script.signs}
    assert [
        each for each in setting.script.signs if not is_urgent(each, setting.script.signs)
    ] == []


def test_a_flow_adds_signs_of_its_own() -> None:
    assert not is_urgent("my nails turn blue", ())
    assert is_urgent("My nails turn blue!", ("My nails turn blue (or grey).",))
    assert not is_urgent("no, my nails", ("My nails turn blue",))
    rash = "A rash with blisters, above all near an eye."
    assert is_urgent(rash.lower(), (rash,))
    assert not is_urgent("a rash, above all near an eye", (rash,))


@each_row("text", each(DENIED))
def test_a_denied_sign_is_no_call(setting: Setting, text: str) -> None:
    assert not is_urgent(text, setting.script.signs)


@each_row("text", each(LONG_AGO))
def test_what_was_long_ago_is_no_call(setting: Setting, text: str) -> None:
    assert not is_urgent(text, setting.script.signs)


@each_row("text", each(ANSWERS))
def test_an_answer_is_no_call(setting: Setting, text: str) -> None:
    assert not is_urgent(text, setting.script.signs)


@each_row("text", ["", " ", "。", "\x00", "x" * 10_000, "救命" + "啊" * 300])
def test_any_text_can_be_listened_to(text: str) -> None:
    assert is_urgent(text, ()) == text.startswith("救命")


def test_the_answers_of_a_flow_are_no_calls(setting: Setting) -> None:
    script = setting.script
    labels = {
        label
        for question in script.labels.values()
        for words in question.values()
        for label in words
    }
    words = {
        word
        for question in script.plan.flow.questions
        for choice in question.choices
        for word in choice.words
    }
    assert [each for each in {*labels, *words} if is_urgent(each, script.signs)] == []
