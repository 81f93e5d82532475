import Needs

extension PerformanceSight {
    /// A figure as this reader may see it (NIS-04).
    func shown(_ figure: Observation) -> Observation { figure.shown(isWhole: isWhole) }
}
