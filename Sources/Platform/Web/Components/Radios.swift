public import Kernel

extension GovUK {
    /// How a group of radios or checkboxes is laid out.
    public enum ChoiceLayout: Sendable { case stacked, inline, small }

    /// One answer out of a few.
    public static func radios(
        _ name: String, legend: String, _ choices: [Choice], chosen: String? = nil, hint: String? = nil,
        problems: [Problem] = [], layout: ChoiceLayout = .stacked
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let items = choices.enumerated().map { index, choice in
            GovUK.item("radios", "radio", field: field, index: index, choice, checked: choice.value == chosen)
        }
        return field.fieldset(legend, "<div class=\"govuk-radios\(layout.modifier("govuk-radios"))\">\n\(items)</div>")
    }

    /// One radio or checkbox. The first carries the field's own name as its id, as GOV.UK Frontend has it,
    /// so that the error summary's link lands on it.
    static func item(
        _ component: HTML, _ type: HTML, field: Field, index: Int, _ choice: Choice, checked: Bool
    ) -> HTML {
        let suffix: HTML = .when(index > 0, "-\(index + 1)")
        let id: HTML = "\(field.name)\(suffix)"
        let hint: HTML? = choice.hint.map { hint in
            "<div id=\"\(id)-item-hint\" class=\"govuk-hint govuk-\(component)__hint\">\(hint)</div>\n"
        }
        let described: HTML = .when(choice.hint != nil, " aria-describedby=\"\(id)-item-hint\"")
        return """
            <div class="govuk-\(component)__item">
            <input class="govuk-\(component)__input" id="\(id)" name="\(field.name)" type="\(type)"\
             value="\(choice.value)"\(HTML.when(checked, " checked"))\(described)>
            <label class="govuk-label govuk-\(component)__label" for="\(id)">\(choice.label)</label>
            \(hint)</div>

            """
    }
}

extension GovUK.ChoiceLayout {
    func modifier(_ component: HTML) -> HTML {
        switch self {
        case .stacked: .empty
        case .inline: " \(component)--inline"
        case .small: " \(component)--small"
        }
    }
}
