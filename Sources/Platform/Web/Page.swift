public import Kernel

/// A whole page, less what every page has. The layout adds the "Error: " title, the error summary, the heading and
/// the rest, so no page can forget them.
public struct Page: Sendable, Equatable {
    public var title: String
    /// What the title is a part of, set small above it.
    public var caption: String?
    /// What was wrong with what was sent; empty on a page nobody has answered yet.
    public var problems: [Problem]
    /// From the home page down to the page above this one.
    public var breadcrumbs: [Link]
    /// The page before, on a page that asks a question.
    public var backLink: Link?
    /// That something was done, or has happened; above the heading.
    public var banner: HTML?
    /// What the reader should know of the day shown, such as "Facts carried forward from 1 March 2010".
    public var asOnNotices: [String]
    /// What holds of the page for this moment only: said at its head, and nobody keeps such a page.
    public var passing: String?
    public var body: HTML
    /// Whether the page needs the whole width of the screen, as a drawing or a broad table does.
    public var wide: Bool
    /// Where a browser goes on to from here by itself, at once: a path of this service. What it sends there it sends as
    /// from a page of ours, whoever sent it here.
    public var goesOnTo: String?

    public init(
        title: String, caption: String? = nil, problems: [Problem] = [], breadcrumbs: [Link] = [],
        backLink: Link? = nil,
        banner: HTML? = nil, asOnNotices: [String] = [], wide: Bool = false, body: HTML
    ) {
        self.title = title
        self.caption = caption
        self.problems = problems
        self.breadcrumbs = breadcrumbs
        self.backLink = backLink
        self.banner = banner
        self.asOnNotices = asOnNotices
        self.wide = wide
        self.body = body
    }

    /// Whether it asks for something to be changed, and so must carry the token against forged requests.
    public var hasForm: Bool { FormToken.firstForm(in: body.bytes, from: 0) != nil }
}
