public import Kernel

extension Setting where Value == Day? {
    /// A day that is not there unless it is given.
    public static func day(_ name: String, _ variable: String, _ meaning: String) -> Setting {
        Setting(name, variable, kind: "a day such as 2009-12-31", usual: nil, usually: "", meaning) {
            text throws(Unfit) in
            guard let day = Day(text) else { throw Unfit("is a day such as 2009-12-31, and “\(text)” is not") }
            return day
        }
    }
}
