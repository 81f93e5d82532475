"""Meetings made up for bin/bench: a body of 69 members with twenty years of monthly meetings and their registers, and
enough items on the agendas of others that there are 100,000. The same each time; nobody in it lives.

    meetings.py FOLDER
"""

import datetime
import random
import sys

MEMBERS = 69
YEARS = range(2005, 2025)
BODIES = 11
ITEMS = 100_000
# In one file: more are refused.
AT_ONCE = 25_000
WORDS = """school family budget review nursery health safety audit transport housing library youth training carers
inspection attendance placement adoption fostering play sport arts inclusion bullying obesity poverty partnership
strategy progress report plan""".split()


def days():
    return [datetime.date(year, month, 15) for year in YEARS for month in range(1, 13)]


def before(day):
    return day - datetime.timedelta(days=28)


def write(folder, name, kind, lines):
    with open(f"{folder}/{name}.yaml", "w") as file:
        file.write(f"{kind}:\n")
        for line in lines:
            file.write(f"- {{{line}}}\n")


def main(folder):
    dice = random.Random(1)
    begun = days()[0]
    write(folder, "organisations", "organisations",
          ["id: council, name: Made-up Council, type: council, sector: local-authority, from: 1990-01-01"]
          + [f"id: member-{n}, name: Made-up Organisation {n}, type: charity, sector: "
             f"{['health', 'education', 'voluntary', 'police'][n % 4]}, from: 1990-01-01" for n in range(MEMBERS)])
    write(folder, "bodies", "bodies",
          [f"id: board-{n}, name: Made-up Board {n}, type: partnership, from: 1990-01-01" for n in range(BODIES)])
    write(folder, "seats", "seats",
          [f"id: seat-{n}, body: board-0, role: member, organisation: member-{n}, from: {begun}"
           for n in range(MEMBERS)])
    meetings = [(f"m-{body}-{day:%Y%m}", body, day) for body in range(BODIES) for day in days()]
    write(folder, "meetings", "meetings",
          [f"id: {name}, body: board-{body}, on: {day}, status: held, notice-published: {before(day)}, "
           f"agenda-published: {before(day)}, from: {before(day)}" for name, body, day in meetings])
    states = ["present", "present", "substitute, substitute: Somebody else", "apologies", "absent"]
    write(folder, "registers", "register-entries",
          [f"id: r-{day:%Y%m}-{n}, meeting: {name}, seat: seat-{n}, role: member, organisation: member-{n}, "
           f"sector: {['health', 'education', 'voluntary', 'police'][n % 4]}, state: {dice.choice(states)}, from: {day}"
           for name, body, day in meetings if body == 0 for n in range(MEMBERS)])
    most = -(-ITEMS // len(meetings))
    items = [(name, day, number) for name, _, day in meetings for number in range(1, most + 1)][:ITEMS]
    lines = [f"id: i-{at}, meeting: {name}, number: {number}, route: note, from: {before(day)}, "
             f"title: {' '.join(dice.sample(WORDS, 4)).capitalize()} {at}"
             for at, (name, day, number) in enumerate(items)]
    for start in range(0, ITEMS, AT_ONCE):
        write(folder, f"items-{start}", "agenda-items", lines[start:start + AT_ONCE])


main(sys.argv[1])
