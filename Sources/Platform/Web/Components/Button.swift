extension GovUK {
    /// How much a button matters, and how much harm it can do.
    public enum ButtonKind: Sendable { case primary, secondary, warning }

    /// A button that sends the form it stands in.
    public static func button(
        _ text: String, kind: ButtonKind = .primary, name: String? = nil, value: String? = nil
    ) -> HTML {
        let name: HTML? = name.map { " name=\"\($0)\"" }, value: HTML? = value.map { " value=\"\($0)\"" }
        return "<button type=\"submit\" class=\"govuk-button\(kind.modifier)\"\(name)\(value)>\(text)</button>\n"
    }

    /// A link that looks like a button.
    public static func linkButton(_ text: String, href: String, kind: ButtonKind = .primary) -> HTML {
        "<a href=\"\(href)\" role=\"button\" draggable=\"false\" class=\"govuk-button\(kind.modifier)\">\(text)</a>\n"
    }

    /// Buttons, and links beside them, in a row.
    public static func buttonGroup(_ buttons: HTML...) -> HTML {
        "<div class=\"govuk-button-group\">\n\(buttons)</div>\n"
    }
}

extension GovUK.ButtonKind {
    fileprivate var modifier: HTML {
        switch self {
        case .primary: .empty
        case .secondary: " govuk-button--secondary"
        case .warning: " govuk-button--warning"
        }
    }
}
