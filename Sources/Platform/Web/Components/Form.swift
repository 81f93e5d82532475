extension GovUK {
    /// A form that changes something. The layout puts the token against forged requests into it.
    ///
    /// One that asks more than one thing is kept as a draft while it is typed. Not one with a password or a file in it:
    /// nothing of those is kept anywhere.
    public static func form(_ action: String, upload: Bool = false, _ content: HTML) -> HTML {
        let encoding: HTML = .when(upload, " enctype=\"multipart/form-data\"")
        let isDrafted = !upload && FormFields(content).areWorthKeeping
        let drafted: HTML = .when(isDrafted, " data-draft=\"/drafts\"")
        let mark: HTML = .when(isDrafted, hidden(draftField, "1"))
        return "<form action=\"\(action)\" method=\"post\"\(encoding)\(drafted) novalidate>\n\(mark)\(content)</form>\n"
    }

    /// The hidden field that says that a form is kept as a draft.
    public static let draftField = "_draft"

    /// A form that only asks: its answers go in the address.
    public static func query(_ action: String, _ content: HTML) -> HTML {
        "<form action=\"\(action)\" method=\"get\" novalidate>\n\(content)</form>\n"
    }

    /// Something sent with a form that nobody types.
    public static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">\n"
    }
}

/// What a form's markup asks for: the names of its fields, and whether any must not be kept.
struct FormFields {
    private var names: Set<Substring> = []
    private var holdsSecret = false

    init(_ content: HTML) {
        let markup = content.string
        // What a person typed cannot be taken for a tag: it is escaped.
        for tag in markup.split(separator: "<") {
            guard ["input ", "select ", "textarea "].contains(where: tag.hasPrefix) else { continue }
            let head = tag.prefix { $0 != ">" }
            if head.contains("type=\"password\"") || head.contains("type=\"file\"") { holdsSecret = true }
            if head.contains("autocomplete=\"one-time-code\"") { holdsSecret = true }
            if head.contains("type=\"hidden\"") { continue }
            if let name = head.firstMatch(of: /\sname="([^"]*)"/)?.1 { names.insert(name) }
        }
    }

    var areWorthKeeping: Bool { names.count > 1 && !holdsSecret }
}
