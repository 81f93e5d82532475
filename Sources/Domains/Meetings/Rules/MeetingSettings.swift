public import Kernel
public import Settings

// What an operator decides of the business of meetings.

extension Settings {
    /// For the list of all settings.
    public static let ofTheMeetings = [
        callInDays.declaration, callInHour.declaration, callInSource.declaration, chaseBefore.declaration,
        chaseBetween.declaration, chaseHigher.declaration,
    ]

    public static let callInDays = Setting.number(
        "meetings.call-in-days", "THINKCHILD_MEETINGS_CALL_IN_DAYS", in: 1...30, usual: CallInRule.usual.days,
        "Working days after its publication in which a decision may be called in; holds for what is published next.")

    public static let callInHour = Setting<ClockTime?>(
        "meetings.call-in-until", "THINKCHILD_MEETINGS_CALL_IN_UNTIL", kind: "a time of day such as 17:00",
        usual: CallInRule.usual.until, usually: CallInRule.usual.until?.description ?? "",
        "The hour of the last of those days."
    ) { text throws(Unfit) in
        guard let time = ClockTime(text) else { throw Unfit("is a time of day such as 17:00, and “\(text)” is not") }
        return time
    }

    public static let callInSource = Setting.text(
        "meetings.call-in-source", "THINKCHILD_MEETINGS_CALL_IN_SOURCE", usual: CallInRule.usual.source,
        "What says so, as the page of a decision names it: the rule of the council's constitution.")

    public static let chaseBefore = Setting.number(
        "meetings.chase-before", "THINKCHILD_MEETINGS_CHASE_BEFORE", in: 0...90, usual: ChasingDays.usual.before,
        "Days before an action is due on which its owner is reminded first.")

    public static let chaseBetween = Setting.number(
        "meetings.chase-between", "THINKCHILD_MEETINGS_CHASE_BETWEEN", in: 1...90, usual: ChasingDays.usual.between,
        "Days between one reminder of what is overdue and the next.")

    public static let chaseHigher = Setting.number(
        "meetings.chase-higher", "THINKCHILD_MEETINGS_CHASE_HIGHER", in: 0...365, usual: ChasingDays.usual.higher,
        "Days overdue after which an action is taken to where the terms of reference escalate.")
}

extension CallInRule {
    public init(_ settings: Settings) {
        self.init(
            days: settings[Settings.callInDays], until: settings[Settings.callInHour],
            source: settings[Settings.callInSource])
    }
}

extension ChasingDays {
    public init(_ settings: Settings) {
        self.init(
            before: settings[Settings.chaseBefore], between: settings[Settings.chaseBetween],
            higher: settings[Settings.chaseHigher])
    }
}
