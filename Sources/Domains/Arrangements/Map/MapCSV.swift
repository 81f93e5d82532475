import Kernel
import Partners
import Web

extension MapGraph {
    /// A row a post: whom it answers to, and what it answers for, runs and leads.
    var csv: [UInt8] {
        let rows = nodes.indices.map { post -> [String] in
            let node = nodes[post]
            func above(_ management: Bool) -> String {
                up[post].filter { $0.isManagement == management }.map { edge in
                    nodes[edge.to].name + (edge.standing == .holds ? "" : " (\(Words.said(edge.standing)))")
                }
                .joined(separator: "; ")
            }
            let contested = node.claims.filter { !$0.contestedBy.isEmpty }
                .map { "\($0.function.name): \($0.contestedBy.map(\.name).joined(separator: ", "))" }
            return [
                node.id, node.name, node.organisation, node.organisationName,
                node.isVacant ? "vacant" : node.isInterim ? "interim" : "",
                above(true), above(false), node.functions("accountable").joined(separator: "; "),
                node.functions("runs").joined(separator: "; "), node.functions("leads").joined(separator: "; "),
                contested.joined(separator: "; "),
            ]
        }
        let header = [
            "id", "post", "organisation id", "organisation", "in post", "managed by", "accountable to", "answers for",
            "runs", "leads",
            "also answered for by",
        ]
        return Web.csv(header, rows)
    }
}
