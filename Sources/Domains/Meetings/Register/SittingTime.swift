import Kernel

/// The times of one meeting in their order, also where it goes on past midnight (ours): a time more than four hours
/// earlier by the clock than the meeting began is one of the next day.
struct SittingTime: Sendable {
    /// Nil where nobody said when it began: then all times are of one day.
    let begins: ClockTime?

    /// Minutes since the midnight before it began.
    func minutes(_ time: ClockTime) -> Int {
        guard let begins, time.minutes < begins.minutes - 240 else { return time.minutes }
        return time.minutes + 1_440
    }
}
