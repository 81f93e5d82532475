public import Kernel

/// A date as somebody typed it: three texts that may or may not make a day.
public struct TypedDay: Sendable, Equatable {
    public let day: String
    public let month: String
    public let year: String

    public init(day: String = "", month: String = "", year: String = "") {
        self.day = day
        self.month = month
        self.year = year
    }

    public init(_ known: Day?) {
        guard let known else { self.init(); return }
        self.init(day: "\(known.day)", month: "\(known.month)", year: "\(known.year)")
    }
}

extension GovUK {
    /// A date in three fields, sent as `name-day`, `name-month` and `name-year`.
    ///
    /// The first field's id is `name` itself, unlike GOV.UK Frontend's `name-day`: without a script it is the link
    /// of the error summary alone that must put the reader in the field.
    public static func dateInput(
        _ name: String, legend: String, value: TypedDay = TypedDay(), hint: String? = nil, problems: [Problem] = []
    ) -> HTML {
        let field = Field(name, hint: hint, problems: problems)
        let error = field.errorClass("govuk-input")
        func part(_ id: String, _ key: String, _ label: HTML, _ width: Int, _ text: String) -> HTML {
            """
            <div class="govuk-date-input__item">
            <div class="govuk-form-group">
            <label class="govuk-label govuk-date-input__label" for="\(id)">\(label)</label>
            <input class="govuk-input govuk-date-input__input govuk-input--width-\(width)\(error)" id="\(id)"\
             name="\(key)" type="text" inputmode="numeric" value="\(text)">
            </div>
            </div>

            """
        }
        return field.fieldset(
            legend, role: " role=\"group\"",
            """
            <div class="govuk-date-input">
            \(part(name, name + "-day", "Day", 2, value.day))\
            \(part(name + "-month", name + "-month", "Month", 2, value.month))\
            \(part(name + "-year", name + "-year", "Year", 4, value.year))</div>
            """)
    }
}
