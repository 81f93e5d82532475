import Kernel
import Web

/// What the check found, as far as it is known at once.
enum Lately: Sendable {
    /// Of the records as they are.
    case now(Worked)
    /// Of the records as they were before the last change; the check of them as they are is under way.
    case before(Worked)
    /// The check is under way, and there is none from before.
    case notYet

    /// What is wrong with one thing, the worst first; nil while nothing is known.
    func findings(about id: String) -> [Finding]? {
        switch self {
        case .now(let worked), .before(let worked): worked.findings(about: id)
        case .notYet: nil
        }
    }

    /// What the reader must be told of the findings on the page; nil when they are of the records as they are.
    private var notice: String? {
        switch self {
        case .now: nil
        case .before:
            """
            Something was changed a moment ago. The findings on this page are from before that change; the check is \
            being worked out anew. Load the page again to see them as they are now.
            """
        case .notYet:
            "The check is being worked out. Load the page again in a moment to see what it finds."
        }
    }

    private static let noticeOfAll = """
        Something was changed a moment ago. This page, with all that it counts, is as it was before that change; it \
        is being worked out anew. Load it again to see it as it is now.
        """

    /// The page with what must be said of its findings, which then hold for this moment only.
    /// - Parameter isAll: Whether all that the page shows was worked out with the findings.
    func told(on page: Page, isAll: Bool = false) -> Page {
        guard let notice else { return page }
        var page = page
        page.passing = isAll ? Self.noticeOfAll : notice
        return page
    }
}
