/// A number as a person reads one: so many decimals at most, no zeros at the end, no minus before nothing.
public func figureText(_ value: Double, places: Int = 2) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "not a number" }
    let power = (0..<max(0, min(places, 6))).reduce(1) { tens, _ in tens * 10 }
    let scaled = (abs(value) * Double(power)).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e18 else { return "\(value)" }
    let whole = Int(scaled) / power
    // Written after a 1, so that the zeros it begins with are kept.
    var fraction = String(power + Int(scaled) % power).dropFirst()
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
}
