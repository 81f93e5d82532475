/// The life of a plan: which step may follow which.
public enum PlanLife {
    /// One step: what somebody does, from which states, to which.
    public struct Step: Sendable {
        public let name: String
        /// As a button has it.
        public let words: String
        public let from: Set<String>
        public let to: String
    }

    public static let consult = Step(
        name: "consult", words: "Open the consultation", from: ["draft", "consultation"], to: "consultation")
    public static let agree = Step(
        name: "agree", words: "Record that it is agreed", from: ["draft", "consultation"], to: "agreed")
    public static let publish = Step(name: "publish", words: "Publish it", from: ["agreed"], to: "published")
    public static let review = Step(
        name: "review", words: "Record a review or monitoring", from: ["published"], to: "published")
    public static let revise = Step(
        name: "revise", words: "Begin a new edition", from: ["published", "closed"], to: "draft")
    public static let close = Step(name: "close", words: "Close it", from: ["published", "agreed"], to: "closed")

    /// In the order in which they usually come.
    public static let steps = [consult, agree, publish, review, revise, close]

    /// What may be done next with a plan in a state.
    public static func next(from state: String) -> [Step] { steps.filter { $0.from.contains(state) } }
}
