"""From an outcome to a figure and who answers, on published figures. Each takes the walk of tools/check-pages."""

DAY = "?on=2025-12-31"
OUTCOME, INDICATOR = "Free from the effects of poverty", "Children in low income families"


def follows_a_figure(walk):
    """Outcome, priority, indicator, its figure on the scorecard, the post that answers, and back; as a stranger."""
    page = walk.stranger()
    page.goto(walk.home + "/thread" + DAY)
    page.locator("main table a", has_text=OUTCOME).first.click()
    walk.look_here(page, "the outcome's thread")
    page.locator("main table a", has_text="Fewer children grow up poor").first.click()
    at(walk, page, "/priorities/priority-example-poverty")
    page.click("main >> text=its thread")
    page.locator("main table a", has_text=INDICATOR).first.click()
    at(walk, page, "/indicators/low-income")
    walk.look_here(page, "the indicator")
    page.goto(walk.home + "/performance?body=iscb&on=2025-12-31")
    walk.look_here(page, "the scorecard")
    line = page.locator("main tbody tr", has_text=INDICATOR)
    if "24.5" not in line.inner_text() or "(example target)" not in line.inner_text():
        walk.wrong("the scorecard", f"a target that was made up is not shown as that: {line.inner_text()!r}")
    line.locator("a", has_text="Director of Children").click()
    at(walk, page, "/posts/director")
    page.goto(walk.home + "/thread/post/director" + DAY)
    page.locator(f"main svg a[aria-label*='{INDICATOR}']").first.click()
    page.locator("main svg a[aria-label*='Fewer children grow up poor']").first.click()
    page.locator(f"main svg a[aria-label*='{OUTCOME}']").first.click()
    at(walk, page, "/thread/outcome/outcome-free-from-poverty")
    page.context.close()


def at(walk, page, path):
    if path not in page.url:
        walk.wrong("the thread", f"led to {page.url}, not to {path}")


THREAD_JOURNEYS = [follows_a_figure]
