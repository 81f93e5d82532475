public import Kernel
public import Records

/// What a reader should know of a day: which described state it rests on, and from when its facts are carried forward.
public enum StateNotices {
    /// - Parameter states: every record of kind `state`.
    public static func on(_ day: Day, among states: [Record]) -> [String] {
        let described = states.compactMap { state in state.day("on").map { (on: $0, record: state) } }
        guard let first = described.min(by: { $0.on < $1.on }) else { return [] }
        guard let latest = described.filter({ $0.on <= day }).max(by: { $0.on < $1.on }) else {
            return [
                """
                The earliest state described is that of \(first.on.long): of this day only facts with dates of \
                their own are held
                """
            ]
        }
        var notices: [String] = []
        if latest.on < day {
            notices.append(
                """
                The latest state described by then is that of \(latest.on.long) \
                (\(latest.record.text("name") ?? "")): 
                """
                    + "what it says is carried forward to this day")
        }
        if let carried = latest.record.day("carried-from"), carried < latest.on {
            notices.append("Facts carried forward from \(carried.long), the last day that the sources speak of")
        }
        return notices
    }
}
