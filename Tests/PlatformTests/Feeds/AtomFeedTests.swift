import Foundation
import Testing

@testable import Feeds

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("News for other programs")
struct AtomFeedTests {
    static func feed(_ title: String = "Agenda published: Trust Board") -> AtomFeed {
        let changed = Date(timeIntervalSince1970: 1_772_712_000)
        let entry = AtomFeed.Entry(
            id: "urn:thinkchild:meeting:m1", title: title, updated: changed, link: "https://t.example/meetings/m1",
            summary: "5 items & <two> papers")
        return AtomFeed(
            id: "urn:thinkchild:meetings", title: "Meetings", author: "Leeds City Council",
            selfLink: "https://t.example/meetings.atom", link: "https://t.example/meetings", updated: changed,
            entries: [entry])
    }

    /// Collects what an XML parser finds.
    private final class Reader: NSObject, XMLParserDelegate {
        var texts: [String: [String]] = [:]
        private var path: [String] = []
        private var text = ""

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            path.append(name)
            text = ""
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            texts[path.joined(separator: "/"), default: []].append(text)
            path.removeLast()
            text = ""
        }
    }

    @Test("Every element that RFC 4287 requires is there, and text comes back as it was")
    func parsed() throws {
        let title = "a<b>&\"c'\u{0}\u{1F}é]]>"
        let reader = Reader(), parser = XMLParser(data: Data(Self.feed(title).bytes))
        parser.delegate = reader
        #expect(parser.parse())
        #expect(reader.texts["feed/id"] == ["urn:thinkchild:meetings"])
        #expect(reader.texts["feed/updated"] == ["2026-03-05T12:00:00Z"])
        #expect(reader.texts["feed/author/name"] == ["Leeds City Council"])
        #expect(reader.texts["feed/entry/title"] == ["a<b>&\"c'é]]>"])
        #expect(reader.texts["feed/entry/id"] == ["urn:thinkchild:meeting:m1"])
        #expect(reader.texts["feed/entry/summary"] == ["5 items & <two> papers"])
    }
}
