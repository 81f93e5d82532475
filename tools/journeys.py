"""What a clerk does in a browser, step by step. Each journey takes the walk of tools/check-pages."""

SAVE = "main form[method=post]:not([action^='/drafts']) button[type=submit]"
KEPT = ".tc-draft-state:has-text('kept')"


def adds_and_finds(walk):
    """Adds a body, is refused, mends it, reads its history, and finds it."""
    page = walk.person().new_page()
    page.goto(walk.home + "/records/bodies/new")
    page.click(SAVE)
    if not page.title().startswith("Error: ") or page.locator(".govuk-error-summary").count() != 1:
        walk.wrong("adding", "an empty form is not refused with an error summary")
    walk.ask_axe(page, "adding, refused")
    page.locator(".govuk-error-summary a").first.click()
    if page.evaluate("document.activeElement.closest('main form') === null"):
        walk.wrong("adding", "the error summary does not lead to the field")
    page.fill("main [name=name]", "Saturday Activities Group <b>&")
    page.fill("main [name=id]", "saturday-activities-group")
    choose(page, "type", "locality-group")
    fill_day(page, "from", "1", "3", "2009")
    page.click(SAVE)
    if "Saturday Activities Group <b>&" not in page.inner_text("main"):
        walk.wrong("adding", f"the body that was added is not shown: {page.inner_text('main')[:300]}")
    walk.ask_axe(page, "adding, done")
    page.goto(walk.home + "/records/bodies/saturday-activities-group/history")
    if "saturday" not in page.inner_text("main").lower():
        walk.wrong("adding", "its history does not tell of it")
    page.goto(walk.home + "/search?q=saturday")
    if "Saturday Activities Group" not in page.inner_text("main"):
        walk.wrong("adding", "search does not find it")
    page.context.close()


def finds_by_short_name(walk):
    """Types what people say for a body, whichever way they write it."""
    page = walk.person().new_page()
    for words in ["ISCB", "lscb", "iscb", "E08000035"]:
        page.goto(f"{walk.home}/search?q={words}")
        if "Nothing has" in page.inner_text("main"):
            walk.wrong("finding", f"{words} finds nothing")
    page.context.close()


def keeps_a_draft(walk):
    """Types, goes away, comes back and goes on; then saves, and the draft is gone. And lets another go."""
    page = walk.person().new_page()
    form = walk.home + "/records/posts/new"
    page.goto(form)
    page.fill("main [name=name]", "Half a <title>")
    page.wait_for_selector(KEPT, timeout=15_000)
    page.goto(walk.home + "/")
    page.goto(form)
    if "You have an unsaved draft of “Add a post”" not in page.inner_text("main"):
        walk.wrong("drafts", "coming back to a form does not offer the draft")
    walk.ask_axe(page, "drafts, offered")
    if page.input_value("main [name=name]") != "":
        walk.wrong("drafts", "the form is filled before anybody wanted the draft")
    page.click("text=Continue the draft")
    if page.input_value("main [name=name]") != "Half a <title>":
        walk.wrong("drafts", "going on with the draft does not give back what was typed")
    page.select_option("main [name=organisation]", "leeds-city-council")
    fill_day(page, "from", "1", "3", "2009")
    page.click(SAVE)
    if "Half a <title>" not in page.inner_text("main"):
        walk.wrong("drafts", f"the continued draft cannot be saved: {page.inner_text('main')[:300]}")
    page.goto(form)
    if "unsaved draft" in page.inner_text("main"):
        walk.wrong("drafts", "the draft outlives the form being saved")
    page.fill("main [name=name]", "Let go")
    page.wait_for_selector(KEPT, timeout=15_000)
    page.goto(walk.home + "/drafts")
    walk.ask_axe(page, "/drafts")
    page.click("text=Discard the draft")
    page.goto(walk.home + "/drafts")
    if "you have none" not in page.inner_text("main"):
        walk.wrong("drafts", "a draft cannot be discarded")
    page.context.close()


def keeps_a_draft_without_script(walk):
    """A form that is refused is kept as it was typed, where no script runs."""
    context = walk.person(java_script_enabled=False)
    page = context.new_page()
    page.goto(walk.home + "/records/posts/new")
    page.fill("main [name=name]", "No organisation")
    page.click(SAVE)
    page.goto(walk.home + "/records/posts/new?draft=continue")
    if page.input_value("main [name=name]") != "No organisation":
        walk.wrong("drafts without script", "a form that was refused is not kept")
    page.click("text=Discard the draft")
    if "draft" in page.inner_text("main"):
        walk.wrong("drafts without script", "a draft cannot be discarded")
    context.close()


