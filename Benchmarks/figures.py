"""Files of published figures for bin/bench, and the same import done by what a user would pick instead.

    figures.py make --rows N --areas FILE --output FOLDER    measures.csv and figures.csv, the same for the same N
    figures.py indicators DATABASE --output FILE             60 indicators of measures that a SQLite database holds
    figures.py pandas FOLDER DATABASE                        the import with pandas, into SQLite: one line of JSON
    figures.py duckdb FOLDER DATABASE                        the same with DuckDB, into its own file

The job: read the file; keep a mark apart from a figure; refuse rows of unknown measures, places or times; compare with
what is held; add what is new, count what is changed and what is the same; be durable at the end.
"""

import argparse
import csv
import json
import random
import resource
import time

MEASURES = 434
COLUMNS = ["Short Desc", "Data item", "Years", "LA and Regions", "Values", "LA Number", "Region"]
DICTIONARY = ["Topic", "Measure", "Measure_short", "Polarity", "y_axis_name", "Description",
              "Data Owner (DO) /Supplier and Contact Details", "Methodology", "Hyperlink(s)", "dps", "Year_Type"]


def make(rows, areas, folder):
    """Rows in the shape of the Local Authority Interactive Tool, nothing of which was ever published."""
    dice = random.Random(1)
    with open(areas, encoding="utf-8-sig", newline="") as file:
        places = [(row["LA Name"], row["LA num"], row["GOReg"]) for row in csv.DictReader(file)]
    if rows <= MEASURES * 29 * 50:
        places = places[:29]
    with open(f"{folder}/measures.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(DICTIONARY)
        for number in range(MEASURES):
            writer.writerow(["Made up", f"Made-up measure {number} of children in the area, all ages",
                             f"Made{number}", ["High", "Low", "NA"][number % 3], "Number", "Made up for measuring.",
                             "Nobody", "None", "NA", "1", "Calendar Year"])
    left = rows
    with open(f"{folder}/figures.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for year in range(2025, 1900, -1):
            for number in range(MEASURES):
                for name, code, region in places:
                    if left == 0:
                        return
                    value = "-" if dice.random() < 0.1 else f"{dice.random() * 1000:.1f}"
                    writer.writerow([f"Made{number}", f"Made-up measure {number} of children in the area, all ages",
                                     year, name, value, code, region])
                    left -= 1


def indicators(database, output):
    import sqlite3
    held = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    measures = held.execute("SELECT DISTINCT id FROM needs_measure WHERE id LIKE 'lait-made%' ORDER BY id LIMIT 60")
    with open(output, "w") as file:
        file.write("indicators:\n")
        for number, (measure,) in enumerate(measures):
            file.write(f"- {{id: bench-{number}, name: Indicator {number}, measure: {measure}, place: E08000035, "
                       f"target: '500', from: 2008-01-01, published: 2008-01-01}}\n")


def report(name, began, **counts):
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"tool": name, "seconds": round(time.monotonic() - began, 2), "MiB": peak, **counts}))


def with_pandas(folder, database):
    import sqlite3
    import pandas
    began = time.monotonic()
    codes = set(pandas.read_csv(f"{folder}/measures.csv", dtype=str)["Measure_short"])
    frame = pandas.read_csv(f"{folder}/figures.csv", dtype=str, keep_default_na=False)
    rows = len(frame)
    frame = frame.rename(columns={"Short Desc": "measure", "LA Number": "area", "Years": "year", "Values": "value"})
    number = pandas.to_numeric(frame["value"], errors="coerce")
    is_mark = frame["value"].isin(["-", "", "x", "c", "z", "u", ".."])
    year = pandas.to_numeric(frame["year"].str.slice(0, 4), errors="coerce")
    good = frame["measure"].isin(codes) & year.notna() & (number.notna() | is_mark)
    frame = frame.assign(number=number, mark=frame["value"].where(is_mark))[good]
    frame = frame[["measure", "area", "year", "number", "mark"]]
    held_by = sqlite3.connect(database)
    held_by.execute("PRAGMA journal_mode = WAL")
    held_by.execute("PRAGMA synchronous = FULL")
    held_by.execute("CREATE TABLE IF NOT EXISTS figure (measure TEXT, area TEXT, year TEXT, number REAL, mark TEXT, "
                    "PRIMARY KEY (measure, area, year))")
    held = pandas.read_sql("SELECT * FROM figure", held_by)
    both = frame.merge(held, on=["measure", "area", "year"], how="left", suffixes=("", "_held"), indicator=True)
    fresh = both[both["_merge"] == "left_only"]
    known = both[both["_merge"] == "both"]
    same = ((known["number"] == known["number_held"]) | (known["mark"] == known["mark_held"])).sum()
    fresh[["measure", "area", "year", "number", "mark"]].to_sql("figure", held_by, if_exists="append", index=False)
    held_by.commit()
    report("pandas " + pandas.__version__, began, rows=rows, added=len(fresh), unchanged=int(same),
           changed=len(known) - int(same))


def with_duckdb(folder, database):
    import duckdb
    began = time.monotonic()
    at = duckdb.connect(database)
    at.execute("CREATE TABLE IF NOT EXISTS figure (measure TEXT, area TEXT, year TEXT, number DOUBLE, mark TEXT, "
               "PRIMARY KEY (measure, area, year))")
    at.execute(f"""CREATE TEMP TABLE read AS
        SELECT f."Short Desc" AS measure, f."LA Number" AS area, f."Years" AS year,
            TRY_CAST(f."Values" AS DOUBLE) AS number,
            CASE WHEN f."Values" IN ('-', '', 'x', 'c', 'z', 'u', '..') THEN f."Values" END AS mark
        FROM read_csv('{folder}/figures.csv', all_varchar = true, header = true) f
        WHERE f."Short Desc" IN (SELECT "Measure_short" FROM read_csv('{folder}/measures.csv', all_varchar = true))
            AND TRY_CAST(left(f."Years", 4) AS INTEGER) IS NOT NULL""")
    rows = at.execute("SELECT count(*) FROM read").fetchone()[0]
    same = at.execute("""SELECT count(*) FROM read r JOIN figure f USING (measure, area, year)
        WHERE r.number IS NOT DISTINCT FROM f.number AND r.mark IS NOT DISTINCT FROM f.mark""").fetchone()[0]
    known = at.execute("SELECT count(*) FROM read JOIN figure USING (measure, area, year)").fetchone()[0]
    at.execute("INSERT INTO figure SELECT * FROM read ANTI JOIN figure USING (measure, area, year)")
    at.execute("CHECKPOINT")
    report("DuckDB " + duckdb.__version__, began, rows=rows, added=rows - known, unchanged=same, changed=known - same)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("word", choices=["make", "indicators", "pandas", "duckdb"])
    asked.add_argument("paths", nargs="*")
    asked.add_argument("--rows", type=int, default=109_359)
    asked.add_argument("--areas")
    asked.add_argument("--output")
    given = asked.parse_args()
    if given.word == "make":
        make(given.rows, given.areas, given.output)
    elif given.word == "indicators":
        indicators(given.paths[0], given.output)
    elif given.word == "pandas":
        with_pandas(*given.paths)
    else:
        with_duckdb(*given.paths)


main()
