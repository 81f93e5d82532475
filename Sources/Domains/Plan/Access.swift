public import Kernel

extension Action {
    /// The records of plans whole, drafts among them.
    public static let seePlans = Action("plan.see")
    public static let changePlans = Action("plan.change")
    /// Plans that are published, and the pages made of them.
    public static let readPlans = Action("plan.read")
    /// What a command of this room does once it has asked everything else; an administrator's imports may too.
    static let sealPlans = Action("plan.seal")
}

extension Policy {
    /// A plan is everybody's once it is published. A draft is for those who write it: the clerk and the director.
    static let plan = Policy([
        .seePlans: [.administrator, .director, .clerk],
        .changePlans: [.administrator, .clerk],
        .readPlans: [.anyone],
        .sealPlans: [.administrator],
    ])
}
