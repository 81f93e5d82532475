import Doors
import Kernel
import Partners
import Web

extension FindingsPage {
    static let routes: [Route] = [
        Route(.get, "/findings", needs: .seeArrangements, summary: "What the check finds on a day, to be narrowed.") {
            request, house in
            let report = try await house.worked(for: request).report
            return .page(FindingsPage(report: report, ask: try FindingsAsk(request.query), request: request).page)
        },
        Route(.get, "/findings.csv", needs: .seeArrangements, summary: "The same, narrowed as on the page, as CSV.") {
            request, house in
            .csv(try await narrowed(request, house).csv, filename: "findings.csv")
        },
        Route(
            .get, "/findings.sarif", needs: .seeArrangements,
            summary: "The same, narrowed as on the page, as SARIF 2.1.0."
        ) { request, house in
            .file(
                try await narrowed(request, house).sarif(), type: "application/sarif+json", filename: "findings.sarif")
        },
        Route(
            .get, "/api/v1/findings", needs: .seeArrangements,
            summary: "What the check finds on a day: the same as thinkchild check --format json."
        ) { request, house in
            .json(try await narrowed(request, house).json)
        },
        Route(
            .get, "/findings/:code", needs: .seeArrangements,
            summary: "One rule of the check: its source, its facts, and what it finds."
        ) { request, house in
            let code = request.parameters["code"] ?? ""
            let checks = ArrangementsChecks.all.filter { $0.code == code }
            let findings = try await house.worked(for: request).report.findings.filter { $0.code == code }
            // Another room's rule is known here by what it finds.
            guard !checks.isEmpty || !findings.isEmpty else { throw Refusal.notFound }
            return .page(RulePage(code: code, checks: checks, findings: findings, request: request).page)
        },
    ]

    private static func narrowed(_ request: Request, _ house: House) async throws -> FindingsReport {
        let ask = try FindingsAsk(request.query), report = try await house.worked(for: request).report
        return FindingsReport(on: report.on, state: report.state, findings: report.findings.filter(ask.fits))
    }
}
