/// Where a value and a period stand in a chart.
struct ChartScale {
    private let low: Double
    private let high: Double
    private let step: Double
    private let count: Int

    init(_ points: [ControlChartPicture.Point], target: Double?) {
        var all: [Double] = []
        for point in points { all += [point.value, point.centre, point.lower, point.upper].compactMap { $0 } }
        if let target { all.append(target) }
        all = all.filter { $0.isFinite && abs($0) < 1e12 }
        let least = all.min() ?? 0, most = max(all.max() ?? 1, least)
        let span = most > least ? most - least : max(abs(most), 1)
        step = ChartScale.round(span / 5)
        low = (least / step).rounded(.down) * step
        high = max((most / step).rounded(.up) * step, low + step)
        count = points.count
    }

    /// 1, 2 or 5 of some power of ten: the least that is as much as asked for.
    private static func round(_ rough: Double) -> Double {
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? 10 * power
    }

    /// Where the lines of the grid stand.
    var ticks: [Double] { (0...Int(((high - low) / step).rounded())).map { low + Double($0) * step } }

    /// As many decimals as the step has.
    func words(_ tick: Double) -> String {
        var places = 0, unit = 1.0
        while unit > step * 1.000_1, places < 6 { unit /= 10; places += 1 }
        let shown = (abs(tick) / unit).rounded(), whole = Int(shown)
        let power = Int((1 / unit).rounded())
        let fraction = places == 0 ? "" : "." + String(String(power + whole % power).dropFirst())
        return "\(tick < 0 && whole > 0 ? "-" : "")\(whole / power)\(fraction)"
    }

    func x(_ index: Int) -> Double {
        let room = ControlChartPicture.width - ControlChartPicture.left - ControlChartPicture.right - 24
        return ControlChartPicture.left + 12 + (count > 1 ? room * Double(index) / Double(count - 1) : room / 2)
    }

    func y(_ value: Double) -> Double {
        let room = ControlChartPicture.height - ControlChartPicture.top - ControlChartPicture.bottom
        return ControlChartPicture.top + room * (1 - (value - low) / (high - low))
    }

    /// A line from value to value, which stops where there is none, and where it is told to.
    func outline(_ values: [Double?], breaks: [Bool]?) -> String {
        var outline = "", isDrawing = false
        for (index, value) in values.enumerated() {
            guard let value else { isDrawing = false; continue }
            if breaks?[index] == true { isDrawing = false }
            outline += "\(isDrawing ? "L" : "M")\(tenths(x(index))) \(tenths(y(value)))"
            isDrawing = true
        }
        return outline
    }
}
