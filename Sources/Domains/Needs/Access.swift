import Kernel

extension Action {
    static let seeNeeds = Action("needs.see")
    static let changeNeeds = Action("needs.change")
}

extension Policy {
    /// Published statistics are public; who may take in more of them is not everybody.
    static let needs = Policy([
        .seeNeeds: [.anyone],
        .changeNeeds: [.administrator, .clerk],
    ])
}
