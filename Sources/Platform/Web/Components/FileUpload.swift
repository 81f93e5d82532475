public import Kernel

extension GovUK {
    /// One or more files from the reader's machine. The form must be made with `upload: true`.
    public static func fileUpload(
        _ name: String, label: String, hint: String? = nil, problems: [Problem] = [], accept: String? = nil,
        multiple: Bool = false
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let accept: HTML? = accept.map { " accept=\"\($0)\"" }
        return field.group(
            """
            \(field.label(label))\(field.messages)\
            <input class="govuk-file-upload\(field.errorClass("govuk-file-upload"))" id="\(name)" name="\(name)"\
             type="file"\(accept)\(HTML.when(multiple, " multiple"))\(field.describedBy)>
            """)
    }
}
