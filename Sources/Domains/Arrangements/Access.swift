public import Kernel

extension Action {
    public static let seeArrangements = Action("arrangements.see")
    public static let changeArrangements = Action("arrangements.change")
}

extension Policy {
    /// Who meets, who came and what is wrong is public; changing it is for those who keep the record.
    static let arrangements = Policy([
        .seeArrangements: [.anyone],
        .changeArrangements: [.administrator, .clerk],
    ])
}
