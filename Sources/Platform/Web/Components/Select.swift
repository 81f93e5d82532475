public import Kernel

extension GovUK {
    /// One answer out of a list too long for radios. `blank` is shown first and answers nothing.
    public static func select(
        _ name: String, label: String, _ choices: [Choice], chosen: String? = nil, blank: String? = nil,
        hint: String? = nil, problems: [Problem] = []
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let all = (blank.map { [Choice("", $0)] } ?? []) + choices
        let options: [HTML] = all.map { choice in
            let selected: HTML = .when(choice.value == chosen ?? "", " selected")
            return "<option value=\"\(choice.value)\"\(selected)>\(choice.label)</option>\n"
        }
        return field.group(
            """
            \(field.label(label))\(field.messages)\
            <select class="govuk-select\(field.errorClass("govuk-select"))" id="\(name)" name="\(name)"\
            \(field.describedBy)>
            \(options)</select>
            """)
    }
}