def two_at_once(walk):
    """Two clerks change, correct and end one post at once. The second sees both, and loses nothing."""
    both = [walk.person().new_page(), walk.person().new_page()]
    first, second = both
    post = walk.home + "/records/posts/safeguarding-manager"
    first.goto(post + "/change?from=2010-02-01")
    second.goto(post + "/change?from=2010-03-01")
    first.fill("main [name=name]", "Safeguarding Manager, renamed")
    first.click(SAVE)
    second.select_option("main [name=grade]", "director")
    second.click(SAVE)
    shown = second.inner_text("main")
    if "Somebody else changed this record" not in shown or "Safeguarding Manager, renamed" not in shown:
        walk.wrong("two at once", "the second change does not show the first")
    if second.input_value("main [name=grade]") != "director":
        walk.wrong("two at once", "the second change is not kept in the form")
    walk.ask_axe(second, "two at once, changing")
    second.fill("main [name=name]", "Safeguarding Manager, renamed")
    second.click(SAVE)
    second.goto(post + "?on=2010-03-15")
    said = second.inner_text("main")
    if "renamed" not in said or "Director" not in said:
        walk.wrong("two at once", "saving after the conflict does not hold both changes")

    for page in both:
        page.goto(post + "/correct?version=2")
        page.fill("main [name=because]", "The minutes say so")
    first.fill("main [name=name]", "Safeguarding Manager, put right")
    first.click(SAVE)
    second.fill("main [name=note]", "Seen by the second")
    second.click(SAVE)
    shown = second.inner_text("main")
    if "Somebody else changed this record" not in shown or "put right" not in shown:
        walk.wrong("two at once", "the second correction does not show the first")
    if second.input_value("main [name=note]") != "Seen by the second":
        walk.wrong("two at once", "the second correction is not kept in the form")
    walk.ask_axe(second, "two at once, correcting")

    for page in both:
        page.goto(post + "/end")
        fill_day(page, "until", "1", "6", "2010")
    first.fill("main [name=because]", "The post was given up")
    second.fill("main [name=because]", "Said twice")
    first.click(SAVE)
    second.click(SAVE)
    shown = second.inner_text("main")
    if "Somebody else changed this record" not in shown or "What it says now" not in shown:
        walk.wrong("two at once", "the second end does not show the first")
    if second.input_value("main [name=because]") != "Said twice":
        walk.wrong("two at once", "the second end is not kept in the form")
    walk.ask_axe(second, "two at once, ending")
    for page in both:
        page.context.close()


def holds_a_meeting(walk):
    """Plans a cycle, builds and publishes an agenda, takes the register, decides with child impact, asks for an action,
    writes the minutes, publishes the decision and has it called in; and is kept from what may not be."""
    page = walk.person().new_page()
    page.goto(walk.home + "/meetings/cycles/new?body=iscb")
    for name, value in [("week", "second"), ("weekday", "tuesday")]:
        choose(page, name, value)
    page.fill("main [name=every]", "1")
    page.fill("main [name=time]", "6.30pm")
    fill_day(page, "first", "1", "1", "2010")
    fill_day(page, "until", "30", "6", "2010")
    walk.ask_axe(page, "a cycle, asked")
    page.click(SAVE)
    if "Tuesday 12 January 2010" not in page.inner_text("main"):
        walk.wrong("a meeting", f"the days of the cycle are not shown: {page.inner_text('main')[:300]}")
    walk.ask_axe(page, "a cycle, shown")
    page.click(SAVE)
    page.click("text=Tuesday 12 January 2010 at 6:30pm")
    meeting = page.url.split("?")[0]
    page.goto(meeting + "/standing-items")
    page.click(SAVE)
    page.goto(meeting + "/items/new")
    page.fill("main [name=title]", "A children's centre <b>&")
    choose(page, "route", "decision")
    page.fill("main [name=summary]", "Whether to open it.")
    walk.ask_axe(page, "an item, asked")
    page.click(SAVE)
    page.goto(meeting + "/publish?on=2010-01-06")
    page.click(SAVE)
    if "4 January 2010" not in page.inner_text("main"):
        walk.wrong("a meeting", "an agenda that is too late is not refused with the last day for it")
    publish(page, meeting)
    if "published on 31 December 2009" not in page.inner_text("main"):
        walk.wrong("a meeting", f"the agenda is not published: {page.inner_text('main')[:300]}")
    day = "?on=2010-01-12"
    page.goto(meeting + "/register" + day)
    for seat, state in [("iscb-chair", "present"), ("iscb-police", "present"), ("iscb-pct", "apologies")]:
        page.select_option(f"main [name='state:{seat}']", state)
    page.check("main [name=held]")
    walk.ask_axe(page, "the register")
    page.click(SAVE)
    if "Apologies" not in page.inner_text("main"):
        walk.wrong("a meeting", f"the register is not shown: {page.inner_text('main')[:300]}")
    walk.picture(page, "/meetings/one", "wide")
    page.click("text=A children's centre")
    item = page.url.split("?")[0]
    decide(walk, page, item, day)
    decision = page.url.split("?")[0]
    walk.picture(page, "/decisions/one", "wide")
    page.goto(item + "/act" + day)
    page.fill("main [name=name]", "Find a room")
    page.select_option("main [name=owner]", "director")
    fill_day(page, "due", "1", "2", "2010")
    page.click(SAVE)
    page.goto(meeting + "/minutes" + day)
    if "AGREED" not in page.input_value("main [name=text]"):
        walk.wrong("a meeting", "the minutes are not drafted from what was kept")
    walk.ask_axe(page, "the minutes")
    page.check("main [name=published]")
    page.click(SAVE)
    page.goto(decision + "/publish?on=2010-01-13")
    page.fill("main [name=because]", "The register of notices says so.")
    page.click(SAVE)
    # Told of today, it may be called in from today: never within the days that are past.
    if "5pm on" not in page.inner_text("main") or "5pm on 20 January 2010" in page.inner_text("main"):
        walk.wrong("a meeting", "it is not said until when the decision may be called in")
    page.goto(decision + "/carried-out?on=2010-01-14")
    page.click(SAVE)
    if "until 5pm on" not in page.inner_text("main"):
        walk.wrong("a meeting", "a decision is carried out while it may be called in")
    page.goto(decision + "/call-in?on=2010-01-15")
    page.fill("main [name=by]", "Two members")
    page.fill("main [name=reason]", "No evidence was given.")
    page.click(SAVE)
    if "Called in" not in page.inner_text("main"):
        walk.wrong("a meeting", f"the call-in is not shown: {page.inner_text('main')[:300]}")
    page.goto(meeting + "/minutes/confirm?on=2010-02-09")
    page.locator("main [name=confirmed-at]").select_option(label="Tuesday 9 February 2010 at 6:30pm")
    page.click(SAVE)
    if "Nobody confirms minutes that they wrote" not in page.inner_text("main"):
        walk.wrong("a meeting", "whoever wrote the minutes may confirm them")
    public = walk.chromium.new_context().new_page()
    public.goto(meeting + "?on=2010-01-15")
    if "A children's centre" not in public.inner_text("main") or "For the clerk" in public.inner_text("main"):
        walk.wrong("a meeting", "the public does not read the agenda, or is offered what is a clerk's")
    walk.ask_axe(public, "a meeting, for the public")
    public.goto(walk.home + "/bodies/iscb/attendance?on=2010-01-15")
    walk.ask_axe(public, "attendance")
    walk.picture(public, "/bodies/iscb/attendance-taken", "wide")
    public.context.close()
    page.context.close()


