public import Kernel
public import Records

/// To whom a post answers, link by link. Line management and accountability are kept apart (DCS-03).
public struct Chain: Sendable {
    /// One line up. A link that is lacking or unclear is shown, and not followed.
    public struct Link: Sendable {
        public let post: ID<Post>
        public let to: ID<Post>
        public let standing: Standing
        public let record: Record
    }

    public let post: ID<Post>
    public let management: [Link]
    public let accountability: [Link]

    /// Posts reached by lines that hold, nearest first.
    public static func reached(by links: [Link]) -> [ID<Post>] { links.filter { $0.standing == .holds }.map(\.to) }
}

extension Accountability {
    /// The chain of a post: "what does Z's chain look like?"
    public func chain(of post: ID<Post>) -> Chain {
        Chain(
            post: post, management: links(up: post) { $0 == "management" },
            accountability: links(up: post) { $0 == "accountability" })
    }

    /// Every line met on the way up from a post by lines of the types asked for, nearest first, each once.
    func links(up post: ID<Post>, of type: (String) -> Bool) -> [Chain.Link] {
        var found: [Chain.Link] = [], seen: Set<ID<Post>> = [post], queue = [post], next = 0
        while next < queue.count {
            for line in lines(up: queue[next]) where type(line.noun.type) {
                let link = Chain.Link(
                    post: line.noun.post, to: line.noun.to, standing: line.record.standing, record: line.record)
                found.append(link)
                if link.standing == .holds, seen.insert(link.to).inserted { queue.append(link.to) }
            }
            next += 1
        }
        return found
    }

    /// Whether one post stands above another in its line, of either type, as far as lines that hold say.
    public func isInLine(_ below: ID<Post>, under above: ID<Post>) -> Bool {
        links(up: below) { _ in true }.contains { $0.standing == .holds && $0.to == above }
    }
}
