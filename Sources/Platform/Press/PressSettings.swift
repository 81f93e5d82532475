public import Settings

// What PDFs are made with, as an operator decides it.

extension Settings {
    /// For the list of all settings.
    public static let ofThePress = [typesetter.declaration, joiner.declaration, pressMegabytes.declaration]

    static let typesetter = Setting.text(
        "press.weasyprint", "THINKCHILD_PRESS_WEASYPRINT", usual: "/usr/bin/weasyprint",
        "The program that makes a PDF of a page; without it papers are read as pages only.")
    static let joiner = Setting.text(
        "press.qpdf", "THINKCHILD_PRESS_QPDF", usual: "/usr/bin/qpdf", "The program that lays papers into a pack.")
    static let pressMegabytes = Setting.number(
        "press.memory", "THINKCHILD_PRESS_MEMORY", in: 256...65_536, usual: 2_048,
        "Megabytes that either program may take before it is stopped.")
}
