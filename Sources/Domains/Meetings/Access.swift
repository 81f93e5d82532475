public import Kernel

extension Action {
    /// The records of meetings whole, with what is exempt in them.
    public static let seeMeetings = Action("meetings.see")
    public static let changeMeetings = Action("meetings.change")
    /// What the law has the public see: calendar, published agendas, decisions, minutes; nothing exempt.
    public static let readMeetings = Action("meetings.read")
    /// To confirm what somebody else wrote: minutes. The room asks further who wrote them and who sits at the table.
    public static let confirmMeetings = Action("meetings.confirm")
    /// What a command of this room does once it has asked everything else; an administrator's imports may too.
    static let sealMeetings = Action("meetings.seal")
}

extension Policy {
    /// The business of meetings is public as far as it is open; the records whole are for those who keep them and the
    /// director; and for the monitoring officer, who keeps what is withheld of the interests declared in any item, open
    /// or not. A member reads what is exempt at their own table on the pages, not in the records.
    static let meetings = Policy([
        .seeMeetings: [.administrator, .director, .clerk, .monitoring],
        .changeMeetings: [.administrator, .clerk],
        .readMeetings: [.anyone],
        .confirmMeetings: [.administrator, .director, .clerk, .member],
        .sealMeetings: [.administrator],
    ])
}
