public import Kernel

extension Action {
    /// To read the details of sensitive interests, each reading of which is written down.
    public static let seeInterests = Action("interests.see")
    static let changeInterests = Action("interests.change")
}

extension Policy {
    /// The law gives them to the monitoring officer (Localism Act 2011 ss29 and 32). Whoever runs the service, or keeps
    /// the record of meetings, has no need of them; the member whose they are asks as themselves.
    static let interests = Policy([.seeInterests: [.monitoring], .changeInterests: [.monitoring]])
}
