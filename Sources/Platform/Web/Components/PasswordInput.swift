public import Kernel

extension GovUK {
    /// A password. What was typed is never given back.
    ///
    /// - Parameter autocomplete: `current-password` or `new-password`, for the reader's password manager.
    public static func passwordInput(
        _ name: String, label: String, hint: String? = nil, problems: [Problem] = [], autocomplete: String
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        return field.group(
            """
            \(field.label(label))\(field.messages)\
            <input class="govuk-input\(field.errorClass("govuk-input"))" id="\(name)" name="\(name)" type="password"\
             spellcheck="false" autocapitalize="none" autocomplete="\(autocomplete)"\(field.describedBy)>
            """)
    }
}
