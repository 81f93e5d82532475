"""What is done with papers in a browser, step by step. Each journey takes the walk of tools/check-pages."""
from journeys import SAVE, choose, fill_day, publish


def sends_a_paper(walk):
    """Sends a paper under an item: nothing, then a program by another name, then the paper. The public reads neither it,
    before somebody else approves it, nor the table's pack. Follows the meetings in a calendar, and finds the item."""
    page = walk.person().new_page()
    page.goto(walk.home + "/meetings/new?body=iscb")
    fill_day(page, "on", "9", "3", "2010")
    page.fill("main [name=time]", "18:30")
    page.click(SAVE)
    meeting = page.url.split("?")[0]
    page.goto(meeting + "/items/new")
    page.fill("main [name=title]", "Children's play")
    choose(page, "route", "note")
    page.click(SAVE)
    page.goto(meeting + "/papers")
    walk.ask_axe(page, "papers, none yet")
    page.click("text=Send a paper")
    page.fill("main [name=title]", "Notes of a visit")
    page.click(SAVE)
    if "Select a file" not in page.inner_text("main") or page.input_value("main [name=title]") != "Notes of a visit":
        walk.wrong("papers", "a form without a file is not given back with what was typed")
    walk.ask_axe(page, "papers, refused")
    send(page, b"MZ\x90\x00")
    if "is a program for Windows" not in page.inner_text("main"):
        walk.wrong("papers", f"a program is taken for a paper: {page.inner_text('main')[:300]}")
    send(page, b"The swings are broken.\n")
    if "Waits for somebody who did not send it" not in page.inner_text("main"):
        walk.wrong("papers", f"the paper does not wait for its approval: {page.inner_text('main')[:300]}")
    walk.ask_axe(page, "papers, sent")
    walk.picture(page, "/meetings/papers", "wide")
    publish(page, meeting)
    makes_the_pack(walk, page, meeting)
    public = walk.chromium.new_context().new_page()
    for path in ["/papers", "/pack"]:
        public.goto(meeting + path)
        if "Notes of a visit" in public.inner_text("main"):
            walk.wrong("papers", f"the public reads of a paper that nobody has approved, at {path}")
        walk.ask_axe(public, f"{path}, for the public")
    is_made = "Open the pack as one PDF" in page.inner_text("main")
    if is_made and not public.request.get(meeting + "/pack.pdf").body().startswith(b"%PDF-"):
        walk.wrong("papers", "the public's own pack is not there")
    public.goto(walk.home + "/meetings/search?q=children+plays")
    if "Children's play" not in public.inner_text("main") and "Children’s play" not in public.inner_text("main"):
        walk.wrong("papers", "the search does not find the item")
    walk.ask_axe(public, "the search of meetings")
    follows(walk, page, public)
    public.context.close()
    page.context.close()


def send(page, content):
    page.set_input_files("main [name=file]", {"name": "notes.txt", "mimeType": "text/plain", "buffer": content})
    page.click(SAVE)


def makes_the_pack(walk, page, meeting):
    """Has the pack made, or is told which program is missing."""
    page.goto(meeting + "/pack")
    walk.ask_axe(page, "the pack")
    page.click("text=Make the PDF")
    for _ in range(120):
        page.goto(meeting + "/pack")
        shown = page.inner_text("main")
        if "Open the pack as one PDF" in shown or "can install" in shown:
            break
        page.wait_for_timeout(500)
    else:
        walk.wrong("papers", f"the pack is neither made nor is it said why not: {shown[:300]}")
    walk.ask_axe(page, "the pack, made")
    walk.picture(page, "/meetings/pack", "wide")


def follows(walk, page, public):
    """Asks for the address of one's own calendar, which others can read and which can be ended."""
    page.goto(walk.home + "/account/calendar")
    page.click("main >> text=Make an address")
    path = "/calendars/" + page.inner_text("main code").split("/calendars/")[1]
    walk.ask_axe(page, "one's own calendar")
    for address in [path, "/meetings.ics", "/bodies/iscb/meetings.ics"]:
        if not public.request.get(walk.home + address).body().startswith(b"BEGIN:VCALENDAR\r\n"):
            walk.wrong("papers", f"{address.split('/')[1]} is no calendar")
    page.click("main >> text=End the address")
    if public.request.get(walk.home + path).status != 404:
        walk.wrong("papers", "the address of a calendar that was ended still leads to it")


PAPER_JOURNEYS = [sends_a_paper]
