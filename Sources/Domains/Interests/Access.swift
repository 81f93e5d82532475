public import Kernel

extension Action {
    /// To read the details of sensitive interests, each reading of which is written down.
    public static let seeInterests = Action("interests.see")
    static let changeInterests = Action("interests.change")
    /// To need them for the record of a meeting, and so be able to break the glass over one.
    public static let needInterests = Action("interests.need")
}

extension Policy {
    /// The law gives them to the monitoring officer (Localism Act 2011 ss29 and 32). Whoever runs the service, or keeps
    /// the record of meetings, has no need of them; the member whose they are asks as themselves.
    static let interests = Policy([
        .seeInterests: [.monitoring], .changeInterests: [.monitoring], .needInterests: [.clerk],
    ])
}
