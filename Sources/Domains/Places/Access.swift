public import Kernel

extension Action {
    public static let seePlaces = Action("places.see")
    static let changePlaces = Action("places.change")
}

extension Policy {
    /// Where things are is no secret; who may say otherwise is.
    static let places = Policy([
        .seePlaces: [.anyone],
        .changePlaces: [.administrator, .clerk],
    ])
}
