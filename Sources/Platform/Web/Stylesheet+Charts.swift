extension Stylesheet {
    /// Control charts: each mark has a shape of its own, so that no colour has to be told from another.
    static let charts = """
        .tc-grid { stroke: #dee0e2; stroke-width: 1; }
        .tc-series { fill: none; stroke: #0b0c0c; stroke-width: 2; stroke-linejoin: round; }
        .tc-point { fill: #fff; stroke: #0b0c0c; stroke-width: 2; }
        .tc-point--common { fill: #505a5f; stroke: #505a5f; }
        .tc-point--improvement { fill: #1d70b8; }
        .tc-point--concern { fill: #f47738; }
        .tc-point--change { fill: #fff; }
        @media (forced-colors: active) {
          .tc-grid { stroke: GrayText; }
          .tc-series, .tc-point { stroke: CanvasText; }
          .tc-point { fill: Canvas; }
        }

        """
}
