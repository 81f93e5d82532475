"""What a clerk does in a browser, step by step. Each journey takes the walk of tools/check-pages."""


def adds_and_finds(walk):
    """Adds a body, is refused, mends it, reads its history, and finds it."""
    page = walk.chromium.new_page()
    page.goto(walk.home + "/records/bodies/new")
    page.click("main form[method=post] button[type=submit]")
    if not page.title().startswith("Error: ") or page.locator(".govuk-error-summary").count() != 1:
        walk.wrong("adding", "an empty form is not refused with an error summary")
    walk.ask_axe(page, "adding, refused")
    page.click(".govuk-error-summary a")
    if page.evaluate("document.activeElement.closest('main form') === null"):
        walk.wrong("adding", "the error summary does not lead to the field")
    page.fill("main [name=name]", "Saturday Activities Group <b>&")
    page.fill("main [name=id]", "saturday-activities-group")
    choose(page, "type", "locality-group")
    page.click("main form[method=post] button[type=submit]")
    if "Saturday Activities Group <b>&" not in page.inner_text("main"):
        walk.wrong("adding", "the body that was added is not shown")
    walk.ask_axe(page, "adding, done")
    page.goto(walk.home + "/records/bodies/saturday-activities-group/history")
    if "saturday" not in page.inner_text("main").lower():
        walk.wrong("adding", "its history does not tell of it")
    page.goto(walk.home + "/search?q=saturday")
    if "Saturday Activities Group" not in page.inner_text("main"):
        walk.wrong("adding", "search does not find it")
    page.close()


def choose(page, name, value):
    """Picks an answer, whether it is asked for with a list or with radios."""
    control = page.locator(f"main [name={name}]").first
    if control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(value)
    else:
        page.check(f"main [name={name}][value={value}]")


JOURNEYS = [adds_and_finds]
