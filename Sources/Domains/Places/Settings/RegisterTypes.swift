/// Which of our types an establishment of the register is, from the register's own type and phase.
///
/// Rule PL-06 in docs/rules/places.md. What the two do not settle is "other": the register's own words stand beside it.
enum RegisterTypes {
    static func type(registerType: String, phase: String) -> String {
        if let type = byRegisterType[registerType] { return type }
        return byPhase[phase] ?? "other"
    }

    private static let byPhase = [
        "Nursery": "nursery", "Primary": "primary", "Middle deemed primary": "middle",
        "Middle deemed secondary": "middle",
        "Secondary": "secondary", "All-through": "all-through", "16 plus": "sixteen-plus",
    ]

    private static let byRegisterType = [
        "Community special school": "special", "Foundation special school": "special",
        "Non-maintained special school": "special", "Other independent special school": "special",
        "Academy special converter": "special", "Academy special sponsor led": "special",
        "Free schools special": "special",
        "Pupil referral unit": "referral-unit", "Local authority nursery school": "nursery",
        "Other independent school": "independent", "Further education": "college",
        "Special post 16 institution": "sixteen-plus", "Higher education institutions": "higher",
        "Children's centre": "childrens-centre", "Children's centre linked site": "childrens-centre",
    ]
}
