public import Settings

// Watching over who may see what, as an operator decides it.

extension Settings {
    public static let ofTheOversight = [
        breakGlassTime.declaration, reviewMonths.declaration, responsiblePosts.declaration,
    ]

    static let breakGlassTime = Setting.duration(
        "access.break-glass", "THINKCHILD_BREAK_GLASS", in: .seconds(300)...(.seconds(86_400)), usual: .seconds(3_600),
        "How long whoever breaks the glass over a restricted record may read it.")
    static let reviewMonths = Setting.number(
        "access.review-months", "THINKCHILD_REVIEW_MONTHS", in: 1...24, usual: 6,
        "Months after which the holder of a post that gives a role must be confirmed again.")
    public static let responsiblePosts = Setting<[String: String]>(
        "access.responsible", "THINKCHILD_RESPONSIBLE", kind: "a list of room=post, with commas", usual: [:],
        usually: "",
        """
        The post that answers for each restricted room: identity=head-of-information. Where none is named, or it is \
        vacant, the administrators do.
        """
    ) { text throws(Unfit) in
        var posts: [String: String] = [:]
        for pair in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            let halves = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard halves.count == 2, !halves[0].isEmpty, !halves[1].isEmpty else {
                throw Unfit("is a list of room=post, and “\(pair)” is none")
            }
            posts[String(halves[0])] = String(halves[1])
        }
        return posts
    }
}
