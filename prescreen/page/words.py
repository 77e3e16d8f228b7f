"""Every sentence of the program itself, in plain English; the catalogs hold the Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from prescreen.language.catalogs import Message, forms
from prescreen.language.voices import Forms


class Sentence:
    """One sentence of the program in both forms; its name is the translator's context."""

    def __init__(self, text: Forms) -> None:
        self.text = text
        self.context = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.context = name.lower()


def say(patient: str, caregiver: str | None = None) -> Sentence:
    """A sentence in both forms; one form serves both where nobody is addressed."""
    return Sentence(Forms(patient, caregiver or patient))


class Words:
    """The program's sentences by name; the name is the translator's context."""

    # Before the questions
    CHOOSE_LANGUAGE = say("Choose your language")
    LANGUAGE_NAME = say("English")
    TITLE = say("{study}, a first check")
    TITLE_OF_SEVERAL = say("A first check for a study")
    CHOOSE_STUDY = say("Which study is this about?")
    WHO_ANSWERS = say("Who is answering?")
    I_AM_PATIENT = say("I answer for myself")
    I_AM_CAREGIVER = say("I answer for somebody I care for")
    NOTICE = say("Before we begin")
    NOTICE_WHAT = say(
        "This is a first check for one study. It takes about ten minutes.",
    )
    NOTICE_ADVICE = say(
        "This is a first check and no medical advice. Only the study doctors decide who can join."
    )
    NOTICE_SENSITIVE = say(
        "We will ask about your health. This is sensitive personal information. "
        "We ask only to see if the study could fit.",
        "We will ask about the health of the person you care for. This is sensitive personal "
        "information. We ask only to see if the study could fit. Please answer only if they agree.",
    )
    NOTICE_PRIVATE = say("You can leave private questions for the study team.")
    NOTICE_MEMORY = say("Your answers are erased at the end. Nothing is stored or sent on.")
    NOTICE_FREE = say(
        "Answering does not mean that you agree to join. You sign nothing. You can stop at any "
        "time, and your care will not change.",
        "Answering does not mean that you agree to join. You sign nothing. You can stop at any "
        "time, and the care will not change.",
    )
    NOTICE_MEDICINE = say(
        "Do not stop, cut or change any medicine to fit this study. "
        "Do not wait for a study to get treatment."
    )
    OPERATOR = say("This machine is run by {operator}. You can reach them here: {reach}.")
    AGREE = say("I agree to answer health questions", "The person I care for agrees, and I answer")
    READ_ON = say("Read on")
    RATHER_STAFF = say("I'd rather talk to staff")

    # Without a site file
    TRY_OUT = say("Try-out")
    NOTICE_TRY_OUT = say(
        "This is only a try-out. Nobody has entered who runs this machine. "
        "So please make up all answers, and say nothing of a real person."
    )
    TRY_IT = say("Try it with made-up answers")

    # Questions
    UNSURE = say("I'm not sure")
    PRIVATE = say("I'd rather tell the study staff in person")
    STEP = say("Step {step} of about {total}")
    YOUR_ANSWER = say("You answered: {answer}")
    HIDDEN = say("Answered, not shown")
    CMD_KEEP = say("Keep this answer")
    CONTINUE = say("Continue")
    ANSWER = say("Answer")
    NOTHING_TYPED = say("Please type or tap your answer first.")
    BEFORE_DAY = say("Before {day}")
    SINCE_DAY = say("On {day} or later")
    HEARD = say("I understood: {answer}.")
    HEARD_PRIVATE = say("Thank you. It will not be shown again.")

    # What was understood
    YEARS = say("{n} years old")
    ONE_YEAR_OLD = say("1 year old")
    DAYS_OLD = say("{n} days old")
    ONE_DAY_OLD = say("1 day old")
    WEEKS_OLD = say("{n} weeks old")
    MONTHS_OLD = say("{n} months old")
    ONE_MONTH_OLD = say("1 month old")
    BORN = say("born {day}, {years}")
    KG = say("{n} kg")
    JIN = say("{n} jin")
    LB = say("{n} lb")
    SAME_AS = say("{one}, that is {other}")
    ABOUT_SAME_AS = say("{one}, that is about {other}")
    RANGE = say("{lo} to {hi}")
    AND_ALSO = say("{one}; {other}")
    AND_THEN = say("{one}, {other}")
    EITHER = say("{one} or {other}")
    BMI = say("{one} and {other}: BMI {n}")
    IN_TIMES = say("{one}, that is {n} times {other}")
    FROM_TO = say("from {start} to {end}")
    AMOUNT = say("{n} {unit}")
    MG = say("{n} mg")
    TABLETS = say("{n} tablets")
    ONE_TABLET = say("1 tablet")
    BETWEEN_DAYS = say("between {start} and {end}")

    WITH_OTHER = say("{one} ({other})")
    WITH_ABOUT_OTHER = say("{one} (about {other})")
    WITH_BIRTH = say("{years} (born {day})")
    QUOTED = say('"{answer}"')
    OFFER = say("Did you mean {answer}?")
    OFFER_CHOICE = say("Did you mean {answer}?")
    OFFER_YES = say("Yes, that's it")
    OFFER_NO = say("No, not that")

    # The number pad and the picker
    UNIT_KG = say("kg")
    UNIT_JIN = say("jin")
    UNIT_LB = say("lb")
    UNIT_MG = say("mg")
    UNIT_TABLETS = say("tablets")
    UNIT_CM = say("cm")
    UNIT_M = say("m")
    UNIT_MM = say("mm")
    UNIT_IN = say("inches")
    UNIT_FT = say("feet")
    FEET_INCHES = say("{feet} feet {inches} inches")
    WEEKS_DAYS = say("{weeks} weeks {days} days")
    WEEKS_ONE_DAY = say("{weeks} weeks 1 day")
    UNIT_G = say("g")
    UNIT_CELSIUS = say("degrees C")
    UNIT_FAHRENHEIT = say("degrees F")
    UNIT_MMHG = say("mmHg")
    UNIT_DAYS = say("days")
    UNIT_WEEKS = say("weeks")
    UNIT_MONTHS = say("months")
    UNIT_YEARS = say("years")
    UNIT_HOURS = say("hours")
    UNIT_MINUTES = say("minutes")
    UNIT_SECONDS = say("seconds")
    UNIT_MILLISECONDS = say("ms")
    UNIT_UPPER_LIMITS = say("times the upper limit")
    YEAR = say("Year")
    MONTH = say("Month")
    DAY = say("Day")
    WHOLE_YEAR = say("Only the year is known")
    WHOLE_MONTH = say("Only the month and year are known")

    EXAMPLE_AGE = say("45, or 3 May 1981")
    EXAMPLE_WEIGHT = say("62 kg")
    EXAMPLE_DOSE = say("40 mg, or 8 tablets")
    EXAMPLE_MG = say("4 mg")
    EXAMPLE_WHEN = say("May 2026, or 2 months ago")

    # Not understood
    REFUSED_UNIT_WEIGHT = say(
        "Please say the unit too: kg, jin or lb. For example 62 kg, or 137 lb."
    )
    REFUSED_UNIT = say("Please say the unit too: {units}. For example {example}.")
    REFUSED_UNIT_DOSE = say(
        "Please say mg or tablets with the number. For example 40 mg, or 8 tablets."
    )
    REFUSED_UNIT_MG = say("Please say it in mg, as printed on the box. For example 4 mg.")
    REFUSED_AMBIGUOUS = say(
        "This can be understood in two ways. Please say it in another way, or pick an answer."
    )
    REFUSED_AMBIGUOUS_DAY = say(
        "This can be understood in two ways. Please say the day like this: 23 May 2026."
    )
    REFUSED_VAGUE = say(
        "Please say roughly when, such as 2024, or 3 years ago. "
        "If you do not know, that is fine: choose I'm not sure."
    )
    REFUSED_FUTURE = say("That day has not come yet. Please say a day up to today.")
    REFUSED_IMPOSSIBLE_AGE = say("Please say the age in full years, such as 45, or a birth date.")
    REFUSED_IMPOSSIBLE_WEIGHT = say(
        "That weight does not look right. Please check the number and the unit. For example 62 kg."
    )
    REFUSED_IMPOSSIBLE = say(
        "That does not look right. Please check the number and the unit. For example {example}."
    )
    REFUSED_IMPOSSIBLE_DOSE = say(
        "That dose does not look right. Please check the number and the unit. For example 40 mg."
    )
    REFUSED_IMPOSSIBLE_DAY = say(
        "That day is not in the calendar. Please check it. For example 23 May 2026."
    )
    REFUSED_CONTRADICTION = say(
        "This does not go together with what you said before. Please look at both once more."
    )
    REFUSED_CONTRADICTION_TICKS = say(
        "These answers do not go together. Please pick only the ones that are right."
    )
    REFUSED_AGE = say("I did not understand. Please say the age, such as 45, or a birth date.")
    REFUSED_WEIGHT = say("I did not understand. Please say the weight, for example 62 kg.")
    REFUSED_NUMBER = say("I did not understand. Please say a number, for example {example}.")
    REFUSED_DOSE = say("I did not understand. Please say the dose, for example 40 mg.")
    REFUSED_WHEN = say(
        "I did not understand. Please say a day or a month, such as May 2026, or 2 months ago."
    )
    REFUSED_CHOICE = say("I did not understand. Please choose one of the answers, or its number.")

    DENIED = say("All right. Please say it again, such as {example}.")
    DENIED_CHOICE = say("All right. Please choose one of the answers.")

    # Review
    REVIEW = say("Please look over your answers")
    REVIEW_HELP = say("Pick a line to change it.")
    SHOW_RESULT = say("Show the result")
    GO_ON = say("Go on with the questions")

    # The result before all is asked
    ENOUGH = say("Thank you; this study does not fit right now, so see the result, or go on.")
    SEE_RESULT = say("See the result now")
    NOT_ALL_ASKED = say("Not all questions were asked. There may be more reasons.")
    NO_ANSWERS = say("There are no answers yet.")

    # Results
    LIKELY = say(
        "You are likely eligible. Please contact the study site.",
        "The person you care for is likely eligible. Please contact the study site.",
    )
    ASK_SITE = say(
        "You may be able to join. Ask the study team to check some points.",
        "The person you care for may be able to join. Ask the study team to check some points.",
    )
    NOT_NOW = say("This study does not fit right now.")
    NOT_NOW_FROM = say("This study does not fit right now. It may fit from {day}.")
    NOT_NOW_ASK_FROM = say(
        "This study does not fit right now. You can ask the study team from {day}."
    )
    NOT_THIS_STUDY = say(
        "This study is not the right one for you.",
        "This study is not the right one for the person you care for.",
    )
    DECLINED = say(
        "Thank you for your time. You'd rather not hear more for now, and that is no problem."
    )
    STAFF = say("Please talk to the staff.")
    STAFF_HELP = say("You need not answer any questions here. The staff can tell you more.")
    THE_REASON = say("The reason")
    THE_REASONS = say("The reasons")
    OPEN_POINTS = say("To be checked")
    ASK_PARENT = say(
        "For somebody under 18, a parent or guardian has to answer. Please ask them to start again."
    )
    MAY_CHANGE_FROM = say("This may change from {day}.")
    ASK_FROM = say("From {day} you can ask the study team about it.")
    TOO_OLD_BY_THEN = say(
        "The study could fit from {day} at the earliest. By then, you will be over its age limit.",
        "The study could fit from {day} at the earliest. By then, the person you care for will "
        "be over its age limit.",
    )
    WHO_SETTLES = say("How to find out: {who}.")
    WHO_YOU = say(
        "please check, then tell the study team",
        "please check together, then tell the study team",
    )
    WHO_MEDICINE_BOX = say("look at the medicine box")
    WHO_LAB_REPORT = say("look at the lab report")
    WHO_DOCTOR = say("ask your doctor", "ask their doctor")
    WHO_STUDY_TEAM = say("ask the study team")
    PRIVATE_REASON = say("What is private is shown only if you ask for it.")
    PRIVATE_POINT = say(
        "Some questions are private. You can talk about them with the study team in person."
    )
    TELL_DOCTOR = say(
        "If your own doctor does not know this yet, tell them today.",
        "If the doctor of the person you care for does not know this yet, tell the doctor today.",
    )
    SHOW_PRIVATE = say("Show the private part")
    CONTACT = say("Contact")
    NO_CONTACT = say("We have no phone number for the study.")
    SPONSOR = say(
        "{sponsor} runs it, and your doctor can ask there.",
        "{sponsor} runs it, and a doctor can ask there.",
    )
    LISTED = say("The study is listed at {registry} under the number {id}.")
    PHONE = say("Telephone: {phone}")
    HOURS = say("Hours: {hours}")
    ADDRESS = say("Address: {address}")
    BRING = say("Please bring")
    SITE_CHECKS = say("The study team will still check")
    GOOD_TO_KNOW = say("Good to know")
    FIRST_CHECK_ONLY = say(
        "This is a first check and no medical advice. Only the study doctors decide."
    )
    RECRUITING = say(
        "We do not know if the study is taking people now. "
        "Please ask the hospital that runs the study."
    )
    RECORD = say("The public record says: {status}. It is from {day}.")
    RECORD_UNDATED = say("The public record says: {status}.")
    MAY_BE_OVER = say("The study planned to end on {day}. It may be over, so please ask.")
    KEEP_MEDICINE = say("Do not stop, cut or change any medicine to fit this study.")
    DO_NOT_WAIT = say("Do not wait for a study to get treatment.")
    NOT_CONSENT = say(
        "Answering did not mean that you agree to join. You have signed nothing. "
        "You can stop at any time, and your care will not change.",
        "Answering did not mean that you agree to join. You have signed nothing. "
        "You can stop at any time, and the care will not change.",
    )
    NOT_ABOUT_CARE = say(
        "This says nothing about your care. It does not say how well your treatment works.",
        "This says nothing about the care of the person you care for. "
        "It does not say how well the treatment works.",
    )
    NEXT = say("What you can do next")
    NEXT_DATE = say(
        "Ask again from {day}, if you like. "
        "We do not know if the study will still take people then."
    )
    NEXT_DOCTOR = say(
        "You can take a photo of this page and show it to your doctor. "
        "There may be other clinical studies, or other help.",
        "You can take a photo of this page and show it to the doctor. "
        "There may be other clinical studies, or other help.",
    )
    NEXT_MIND = say(
        "You can change your mind at any time. Just ask your doctor or come back here.",
        "You can both change your mind at any time. Just ask the doctor or come back here.",
    )
    WARM_NOT_NOW = say(
        "Thank you for taking the time. A study has fixed rules, and this is nobody's fault."
    )
    WARM_NOT_THIS = say(
        "Thank you for taking the time. A study has strict rules, and this is "
        "not about you as a person.",
        "Thank you for taking the time. A study has strict rules, "
        "and this is not about the person you care for.",
    )

    # The page for the study team
    TEAM = say("Page for the study team")
    CMD_TEAM = say("Team page")
    TEAM_HELP = say("The study team can copy this by hand. Nothing of it is stored or sent on.")
    TEAM_STUDY = say("Study")
    TEAM_DAY = say("Day")
    TEAM_ANSWERED = say("Answered by")
    TEAM_PATIENT = say("the patient")
    TEAM_CAREGIVER = say("someone who cares for the patient")
    TEAM_VERSION = say("Version of the questions")
    TEAM_FOR = say("Who can take part")
    TEAM_MET = say("met")
    TEAM_NOT_MET = say("not met")
    TEAM_AGAINST = say("Reasons not to take part")
    TEAM_CLEAR = say("does not apply")
    TEAM_APPLIES = say("applies")
    TEAM_UNTIL = say("{finding} before {day}")
    TEAM_LASTING = say("{finding}, and that will stay")
    TEAM_UNKNOWN = say("open")
    TEAM_NOT_ASKED = say("not asked")
    TEAM_IN_PERSON = say("ask in person")
    TEAM_AT_SITE = say("not asked here, but settled at the hospital")
    TEAM_SAID = say("said")
    TEAM_SETTLES = say("to be settled by")
    TEAM_WHO_YOU = say("the one who answered")
    TEAM_WHO_BOX = say("the medicine box")
    TEAM_WHO_REPORT = say("the lab report")
    TEAM_WHO_DOCTOR = say("the patient's own doctor")
    TEAM_WHO_TEAM = say("the study team")

    # Panels
    HELP = say("Urgent help")
    HELP_FIRST = say(
        "If you feel ill now, stop here and get help. The questions can wait.",
        "If the person you care for feels ill now, stop here and get help. The questions can wait.",
    )
    URGENT_NOW = say("For any of these, call 120 now (in hospital, tell the staff):")
    URGENT_BREATH = say("It is hard to breathe")
    URGENT_CHEST = say("Pain in the chest")
    URGENT_FIT = say("A seizure (fit), or fainting")
    URGENT_CONFUSION = say("Sudden confusion")
    URGENT_ONE_SIDE = say("One side of the body is weak")
    URGENT_HEADACHE = say("A very bad headache with fever or a stiff neck")
    URGENT_BLEEDING = say("Heavy bleeding")
    URGENT_DESPAIR = say(
        "If you think of hurting yourself:", "If the person you care for thinks of self-harm:"
    )
    URGENT_NOT_ALONE = say(
        "Tell someone near you now. Call 120 (in hospital, tell the staff).",
        "Stay close now. Call 120 (in hospital, tell the staff).",
    )
    URGENT_LINE = say("Or call 12356. That line helps people in distress, all over China.")
    URGENT_TODAY = say("See a doctor today for any of these:")
    URGENT_FEVER = say("A fever of more than 38 degrees C")
    URGENT_SIGHT = say("New blurred sight, or spots that float before the eyes")
    URGENT_URINE = say("Much less urine, or blood in the urine")
    URGENT_SWELLING = say("New swelling")
    URGENT_YELLOW = say("Yellow skin or eyes")
    WHY = say("Why we ask")
    WHY_RESULT = say("Why this result")
    PROTOCOL = say("In the study's own words")
    RULE = say("The study's rule: {rule}")
    ORIGINAL_FOR = say("The original: who can take part")
    ORIGINAL_AGAINST = say("The original: reasons not to take part")
    ALL_MET = say("All that you said fits with joining.")
    FACT = say("{label}: {value}")
    PROTOCOL_LATER = say("The study's own words are shown after the answer.")
    ABOUT = say("About this study")
    ABOUT_DATE = say("From the public record of {day}. Things may have changed since.")
    NOT_PUBLIC = say("What is not public")
    WHO_CAN_JOIN = say("Who can join")
    WHO_CANNOT_JOIN = say("What else is needed")
    LEAVE_ASK = say("Do you want to stop here?")
    LEAVE_TEXT = say("Your answers will be erased. Nothing is kept.")
    RESTART_ASK = say("Do you want to start again?")
    STAY = say("Go on")
    LEAVE_NOW = say("Stop and erase my answers")
    RESTART_NOW = say("Erase and start again")
    CLOSE = say("Close")
    GOODBYE = say("Thank you. Your answers are erased.")

    # Commands
    CMD_HELP = say("Urgent help")
    CMD_WHY = say("Why we ask")
    CMD_WHY_WHAT = say("Why? What is it?")
    CMD_WHY_RESULT = say("Why")
    CMD_ABOUT = say("The study")
    CMD_BACK = say("Back")
    CMD_ANSWERS = say("My answers")
    CMD_LEAVE = say("Leave")
    MORE = say("More")
    FINISH = say("Finish and erase")
    START_AGAIN = say("Start again")

    # The display
    CMD_HIDE = say("Hide screen")
    CMD_SHOW = say("Show screen")
    CMD_LINES = say("Plain lines")
    CMD_DARK = say("Dark")
    CMD_LIGHT = say("Light")
    CMD_MORE_TIME = say("More time")
    CMD_USUAL_TIME = say("Usual time")
    TIME_IS_LONG = say("You have more time now. The screen waits ten times longer.")
    TIME_IS_USUAL = say("The screen waits as long as usual again.")
    HIDDEN_SCREEN = say("The screen is hidden")
    HIDDEN_TEXT = say("Your answers are still there. Nobody can see them now.")
    AWAY_TEXT = say("Nobody has touched the screen for a while. Your answers are still there.")
    UNCOVER = say("Show the screen again")
    STILL_THERE = say("Are you still there?")
    STILL_TEXT = say(
        "This ends in {seconds} seconds, and your answers are erased. "
        "To go on, touch the screen or press a key."
    )
    STILL_ANSWER = say(
        "This ends in {seconds} seconds, and your answers are erased. To go on, press Enter."
    )
    IM_HERE = say("I am still here")
    IDLE_ENDED = say("Nobody answered for a while, so we stop here. The answers are erased.")
    NO_CHINESE = say("This terminal may not show Chinese. Set it to UTF-8, or go on in English.")

    # On a machine for visitors, where nothing else can be shown
    ASK_STAFF = say("This machine is not working right now. Please ask the staff.")

    # Plain lines
    PLAIN_PROMPT = say("Your answer:")
    PLAIN_OR_SAY = say("You can also say:")
    PLAIN_COMMANDS = say("Commands you can type:")
    PLAIN_NO_COMMAND = say("There is no such command here.")
    PLAIN_REPEAT = say("say this again")
    PLAIN_ONLY_ENTER = say(
        "Only Enter tells us that you are still here. Take your time, and press it now and then."
    )
    PLAIN_SEVERAL = say("To pick several, type the numbers with + between them, such as 1+2.")
    PLAIN_ENDED = say("The input has ended, so we stop here. Your answers are erased.")


def software_messages() -> Iterator[Message]:
    """Every sentence of the program, for the catalogs."""
    for sentence in vars(Words).values():
        if isinstance(sentence, Sentence):
            yield from forms(sentence.text, sentence.context)