def publish(page, meeting):
    """Publishes an agenda on a day that is past: how that is known is asked, and why the notice is short that counts."""
    page.goto(meeting + "/publish")
    page.fill("main [name=because]", "The register of notices says so.")
    page.fill("main [name=short-notice]", "It was open five clear days before: it is written down later.")
    page.click(SAVE)


def follows_the_thread(walk):
    """From the plan to an outcome, along its thread to the post that answers, and from the post back; as a stranger."""
    page, day = walk.stranger(), "?on=2009-12-31"
    page.goto(walk.home + "/plans" + day)
    page.click("main >> text=Children and Young People's Plan")
    page.locator("main table a", has_text="vulnerable groups").first.click()
    page.click("main >> text=its thread")
    walk.ask_axe(page, "the thread")
    page.locator("main svg a[aria-label*='Director of Children']").first.click()
    if "/thread/post/director" not in page.url:
        walk.wrong("the thread", f"the drawing does not lead to the post's own thread: {page.url}")
    if "is answered for by" not in page.inner_text("main"):
        walk.wrong("the thread", "the table does not say what the post answers for")
    page.locator("main svg a[aria-label*='vulnerable groups']").first.click()
    if "/thread/priority/priority-vulnerable-groups-locally" not in page.url:
        walk.wrong("the thread", f"there is no way back from the post: {page.url}")
    page.context.close()


def decide(walk, page, item, day):
    """Is refused without a word on children, and then decides; sends the form twice, and decides once."""
    page.goto(item + "/decide" + day)
    choose(page, "outcome", "agreed")
    page.fill("main [name=wording]", "That the centre be opened.")
    choose(page, "impact", "affects")
    choose(page, "call-in", "open")
    page.click(SAVE)
    if "Say what young people said" not in page.inner_text("main"):
        walk.wrong("a meeting", f"a decision is kept without child impact: {page.inner_text('main')[:300]}")
    if page.input_value("main [name=wording]") != "That the centre be opened.":
        walk.wrong("a meeting", "a decision that is refused is not given back as typed")
    walk.ask_axe(page, "a decision, refused")
    for name in ["impact-who", "impact-how", "impact-said", "impact-changed"]:
        page.fill(f"main [name={name}]", "Families near the centre.")
    page.click(SAVE)
    if "What it means for children" not in page.inner_text("main"):
        walk.wrong("a meeting", f"the decision is not kept: {page.inner_text('main')[:400]}")


def choose(page, name, value):
    """Picks an answer, whether it is asked for with a list or with radios."""
    control = page.locator(f"main [name={name}]").first
    if control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(value)
    else:
        page.check(f"main [name={name}][value={value}]")


def fill_day(page, name, day, month, year):
    for part, value in [("day", day), ("month", month), ("year", year)]:
        page.fill(f"main [name={name}-{part}]", value)


JOURNEYS = [
    adds_and_finds, finds_by_short_name, keeps_a_draft, keeps_a_draft_without_script, two_at_once, holds_a_meeting,
    follows_the_thread,
]
