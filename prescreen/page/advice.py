"""What results say besides their reasons: whom to ask, what to bring, and what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from prescreen.dialog.dialog import Dialog
from prescreen.flow.trial import Text, Trial
from prescreen.language.site import Site
from prescreen.page.audiences import Audience
from prescreen.page.model import Block, Tone
from prescreen.page.speech import Speech
from prescreen.page.words import Sentence, Words


def contact(dialog: Dialog, speech: Speech, site: Site | None) -> Iterator[Block]:
    """The contact card from the site file, or plainly that there is none."""
    trial = dialog.flow.trial
    yield Block(speech(Words.CONTACT), Tone.HEADING)
    card = site.contact_of(trial.id) if site else None
    if card is None:
        yield Block(speech.joined([*_without_contact(trial, speech)]))
        return
    code = speech.language.code
    hospital, desk = card.hospital[code], card.desk[code]
    yield item(speech(Words.AND_ALSO, one=hospital, other=desk))
    yield item(speech(Words.PHONE, phone=card.phone))
    yield item(speech(Words.HOURS, hours=card.hours[code]))
    yield item(speech(Words.ADDRESS, address=card.address[code]))


def _without_contact(trial: Trial, speech: Speech) -> Iterator[str]:
    """Where a study can be found of which nobody gave a desk or a telephone."""
    yield speech(Words.NO_CONTACT)
    if trial.sponsor:
        yield speech(Words.SPONSOR, sponsor=speech.words(trial.sponsor, "trial"))
    yield speech(Words.LISTED, registry=trial.registry, id=trial.id)


def _caution(dialog: Dialog, speech: Speech) -> Iterator[Block]:
    yield Block(speech(Words.FIRST_CHECK_ONLY), Tone.NOTE)
    yield Block(recruiting(dialog, speech), Tone.NOTE)


def recruiting(dialog: Dialog, speech: Speech) -> str:
    """That nobody here knows of recruiting, and what the public record says of it."""
    record = [*_record(dialog.flow.trial, speech)]
    return speech.joined([speech(Words.RECRUITING), *record, *_may_be_over(dialog, speech)])


def _record(trial: Trial, speech: Speech) -> Iterator[str]:
    """What the public record says of recruiting, if it does, and of which day it is."""
    if trial.status:
        status = speech.words(trial.status, "trial")
        if trial.record_date:
            yield speech(Words.RECORD, day=speech.day(trial.record_date), status=status)
        else:
            yield speech(Words.RECORD_UNDATED, status=status)


def _may_be_over(dialog: Dialog, speech: Speech) -> Iterator[str]:
    """That the study was to have ended by now, where it was."""
    end = dialog.flow.trial.planned_end
    if end and end < dialog.today:
        yield speech(Words.MAY_BE_OVER, day=speech.day(end))


def _keep_medicine(dialog: Dialog, speech: Speech) -> Iterator[str]:
    """That nobody should change a medicine, where the trial has to do with one."""
    if warning := dialog.flow.trial.medicine:
        yield speech.joined([speech(Words.KEEP_MEDICINE), speech.text(warning, "trial")])


def _do_not_wait(speech: Speech) -> Iterator[str]:
    """That nobody should wait with a treatment, which the healthy have none of."""
    if speech.audience not in (Audience.VOLUNTEERS, Audience.VOLUNTEERS_OR_CHILDREN):
        yield speech(Words.DO_NOT_WAIT)


def to_join(
    dialog: Dialog, speech: Speech, site: Site | None, points: Iterable[Block]
) -> Iterator[Block]:
    """What somebody needs who goes there: first whom to ask and what to bring."""
    trial = dialog.flow.trial
    yield from contact(dialog, speech, site)
    yield from _list(speech, Words.BRING, trial.bring)
    yield from points
    yield from _caution(dialog, speech)
    yield from _list(speech, Words.SITE_CHECKS, trial.site_checks)
    yield Block(speech(Words.GOOD_TO_KNOW), Tone.HEADING)
    if trial.chance:
        yield item(speech.text(trial.chance, "trial"))
    yield from map(item, (*_keep_medicine(dialog, speech), *_do_not_wait(speech)))
    yield item(speech(Words.NOT_CONSENT))
    yield item(speech.text(trial.safety, "trial"))


def _list(speech: Speech, title: Sentence, texts: tuple[Text, ...]) -> Iterator[Block]:
    if texts:
        yield Block(speech(title), Tone.HEADING)
    yield from (item(speech.text(text, "trial")) for text in texts)


def next_steps(
    dialog: Dialog, speech: Speech, recheck: date | None = None, *, dated: bool = False
) -> Iterator[Block]:
    """What somebody can do who can't join now; `dated` where a reason names a day to come."""
    yield Block(speech(Words.NEXT), Tone.HEADING)
    said = [speech(Words.NEXT_DATE, day=speech.day(recheck))] if recheck else []
    if recheck or dated:
        said += _may_be_over(dialog, speech)
    if said:
        yield item(speech.joined(said))
    yield item(speech(Words.NEXT_DOCTOR))


def leaving(dialog: Dialog, speech: Speech, warm: Sentence | None) -> Iterator[Block]:
    """What is said to everybody whom the study does not invite."""
    if warm:
        yield Block(speech(warm))
    yield Block(speech(Words.NOT_ABOUT_CARE))
    yield Block(speech(Words.FIRST_CHECK_ONLY))
    for each in (*_keep_medicine(dialog, speech), *_do_not_wait(speech)):
        yield Block(each, Tone.NOTE)
    yield Block(speech.text(dialog.flow.trial.safety, "trial"))


def item(text: str) -> Block:
    """A line of a list."""
    return Block(text, Tone.ITEM)
