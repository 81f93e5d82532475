public import Kernel

extension GovUK {
    /// Several lines of text.
    public static func textarea(
        _ name: String, label: String, value: String = "", hint: String? = nil, problems: [Problem] = [], rows: Int = 5
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        // The line end after the tag is dropped by browsers, so text that begins with one keeps it.
        return field.group(
            """
            \(field.label(label))\(field.messages)\
            <textarea class="govuk-textarea\(field.errorClass("govuk-textarea"))" id="\(name)" name="\(name)"\
             rows="\(rows)"\(field.describedBy)>
            \(value)</textarea>
            """)
    }
}
