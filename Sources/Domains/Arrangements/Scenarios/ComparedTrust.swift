import Kernel
import Partners
import Records

/// What one trust says under each aspect of a comparison, by the thing it says it of.
///
/// A key is the thing's identifier, followed by a blank and a word where one thing has several rows.
struct ComparedTrust {
    private let trust: Trust
    private var posts: Accountability { trust.accountability }

    init(_ trust: Trust) { self.trust = trust }

    func entries(_ aspect: Comparison.Aspect) -> [String: String] {
        switch aspect {
        case .bodies: bodies
        case .posts:
            keyed(
                posts.posts.current.map { ($0.record.id, "\($0.noun.name), \(trust.name($0.noun.organisation.text))") })
        case .lines: lines
        case .deputies: deputies
        case .providers:
            keyed(
                posts.functions.current.compactMap { function in
                    function.record.text("provided-by").map { (function.record.id, trust.name($0)) }
                })
        case .charge: charge
        case .bodyLines: bodyLines
        case .work: work
        }
    }

    private var bodies: [String: String] {
        keyed(
            trust.bodies.current.map { body in
                let host = body.noun.host.map { ", \(trust.name($0.text))" } ?? ""
                return (
                    body.record.id, "\(body.noun.name) (\(Body.types.label(of: body.noun.type).lowercased())\(host))"
                )
            })
    }

    private var lines: [String: String] {
        joined(
            posts.posts.current.flatMap { post in
                posts.lines(up: post.noun.id).map { line in
                    (
                        "\(post.record.id) \(line.noun.type)",
                        "\(said(line.noun.type)) \(trust.name(line.noun.to.text))\(standing(line.record))"
                    )
                }
            })
    }

    private var deputies: [String: String] {
        joined(
            posts.posts.current.flatMap { post in
                posts.deputies(of: post.noun.id).map { deputy in
                    (
                        post.record.id,
                        "\(trust.name(deputy.noun.deputy.text)) "
                            + "(\(deputy.noun.isDesignated ? "designated" : "possible"))"
                    )
                }
            })
    }

    private var charge: [String: String] {
        joined(
            posts.functions.current.flatMap { function in
                posts.responsibilities(for: function.noun.id).map { held in
                    (
                        "\(function.record.id) \(held.noun.level)",
                        "\(trust.name(held.noun.post.text)) (\(held.noun.level))\(standing(held.record))"
                    )
                }
            })
    }

    private var bodyLines: [String: String] {
        joined(
            (trust.bodies.current.map(\.record.id) + posts.posts.current.map(\.record.id)).flatMap { from in
                trust.lines(from: from).map { line in
                    (
                        "\(from) \(line.noun.type)",
                        "\(said(line.noun.type)) "
                            + "\(line.noun.to.map(trust.name) ?? "nobody named")\(standing(line.record))"
                    )
                }
            })
    }

    private var work: [String: String] {
        let words = ["decides": "decides", "develops-policy": "develops policy", "commissions": "commissions"]
        return joined(
            trust.bodies.current.flatMap { body in
                trust.remits(of: body.noun.id).compactMap { remit in
                    words[remit.noun.role].map { (remit.noun.function.text, "\(body.noun.name) \($0)") }
                }
            })
    }

    private func said(_ type: String) -> String {
        switch type {
        case "management": "managed by"
        case "reports": "reports to"
        case "advises": "advises"
        case "scrutinised": "scrutinised by"
        default: "accountable to"
        }
    }

    private func standing(_ record: Record) -> String {
        switch record.standing {
        case .holds: record.provenance == .assumption ? " (assumed)" : ""
        case .lacking: record.provenance == .proposed ? " (proposed)" : " (said to be lacking)"
        case .unclear: " (said to be unclear)"
        }
    }

    private func keyed(_ entries: [(String, String)]) -> [String: String] { Dictionary(entries) { first, _ in first } }

    private func joined(_ entries: [(String, String)]) -> [String: String] {
        Dictionary(grouping: entries, by: \.0).mapValues { $0.map(\.1).sorted().joined(separator: "; ") }
    }
}
