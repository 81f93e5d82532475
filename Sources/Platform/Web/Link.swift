/// Somewhere to go: the words, and the path.
public struct Link: Sendable, Equatable {
    public let text: String
    public let href: String
    /// Read out after the words by a screen reader, to tell one "Change" from the next; never shown.
    public let about: String?
    /// Whether this is where the reader already is.
    public let current: Bool

    public init(_ text: String, _ href: String, about: String? = nil, current: Bool = false) {
        self.text = text
        self.href = href
        self.about = about
        self.current = current
    }

    /// The link as GOV.UK draws one in running text.
    public var html: HTML { "<a class=\"govuk-link\" href=\"\(href)\">\(text)\(hidden)</a>" }

    var hidden: HTML { about.map { "<span class=\"govuk-visually-hidden\"> \($0)</span>" } ?? .empty }
}
