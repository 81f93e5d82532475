import Kernel

extension Action {
    /// The records of performance whole, with what is not published.
    static let seePerformance = Action("performance.see")
    static let changePerformance = Action("performance.change")
    /// What is published: indicators with their figures, and the narratives that their owners approved.
    static let readPerformance = Action("performance.read")
    /// To stand behind what is said of a figure. The room asks further whether they hold the post that answers for it.
    static let approvePerformance = Action("performance.approve")
}

extension Policy {
    /// The business of performance is public as far as it is published; who writes it down is not everybody.
    static let performance = Policy([
        .seePerformance: [.administrator, .director, .clerk, .analyst],
        .changePerformance: [.administrator, .clerk, .analyst],
        .readPerformance: [.anyone],
        .approvePerformance: [.administrator, .director, .clerk, .member, .responsible],
    ])
}
