/// The little style sheet of our own, over GOV.UK Frontend's.
public enum Stylesheet {
    /// Its text, as it is served.
    public static let own = base + frame + pieces + pictures + charts + print

    /// A council's service may not use the GDS Transport typeface, so every element takes a system font.
    private static let base = """
        .govuk-template, .govuk-template * {
          font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif !important;
        }
        .govuk-template code, .govuk-template pre, .govuk-template .tc-code {
          font-family: ui-monospace, "Liberation Mono", Consolas, monospace !important;
        }
        .tc-width-wide { max-width: 1600px; }
        @media (max-width: 1660px) { .tc-width-wide { margin-right: 30px; margin-left: 30px; } }
        @media (max-width: 640px) { .tc-width-wide { margin-right: 15px; margin-left: 15px; } }
        .tc-quiet { color: #505a5f; }
        .tc-nowrap { white-space: nowrap; }

        """

    private static let frame = """
        .tc-header { border-bottom: 5px solid #1d70b8; }
        .tc-header__inner {
          display: flex; flex-wrap: wrap; gap: 10px 30px; align-items: center; justify-content: space-between;
          margin-bottom: 0; padding-top: 12px; padding-bottom: 12px; border-bottom: 0;
        }
        .tc-header__inner::after { content: none; }
        .tc-header__council { margin: 0; color: #fff; font-size: 1.375rem; font-weight: 700; line-height: 1.2; }
        .tc-header__account { margin: 0 0 0 auto; }
        .tc-header__link { color: #fff; }
        .tc-header__link:focus { color: #0b0c0c; background: #fd0; outline: 3px solid #fd0; }
        .tc-search { display: flex; flex: 0 1 26rem; min-width: 0; margin: 0; }
        .tc-search__input { margin: 0; border-color: #fff; min-width: 0; flex: 1 1 auto; }
        .tc-search__button {
          margin: 0; padding: 5px 15px; border: 0; border-left: 1px solid #0b0c0c; background: #1d70b8; color: #fff;
          font-size: 1rem; cursor: pointer; height: 2.5rem;
        }
        .tc-search__button:hover { background: #003078; }
        .tc-search__button:focus { outline: 3px solid #fd0; outline-offset: 0; background: #fd0; color: #0b0c0c; }
        @media (max-width: 40.0525em) {
          .govuk-service-navigation__list { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 20px; }
          .govuk-service-navigation__item, .govuk-service-navigation__service-name { margin: 6px 0; }
          .govuk-service-navigation__item:not(:last-child) { margin-bottom: 6px; }
        }
        .tc-as-on { background: #fff; border-bottom: 1px solid #b1b4b6; }
        .tc-as-on__inner {
          display: flex; flex-wrap: wrap; gap: 5px 30px; align-items: center; justify-content: space-between;
          padding-top: 8px; padding-bottom: 8px;
        }
        .tc-as-on__day, .tc-as-on__notice, .tc-as-on__label {
          margin: 0; font-size: 1rem; line-height: 1.4; color: #0b0c0c;
        }
        .tc-as-on__notice { color: #505a5f; }
        .tc-as-on__form { display: flex; flex-wrap: wrap; gap: 5px 10px; align-items: center; margin: 0; }
        .tc-as-on__input { height: 2rem; width: 11rem; max-width: 11rem; font-size: 1rem; }
        .tc-as-on__button { margin: 0; padding: 4px 10px 3px; font-size: 1rem; width: auto; }
        .tc-footer { margin-top: 30px; }

        """

    private static let pieces = """
        /* Words hidden in a cell are placed within the box that scrolls, so that they do not widen the page. */
        .tc-scroll { position: relative; overflow-x: auto; max-width: 100%; margin-bottom: 20px; }
        .tc-scroll:focus { outline: 3px solid #fd0; outline-offset: 0; }
        .tc-scroll > .govuk-table { margin-bottom: 10px; }
        section > .tc-scroll > .govuk-table > .govuk-table__caption--m { font-size: 1.1875rem; }
        .govuk-tag { max-width: none; }
        .tc-filter { background: #f3f2f1; padding: 15px 15px 5px; margin-bottom: 30px; }
        .tc-filter .govuk-form-group { margin-bottom: 15px; }
        .tc-filter .govuk-button-group, .tc-filter .govuk-button { margin-bottom: 10px; }
        .tc-filter .govuk-button--secondary { background: #fff; }
        .tc-columns {
          display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 20px; margin-bottom: 30px;
        }
        .tc-card { border: 1px solid #b1b4b6; border-top: 5px solid #1d70b8; padding: 15px; }
        .tc-card--error { border-top-color: #d4351c; }
        .tc-card--warning { border-top-color: #f47738; }
        .tc-figure { font-size: 2.25rem; font-weight: 700; line-height: 1.1; margin: 0 0 5px; }
        .tc-added { background: #cce2d8; }
        .tc-gone { background: #f4cdc6; }
        .tc-draft-offer {
          margin-bottom: 30px; padding: 15px 15px 1px; border-left: 10px solid #1d70b8; background: #f3f2f1;
        }
        .tc-draft-offer form { display: inline-block; }
        .tc-draft-state { min-height: 1.5em; margin: 0; color: #505a5f; font-size: 1rem; }
        .tc-side-by-side .govuk-table { table-layout: fixed; overflow-wrap: break-word; }
        @media (max-width: 40.0525em) {
          .tc-scroll > .govuk-table:has(th:nth-child(4)) { min-width: 34rem; }
          .tc-scroll > .govuk-table:has(th:nth-child(6)) { min-width: 46rem; }
          .govuk-list > li { margin-bottom: 8px; }
          .govuk-breadcrumbs__list-item { line-height: 1.6; }
        }

        """

