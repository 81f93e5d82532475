public import Kernel

extension Action {
    public static let seePartners = Action("partners.see")
    public static let changePartners = Action("partners.change")
}

extension Policy {
    /// Who is accountable for what is public; changing it is for those who keep the record.
    static let partners = Policy([
        .seePartners: [.anyone],
        .changePartners: [.administrator, .clerk],
    ])
}
