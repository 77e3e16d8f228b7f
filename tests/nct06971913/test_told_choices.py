"""A choice with a story around it is offered, and refused where another part may turn it."""

from reading.tables import TODAY, cells
from rows import each_row

from prescreen.dialog.listen import listen
from prescreen.session.visit import Setting
from prescreen.values import Offer, Picked, Refusal

CHOICES = """
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


@each_row("text", ["没有没有", "从来没有", "没有没有，真没有"])
def test_a_no_said_twice_is_no_question(setting: Setting, text: str) -> None:
    heard = listen(setting.script.plan.flow.question("ivig"), text, TODAY, {})
    assert heard == Picked(("no",))


def test_whoever_would_rather_not_say_if_they_want_to_hear_more_does_not(setting: Setting) -> None:
    willing = setting.script.plan.flow.question("willing")
    for text in ("不想说", "prefer not to say"):
        assert listen(willing, text, TODAY, setting.script.labels["willing"]) == Picked(("no",))
