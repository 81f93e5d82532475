public import Kernel
import Records

/// Who acts when the holder of a post is away.
public struct Acting: Sendable {
    /// What the records say to the question.
    public enum Answer: Sendable, Equatable {
        /// One post is named for everything, or for the statutory duties.
        case designated(ID<Post>)
        /// Two or more posts are each named as the one.
        case designatedTwice([ID<Post>])
        /// Posts that might act, none of them named as the one.
        case possible([ID<Post>])
        /// Nobody is held to deputise for the whole.
        case cannotTell
    }

    public let post: ID<Post>
    public let answer: Answer
    /// Every deputy held, whatever it covers.
    public let deputies: [Held<Deputy>]
}

extension Accountability {
    /// Who acts for a post in its statutory duties: "who acts when Y is away?"
    public func whoActs(for post: ID<Post>) -> Acting {
        let held = deputies(of: post)
        let whole = held.filter { $0.noun.covers != "part" }
        let named = unique(whole.filter { $0.noun.isDesignated && $0.record.standing == .holds }.map(\.noun.deputy))
        let possible = unique((whole + held.filter { !$0.noun.isDesignated }).map(\.noun.deputy))
        let answer: Acting.Answer =
            switch (named.count, possible.count) {
            case (1, _): .designated(named[0])
            case (2..., _): .designatedTwice(named)
            case (_, 0): .cannotTell
            default: .possible(possible)
            }
        return Acting(post: post, answer: answer, deputies: held)
    }

    private func unique(_ posts: [ID<Post>]) -> [ID<Post>] {
        var seen: Set<ID<Post>> = []
        return posts.filter { seen.insert($0).inserted }
    }
}
