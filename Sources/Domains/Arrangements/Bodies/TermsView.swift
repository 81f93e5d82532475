public import Kernel
public import Partners
import Records

/// A body's terms of reference on a day, and every version of them that is held.
public struct TermsView: Sendable {
    /// Something terms ought to say: how well they say it, and the words where they are held.
    public struct Part: Sendable {
        public let title: String
        /// As `Terms.said`; nil when nobody has judged.
        public let said: String?
        public let words: String?

        /// Whether a source says that they do not say it, or not well enough.
        public var isWanting: Bool { said.map { $0 != "said" } ?? false }
    }

    public let current: Terms?
    public let versions: [Terms]
    public let agreedBy: Named?
    public let escalatesTo: Subject?

    public init(of body: ID<Body>, in reading: DayBook) throws {
        let all = try reading.shelf.records(of: Terms.kind, where: "body", is: body.text)
        versions = all.map(Terms.init).sorted { $0.starts < $1.starts }
        current = all.first { $0.period.holds(on: reading.on) }.map(Terms.init)
        agreedBy = try current?.record.text("agreed-by").map(reading.named)
        escalatesTo = try current?.record.text("escalates-to").flatMap(reading.subject)
    }

    public var parts: [Part] {
        guard let record = current?.record else { return [] }
        return [
            Part(title: "What it is for", said: record.text("purpose-said"), words: record.text("purpose")),
            Part(title: "Its functions", said: record.text("functions-said"), words: nil),
            Part(title: "How it carries them out", said: record.text("how-said"), words: record.text("how")),
            Part(
                title: "How its success is measured", said: record.text("measures-said"), words: record.text("measures")
            ),
        ]
    }
}

extension Terms {
    /// Unknown starts come first.
    var starts: Int { (record.period.from ?? record.period.attested)?.number ?? .min }
}
