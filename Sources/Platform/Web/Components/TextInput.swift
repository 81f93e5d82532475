public import Kernel

extension GovUK {
    /// How wide a text input is, in characters: a hint at how long the answer should be.
    public enum InputWidth: Int, Sendable {
        case two = 2, three = 3, four = 4, five = 5, ten = 10, twenty = 20, thirty = 30
    }

    /// What may be typed, which decides the keyboard a telephone shows.
    public enum InputKind: Sendable { case text, wholeNumber, decimal, email, search }

    /// One line of text.
    public static func textInput(
        _ name: String, label: String, value: String = "", hint: String? = nil, problems: [Problem] = [],
        width: InputWidth? = nil, kind: InputKind = .text, autocomplete: String? = nil
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let width: HTML? = width.map { " govuk-input--width-\($0.rawValue)" }
        let autocomplete: HTML? = autocomplete.map { " autocomplete=\"\($0)\"" }
        return field.group(
            """
            \(field.label(label))\(field.messages)\
            <input class="govuk-input\(width)\(field.errorClass("govuk-input"))" id="\(name)" name="\(name)"\
            \(kind.attributes) value="\(value)"\(field.describedBy)\(autocomplete)>
            """)
    }
}

extension GovUK.InputKind {
    fileprivate var attributes: HTML {
        switch self {
        case .text: " type=\"text\""
        case .wholeNumber: " type=\"text\" inputmode=\"numeric\" spellcheck=\"false\""
        case .decimal: " type=\"text\" inputmode=\"decimal\" spellcheck=\"false\""
        case .email: " type=\"email\" spellcheck=\"false\""
        case .search: " type=\"search\""
        }
    }
}
