import Kernel
import Tables

/// Every problem found in one file that is taken whole or not at all.
struct TableProblems: Error, Equatable, Sendable {
    let problems: [TableProblem]

    init(_ problems: [TableProblem]) { self.problems = problems }

    var refusal: Refusal { .invalid(problems.map(\.problem)) }

    /// Reads every row of a file, and gives either all of them or every problem there is.
    static func collecting<Value>(
        _ bytes: [UInt8], file: String, needing columns: [String], limits: TableLimits,
        _ read: (TableRow) throws(TableProblem) -> Value
    ) throws(TableProblems) -> [Value] {
        let reader: TableReader
        do { reader = try TableReader(bytes, file: file, needing: columns, limits: limits) } catch {
            throw TableProblems([error])
        }
        var values: [Value] = [], problems: [TableProblem] = []
        for result in reader {
            guard problems.count < limits.problemsMax else { break }
            switch result {
            case .failure(let problem): problems.append(problem)
            case .success(let row):
                do { values.append(try read(row)) } catch { problems.append(error) }
            }
        }
        guard problems.isEmpty else { throw TableProblems(problems) }
        guard !values.isEmpty else {
            throw TableProblems([TableProblem(file: file, line: 1, "There are no rows under the heading")])
        }
        return values
    }
}
