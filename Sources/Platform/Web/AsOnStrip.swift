/// Says which day the page is shown as of, plainly, and asks for another.
///
/// One text field, not three: it stands on every page, it is reached by keyboard in one step, and what is typed is the
/// address itself. The service reads `31 December 2009`, `31/12/2009` and `2009-12-31`.
struct AsOnStrip {
    let asOn: AsOn
    /// What makes it as wide as the page beneath it.
    var width: HTML = .empty

    var html: HTML {
        let kept: [HTML] = asOn.keeping.map { GovUK.hidden($0.name, $0.value) }
        let scenario: HTML? = asOn.scenario.map { " with the scenario <strong>\($0)</strong> laid over it" }
        let notices: [HTML] = asOn.notices.map { "<p class=\"tc-as-on__notice\">\($0)</p>\n" }
        return """
            <section class="tc-as-on" aria-label="The day shown">
            <div class="govuk-width-container tc-as-on__inner\(width)">
            <div class="tc-as-on__says">
            <p class="tc-as-on__day">\(tense) <strong>\(asOn.day)</strong>\(scenario)</p>
            \(notices)</div>
            <form class="tc-as-on__form" action="\(asOn.path)" method="get" novalidate>
            \(kept)<label class="tc-as-on__label" for="as-on">Show another day</label>
            <input class="govuk-input govuk-input--width-10 tc-as-on__input" id="as-on" name="on" type="text"\
             value="\(asOn.day)" autocomplete="off" spellcheck="false" aria-describedby="as-on-hint">
            <span id="as-on-hint" class="govuk-visually-hidden">For example, 31 December 2009 or 31/12/2009</span>
            <button type="submit" class="govuk-button govuk-button--secondary tc-as-on__button">Show</button>
            </form>
            </div>
            </section>

            """
    }

    private var tense: HTML {
        if asOn.day == asOn.today { return "As it stands today," }
        return asOn.day < asOn.today ? "As it stood on" : "As it will stand on"
    }
}
