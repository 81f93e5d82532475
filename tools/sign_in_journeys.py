"""How people come in, in a browser, step by step. Each journey takes the walk of tools/check-pages."""
import io
import re

from running import SESSION, one_time_code

SEND = "main form[method=post] button[type=submit] >> nth=0"
PASSWORD = "kettle window orbit"
FROM = "2020-01-01"


def is_asked_to_sign_in(walk):
    """Is refused, then asks for a new password."""
    page = walk.stranger()
    page.goto(walk.home + "/sign-in?to=/account")
    walk.look_here(page, "signing in")
    page.fill("main [name=email]", "nobody@example.org")
    page.fill("main [name=password]", "not the password")
    page.click(SEND)
    walk.look_here(page, "signing in, refused")
    page.goto(walk.home + "/forgotten")
    walk.look_here(page, "forgotten")
    page.click(SEND)
    walk.look_here(page, "forgotten, refused")
    page.fill("main [name=email]", "nobody@example.org")
    page.click(SEND)
    walk.look_here(page, "forgotten, sent")
    page.goto(walk.home + "/invitation/" + "A" * 43)
    walk.look_here(page, "an invitation that does not hold")
    page.context.close()


def invites_and_disables(walk):
    """An administrator invites somebody, sends them another link, explains what they see, and disables them."""
    walk.run("record", "add", "person", "--id", "robin", "--set", "name=Robin Example", "--from", FROM)
    page = walk.signed_in()
    page.goto(walk.home + "/accounts/new")
    page.click(SEND)
    walk.look_here(page, "inviting, refused")
    person = page.locator("main [name=person]")
    if person.evaluate("e => e.tagName") == "SELECT":
        person.select_option("robin")
    else:
        person.fill("robin")
    page.fill("main [name=email]", "robin@example.org")
    page.click(SEND)
    walk.look_here(page, "inviting, done")
    page.click("text=Back to the account")
    walk.look_here(page, "an account")
    for deed in ["disable", "enable"]:
        form = f"main form[action$='/{deed}']"
        page.locator(f"main details:has(form[action$='/{deed}']) summary").click()
        page.click(f"{form} button")
        walk.look_here(page, f"an account, {deed} without a reason")
        page.fill(f"{form} [name^=because]", "Tried out")
        page.click(f"{form} button")
        walk.look_here(page, f"an account, {deed}d")
    page.goto(walk.home + "/access?who=robin&what=/accounts")
    walk.look_here(page, "access, explained")
    page.goto(walk.home + "/access?who=robin&what=/no/such/page")
    walk.look_here(page, "access, refused")
    page.context.close()


def comes_by_invitation(walk):
    """Chooses a password, scans the key, keeps the recovery codes, and comes again with one of them."""
    appoint(walk, "sasha", "administrator")
    link = walk.run("user", "invite", "sasha", "sasha@example.org").strip()
    page = walk.stranger()
    page.goto(walk.home + link)
    walk.look_here(page, "choosing a password")
    page.fill("main [name=password]", "short")
    page.fill("main [name=again]", "shorter")
    page.click(SEND)
    walk.look_here(page, "choosing a password, refused")
    page.fill("main [name=password]", PASSWORD)
    page.fill("main [name=again]", PASSWORD)
    page.click(SEND)
    walk.look_here(page, "setting up codes")
    key = page.locator(".tc-key").inner_text().replace(" ", "")
    scanned = scan(page.locator("main svg").screenshot())
    if f"secret={key}&" not in scanned or not scanned.startswith("otpauth://totp/"):
        walk.wrong("setting up codes", f"what a camera reads is not the key: {scanned[:20]}")
    page.fill("main [name=code]", "000000")
    page.click(SEND)
    walk.look_here(page, "setting up codes, refused")
    page.fill("main [name=code]", one_time_code(key))
    page.click(SEND)
    walk.look_here(page, "recovery codes")
    recovery = page.locator("li.tc-key").first.inner_text()
    page.click("text=I have kept them")
    walk.look_here(page, "one's own account")
    page.click("main form[action='/sign-out'] button")
    page.fill("main [name=email]", "sasha@example.org")
    page.fill("main [name=password]", PASSWORD)
    page.click(SEND)
    walk.look_here(page, "asked for a code")
    page.fill("main [name=code]", "000000")
    page.click(SEND)
    walk.look_here(page, "asked for a code, refused")
    page.fill("main [name=code]", recovery)
    page.click(SEND)
    if "You used a recovery code" not in page.inner_text("body"):
        walk.wrong("coming again", "a recovery code does not let its holder in")
    walk.look_here(page, "one's own account, by a recovery code")
    page.goto(walk.home + "/account/password")
    page.click(SEND)
    walk.look_here(page, "changing a password, refused")
    page.goto(walk.home + "/account/tokens/new")
    page.click(SEND)
    walk.look_here(page, "making a token, refused")
    page.fill("main [name=name]", "Nightly")
    page.locator("main [name=scopes]").first.check()
    for part, value in [("day", "1"), ("month", "1")]:
        page.fill(f"main [name=until-{part}]", value)
    page.fill("main [name=until-year]", page.evaluate("String(new Date().getFullYear() + 1)"))
    page.click(SEND)
    walk.look_here(page, "making a token, done")
    page.goto(walk.home + "/account")
    walk.look_here(page, "one's own account, with a token")
    page.context.close()


