public import Kernel

extension GovUK {
    /// Any number of answers out of a few.
    public static func checkboxes(
        _ name: String, legend: String, _ choices: [Choice], chosen: Set<String> = [], hint: String? = nil,
        problems: [Problem] = [], layout: ChoiceLayout = .stacked
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let items = choices.enumerated().map { index, choice in
            GovUK.item(
                "checkboxes", "checkbox", field: field, index: index, choice, checked: chosen.contains(choice.value))
        }
        return field.fieldset(
            legend, "<div class=\"govuk-checkboxes\(layout.modifier("govuk-checkboxes"))\">\n\(items)</div>")
    }
}
