extension GovUK {
    /// The colours a tag may have. Colour never stands alone: the words say the same.
    public enum TagColour: String, Sendable, CaseIterable {
        case grey, green, turquoise, blue, lightBlue = "light-blue", purple, pink, red, orange, yellow
    }

    /// A state, in a word or two.
    public static func tag(_ text: String, _ colour: TagColour = .blue) -> HTML {
        "<strong class=\"govuk-tag govuk-tag--\(colour.rawValue)\">\(text)</strong>"
    }
}
