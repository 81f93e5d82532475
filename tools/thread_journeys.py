"""From an outcome to a ward and back, on published figures. Each journey takes the walk of tools/check-pages."""

DAY = "?on=2025-12-31"
OUTCOME, WARD = "Free from the effects of poverty", "Middleton Park"
INDICATOR = "Children in income deprivation"
POST = "Director of Children's Services"


def goes_down_to_a_ward(walk):
    """Outcome, priority, indicator, its figure on the scorecard, the ward, the post that answers; as a stranger."""
    page = walk.stranger()
    page.goto(walk.home + "/thread" + DAY)
    page.click(f"main table >> text={OUTCOME}")
    walk.look_here(page, "the outcome's thread")
    page.click("main table >> text=Fewer children grow up poor")
    at(walk, page, "/priorities/priority-example-poverty")
    page.click("main >> text=its thread")
    page.locator("main table a", has_text=INDICATOR).first.click()
    at(walk, page, "/indicators/income-deprivation")
    says(walk, page, "made for an example")
    figure = page.locator("main .govuk-summary-list__row", has_text="Latest").inner_text()
    page.locator("main .govuk-summary-list__row", has_text="Overseen by").locator("a").click()
    at(walk, page, "/bodies/iscb")
    page.goto(walk.home + "/performance?body=iscb&on=2025-12-31")
    walk.look_here(page, "the scorecard")
    line = page.locator("main tbody tr", has_text=INDICATOR).inner_text()
    if not any(word in figure for word in line.split() if word.replace(".", "").isdigit() and "." in word):
        walk.wrong("the scorecard", f"it says another figure than the indicator's page: {line!r}, {figure!r}")
    page.locator("main tbody a", has_text=INDICATOR).click()
    walk.look_here(page, "the indicator by ward")
    page.locator("#wards ~ * tbody tr", has_text=WARD).locator("a", has_text="thread").click()
    at(walk, page, "/thread/area/ward-middleton-park")
    walk.look_here(page, "the ward's thread")
    page.locator("main table a", has_text=POST).first.click()
    at(walk, page, "/posts/director")
    page.context.close()


def goes_up_from_a_ward_and_a_post(walk):
    """From a ward's own page to the outcome, and from the post to the ward."""
    page = walk.stranger()
    page.goto(walk.home + "/places/ward-middleton-park" + DAY)
    page.click("main >> text=Thread")
    at(walk, page, "/thread/area/ward-middleton-park")
    page.locator(f"main svg a[aria-label*='{INDICATOR}']").first.click()
    at(walk, page, "/thread/indicator/income-deprivation")
    page.locator("main svg a[aria-label*='Fewer children grow up poor']").first.click()
    page.locator(f"main svg a[aria-label*='{OUTCOME}']").first.click()
    at(walk, page, "/thread/outcome/outcome-free-from-poverty")
    page.goto(walk.home + "/posts/director" + DAY)
    page.click("main >> text=Thread")
    at(walk, page, "/thread/post/director")
    page.locator(f"main svg a[aria-label*='{INDICATOR}']").first.click()
    page.locator(f"main svg a[aria-label*='{WARD}']").first.click()
    at(walk, page, "/thread/area/ward-middleton-park")
    page.context.close()


def draws_a_scorecard_for_a_meeting(walk):
    """Freezes the board's scorecard for its meeting, and reads it; with the PDF where the machine can make one."""
    page = walk.signed_in()
    page.goto(walk.home + "/performance?body=iscb&on=2025-12-31")
    page.select_option("main [name=meeting]", "meeting-iscb-example")
    page.click("main >> text=Freeze this scorecard")
    if "/scorecards/" not in page.url:
        walk.wrong("freezing", f"the scorecard is not kept: {page.inner_text('main')[:300]}")
    walk.look_here(page, "the frozen scorecard")
    says(walk, page, "The meeting that it went to")
    href = page.locator("main a", has_text="PDF").get_attribute("href")
    answer = page.request.get(walk.home + href)
    if answer.status == 200 and not answer.body().startswith(b"%PDF-"):
        walk.wrong("printing", "what is sent is no PDF")
    if answer.status not in (200, 503):
        walk.wrong("printing", f"answered {answer.status}")
    if answer.status == 503 and "can install" not in answer.text():
        walk.wrong("printing", "it does not say what to install")
    page.context.close()


def at(walk, page, path):
    if path not in page.url:
        walk.wrong("the thread", f"led to {page.url}, not to {path}")


def says(walk, page, words):
    if words not in page.inner_text("main"):
        walk.wrong("the thread", f"{page.url} does not say: {words}")


THREAD_JOURNEYS = [goes_down_to_a_ward, goes_up_from_a_ward_and_a_post, draws_a_scorecard_for_a_meeting]