def comes_from_the_directory(walk):
    """Signs in at the council's directory and comes back to the page; with a form that waits; and without an account.
    The directory is another site to the browser, as it would be."""
    appoint(walk, "alex", "clerk")
    walk.run("user", "invite", "alex", "alex@council.example")
    home = walk.home.replace("localhost", "127.0.0.1")
    form = home + "/records/posts/new"
    for how in [{}, {"java_script_enabled": False}]:
        page = walk.stranger(is_heard=False, **how)
        page.goto(form)
        page.click("main >> text=Sign in")
        walk.look_here(page, "signing in, with a directory") if not how else None
        page.click("text=Sign in with")
        page.click("button[value=alex]")
        page.wait_for_url(form)
        if page.locator("main [name=name]").count() != 1:
            walk.wrong("the directory", f"does not lead back to the page: {page.inner_text('main')[:300]}")
        page.fill("main [name=name]", "Typed too late")
        page.context.clear_cookies(name=SESSION)
        page.click("main form[action='/records/posts/new'] button[type=submit]")
        page.click("text=Sign in with")
        page.click("button[value=alex]")
        page.wait_for_url(re.compile("/sign-in/kept"))
        if page.input_value("main [name=name]") != "Typed too late":
            walk.wrong("the directory", "a form sent after the session had ended does not come back")
        page.context.close()
    page = walk.stranger(is_heard=False)
    page.goto(home + "/sign-in")
    page.click("text=Sign in with")
    page.click("button[value=casey]")
    walk.look_here(page, "the directory, without an account")
    if "You are not signed in" not in page.inner_text("main"):
        walk.wrong("the directory", "somebody without an account is not told so")
    page.context.close()


def appoint(walk, person, access):
    walk.run("record", "add", "person", "--id", person, "--set", f"name={person.title()} Example", "--from", FROM)
    walk.run(
        "record", "add", "post", "--id", f"{person}-post", "--set", f"name=Post of {person}", "--set",
        "organisation=leeds-city-council", "--set", f"access={access}", "--from", FROM)
    walk.run(
        "record", "add", "appointment", "--set", f"post={person}-post", "--set", "status=held", "--set",
        f"person={person}", "--from", FROM)


def scan(picture):
    """What a telephone's camera would read of a picture; nothing when it cannot."""
    import PIL.Image
    import zxingcpp

    found = zxingcpp.read_barcodes(PIL.Image.open(io.BytesIO(picture)))
    return found[0].text if found else ""


SIGN_IN_JOURNEYS = [is_asked_to_sign_in, invites_and_disables, comes_by_invitation, comes_from_the_directory]
