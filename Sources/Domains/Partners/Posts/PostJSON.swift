import Kernel
public import Records
public import Web

extension PostView {
    /// The body of `GET /api/v1/posts/{post}/around`.
    func json(on day: Day) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("on", day.description)
            json.field("id", id)
            json.field("name", post.name)
            json.named("organisation", organisation)
            json.field("office", post.office)
            json.field("seniority", post.grade)
            json.field("inPost", holding.words)
            json.field("vacant", holding.isVacant)
            json.field("interim", holding.isInterim)
            json.field("whoActs", whoActs)
            json.array("answersFor", answering) { json, answering in
                json.object { json in
                    json.named("function", answering.function)
                    json.field("level", answering.responsibility.level)
                    json.field("standing", answering.responsibility.record.standing.rawValue)
                    json.array("alsoAnsweredForBy", answering.rivals) { $0.value($1) }
                    json.cited(answering.responsibility.record)
                }
            }
            json.array("linesUp", up) { $0.tie($1) }
            json.array("linesDown", down) { $0.tie($1) }
            json.array("deputies", deputies) { json, standIn in
                json.object { json in
                    json.named("post", standIn.other)
                    json.field("covers", standIn.deputy.covers)
                    json.field("designated", standIn.deputy.isDesignated)
                    json.cited(standIn.deputy.record)
                }
            }
            json.cited(record)
        }
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func tie(_ tie: PostView.Tie) {
        object { json in
            json.named("post", tie.other)
            json.field("type", tie.line.type)
            json.field("standing", tie.line.record.standing.rawValue)
            json.cited(tie.line.record)
        }
    }

    /// `"organisation": {"id", "name"}`
    public mutating func named(_ key: String, _ named: Named?) {
        guard let named else { return field(key, String?.none) }
        object(key) { $0.fields(named) }
    }

    public mutating func value(_ named: Named) { object { $0.fields(named) } }

    private mutating func fields(_ named: Named) {
        field("id", named.id)
        field("name", named.name)
    }

    /// On whose word: `"provenance": "stated", "sources": [{"document", "paragraph"}]`.
    public mutating func cited(_ record: Record) {
        field("provenance", record.provenance.rawValue)
        array("sources", record.sources) { json, source in
            json.object { json in
                json.field("document", source.document)
                json.field("paragraph", source.paragraph)
            }
        }
    }
}
