public import Foundation

/// News that other programs follow, as Atom (RFC 4287).
public struct AtomFeed: Sendable, Equatable {
    /// One piece of news.
    public struct Entry: Sendable, Equatable {
        /// An IRI of its own that never changes: `urn:thinkchild:meeting:m1`.
        public var id: String
        public var title: String
        public var updated: Date
        /// The page about it, whole.
        public var link: String
        /// Plain text.
        public var summary: String

        public init(id: String, title: String, updated: Date, link: String, summary: String) {
            self.id = id
            self.title = title
            self.updated = updated
            self.link = link
            self.summary = summary
        }
    }

    public var id: String
    public var title: String
    /// Who answers for it: an organisation.
    public var author: String
    /// Where the feed itself is, whole.
    public var selfLink: String
    /// The page it tells of, whole.
    public var link: String
    /// When anything in it last changed.
    public var updated: Date
    public var entries: [Entry]

    public init(
        id: String, title: String, author: String, selfLink: String, link: String, updated: Date, entries: [Entry]
    ) {
        self.id = id
        self.title = title
        self.author = author
        self.selfLink = selfLink
        self.link = link
        self.updated = updated
        self.entries = entries
    }

    public static let mediaType = "application/atom+xml; charset=utf-8"

    /// The document.
    public var bytes: [UInt8] {
        var xml = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        xml += head(id: id, title: title, updated: updated)
        xml += "  <author><name>\(Self.escaped(author))</name></author>\n"
        xml += "  <link rel=\"self\" type=\"application/atom+xml\" href=\"\(Self.escaped(selfLink))\"/>\n"
        xml += "  <link rel=\"alternate\" type=\"text/html\" href=\"\(Self.escaped(link))\"/>\n"
        for entry in entries {
            xml += "  <entry>\n" + head(id: entry.id, title: entry.title, updated: entry.updated)
            xml += "  <link rel=\"alternate\" type=\"text/html\" href=\"\(Self.escaped(entry.link))\"/>\n"
            xml += "  <summary type=\"text\">\(Self.escaped(entry.summary))</summary>\n  </entry>\n"
        }
        return Array((xml + "</feed>\n").utf8)
    }

    private func head(id: String, title: String, updated: Date) -> String {
        """
          <id>\(Self.escaped(id))</id>
          <title type="text">\(Self.escaped(title))</title>
          <updated>\(Self.moment(updated))</updated>

        """
    }

    /// RFC 3339, in UTC, to the second.
    static func moment(_ date: Date) -> String {
        let stamp = Array(CalendarEvent.stamp(date))
        let (day, time) = (stamp[0..<8], stamp[9..<15])
        let year = String(day.prefix(4)), month = String(day.dropFirst(4).prefix(2)), number = String(day.suffix(2))
        let clock = [time.prefix(2), time.dropFirst(2).prefix(2), time.suffix(2)].map { String($0) }
        return "\(year)-\(month)-\(number)T\(clock.joined(separator: ":"))Z"
    }

    /// Without the characters that XML 1.0 has no place for (2.2), and with the five that it reads as markup escaped.
    static func escaped(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": safe += "&amp;"
            case "<": safe += "&lt;"
            case ">": safe += "&gt;"
            case "\"": safe += "&quot;"
            case "'": safe += "&#39;"
            case "\t", "\n", "\r": safe.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": break
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