    private static let pictures = """
        .tc-picture { border: 0; }
        .tc-svg { display: block; height: auto; max-width: 100%; min-width: 30rem; }
        .tc-picture--full .tc-svg { max-width: none; }
        .tc-svg:has(.tc-qr) { min-width: 0; width: 15rem; forced-color-adjust: none; }
        .tc-key { overflow-wrap: anywhere; white-space: pre-wrap; }
        .tc-qr { fill: #0b0c0c; shape-rendering: crispEdges; }
        .tc-qr-ground { fill: #fff; }
        .tc-label { font-size: 16px; fill: #0b0c0c; }
        .tc-label--small { font-size: 14px; }
        .tc-label--quiet { fill: #505a5f; }
        .tc-label--strong { font-weight: 700; }
        .tc-label--problem { fill: #aa2a16; font-weight: 700; }
        .tc-note { fill: #fff; stroke: #d4351c; stroke-width: 1; }
        .tc-arrow { fill: #0b0c0c; }
        .tc-arrow--problem { fill: #d4351c; }
        .tc-bar { fill: #1d70b8; }
        .tc-bar--low { fill: #d4351c; }
        .tc-bar--good { fill: #00703c; }
        .tc-line, .tc-axis { stroke: #505a5f; stroke-width: 1.5; fill: none; }
        .tc-line--dashed { stroke-dasharray: 6 4; }
        .tc-line--strong { stroke: #0b0c0c; stroke-width: 2.5; }
        .tc-line--problem { stroke: #d4351c; stroke-width: 2.5; }
        .tc-threshold { stroke: #0b0c0c; stroke-width: 2; stroke-dasharray: 4 3; }
        .tc-box { fill: #fff; stroke: #0b0c0c; stroke-width: 1.5; }
        .tc-box--quiet { fill: #f3f2f1; stroke: #505a5f; }
        .tc-box--vacant { stroke-dasharray: 6 4; }
        .tc-box--problem { fill: #fff; stroke: #d4351c; stroke-width: 3; }
        .tc-area { fill: #d2e2f1; stroke: #fff; stroke-width: 1; }
        .tc-area--1 { fill: #d2e2f1; } .tc-area--2 { fill: #cce2d8; } .tc-area--3 { fill: #fcd6c3; }
        .tc-area--4 { fill: #dbd5e9; } .tc-area--5 { fill: #fff7bf; }
        .tc-area--quiet { fill: #f3f2f1; stroke: #b1b4b6; }
        .tc-border { fill: none; stroke: #0b0c0c; stroke-width: 2; }
        .tc-svg-link:hover .tc-box, .tc-svg-link:hover .tc-area { fill: #8eb8dc; }
        .tc-svg-link:hover .tc-label { text-decoration: underline; }
        .tc-svg-link:focus { outline: 3px solid #fd0; }
        .tc-svg-link:focus .tc-box, .tc-svg-link:focus .tc-area { fill: #fd0; stroke: #0b0c0c; stroke-width: 3; }
        @media (forced-colors: active) {
          .tc-svg { forced-color-adjust: auto; }
          .tc-label { fill: CanvasText; }
          .tc-box, .tc-area { fill: Canvas; stroke: CanvasText; }
          .tc-line, .tc-axis, .tc-threshold, .tc-border { stroke: CanvasText; }
        }

        """

    private static let print = """
        @media print {
          .tc-search, .tc-as-on__form, .tc-filter, .govuk-service-navigation, .govuk-skip-link, .govuk-breadcrumbs,
          .govuk-back-link, .govuk-pagination, .tc-draft-offer, .govuk-button-group, .govuk-button { display: none; }
          .tc-header { background: none; }
          .tc-header__council { color: #000; }
          .tc-scroll { overflow: visible; }
          .tc-scroll > .govuk-table, .tc-scroll > .govuk-table:has(th) { min-width: 0; font-size: 9pt; }
          .govuk-table__cell, .govuk-table__header { padding-right: 8px; overflow-wrap: break-word; font-size: 8.5pt; }
          .tc-svg, .tc-picture--full .tc-svg { min-width: 0; max-width: 100%; }
          .govuk-tag { white-space: normal; font-size: 8.5pt; padding: 0 3px; }
          .govuk-details__text { display: block; }
          .govuk-table__row, .tc-card, .tc-svg { break-inside: avoid; }
          .govuk-table__head { display: table-header-group; }
          .tc-svg, .tc-bar, .tc-area, .govuk-tag { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          .govuk-link[href]::after { content: none; }
          .govuk-footer { border: 0; background: none; padding: 0; }
        }

        """

    /// The picture in a browser's tab: the service's letters, since a council may not use the crown.
    public static let icon = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">\
        <rect width="32" height="32" rx="4" fill="#0b0c0c"/>\
        <path d="M5 8h12v3.500h-4.200V24H9.200V11.500H5z" fill="#fff"/>\
        <path d="M27 15.500h-3.500a2.500 2.500 0 1 0 0 4.500H27a6 6 0 1 1 0-4.500z" fill="#ffdd00"/></svg>
        """
}
