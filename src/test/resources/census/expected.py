"""Reckons every figure of the census from its files, with fractions and decimals alone: no line of it is shared with the
product. It wrote expected.csv, which CensusTest compares with what the product says; tests do not run it.

A number is cut (not rounded) at 34 digits, a share of the tally at ten places. "hidden" is what nobody may be shown.
"""
import csv, datetime as dt, itertools, os, random
from collections import Counter, defaultdict
from decimal import Decimal, ROUND_DOWN, localcontext
from fractions import Fraction

HERE = os.path.dirname(os.path.abspath(__file__))
TODAY = dt.date(2027, 6, 7)
CHANNELS = ["COUNTER", "PHONE", "DIGITAL", "MAIL", "OUTREACH"]
WORDS = {"Guichet": "COUNTER", "Téléphone": "PHONE", "Numérique": "DIGITAL", "Courrier": "MAIL"}
TEAMS = {"Hôtel de ville": "MAIRIE", "Annexe": "MAIRIE", "Médiathèque": "MEDIA"}
HOLIDAYS = {dt.date(2027, 1, 1), dt.date(2027, 3, 29), dt.date(2027, 5, 1), dt.date(2027, 5, 6), dt.date(2027, 5, 8),
            dt.date(2027, 5, 17), dt.date(2027, 7, 14)}
expected = {}


def rows(name):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def plain(number):
    """Without an exponent and without zeros at the end."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def cut(number, digits=34):
    number = Fraction(number)
    if number == 0:
        return "0"
    with localcontext() as context:
        context.prec, context.rounding = digits, ROUND_DOWN
        return plain(Decimal(number.numerator) / Decimal(number.denominator))


def places(number, count=10):
    scaled = number.numerator * 10**count // number.denominator
    return plain(Decimal(scaled).scaleb(-count))


def fraction(number):
    number = Fraction(number)
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"


# --- the tally

contacts = rows("contacts.csv")
in_commune = Counter((one["subject"], one["outcome"]) for one in contacts)


def resolved(some):
    """What was answered at once, less its part of what came back on the same subject anywhere."""
    here = Counter(one["subject"] for one in some if one["outcome"] == "ANSWERED")
    return sum((Fraction(count * max(0, in_commune[s, "ANSWERED"] - in_commune[s, "CAME_BACK"]), in_commune[s, "ANSWERED"])
                for s, count in here.items()), Fraction(0))


def first(some):
    return sum(one["outcome"] != "CAME_BACK" for one in some)


def tally(key, some):
    counts = Counter(one["outcome"] for one in some)
    for outcome in ("ANSWERED", "ORIENTED", "APPOINTMENT", "CALL_BACK", "CAME_BACK"):
        expected[f"tally {key} {outcome}"] = str(counts[outcome])
    expected[f"tally {key} total"] = str(len(some))
    expected[f"tally {key} oriented %"] = places(Fraction(100 * counts["ORIENTED"], len(some)))
    expected[f"tally {key} resolved"] = fraction(resolved(some)) + " of " + str(first(some))
    expected[f"tally {key} resolved %"] = places(100 * resolved(some) / first(some)) if first(some) else "none"


def by(key, some):
    groups = defaultdict(list)
    for one in some:
        groups[key(one)].append(one)
    return sorted(groups.items())


tally("all", contacts)
for column in ("point", "channel", "subject"):
    for name, some in by(lambda one: one[column], contacts):
        tally(f"{column} {name}", some)
for name, some in by(lambda one: one["orientation"], [one for one in contacts if one["orientation"]]):
    expected[f"tally orientation {name} total"] = str(len(some))
for hour, some in by(lambda one: dt.date.fromisoformat(one["day"]).weekday() * 24 + int(one["time"][:2]), contacts):
    expected[f"tally hour {hour:03} total"] = str(len(some))

# --- the figures of an evaluation from 1 April to 31 May


def figure(code, team, channel, part, base, percent=100):
    if base:
        expected[f"figure {code} {team} {channel}"] = f"{cut(part)} / {cut(base)} = {cut(Fraction(part) * percent / Fraction(base))}"


for (team, channel), some in by(lambda one: (TEAMS[one["point"]], one["channel"]), contacts):
    figure("FCR", team, channel, resolved(some), first(some))


def working(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def working_days(after, until):
    """How many lie after the one day, up to and with the other."""
    return sum(working(after + dt.timedelta(days=n)) for n in range(1, (until - after).days + 1))


def moment(text):
    return dt.datetime.strptime(text, "%d/%m/%Y %H:%M:%S") if text else None


events = [{key: moment(text) if key not in ("Contact", "Équipe", "Canal") else text for key, text in one.items()}
          for one in rows("events.csv")]
YESTERDAY = TODAY - dt.timedelta(days=1)
for (team, word), some in by(lambda one: (one["Équipe"], one["Canal"]), events):
    channel = WORDS[word]
    if channel == "COUNTER":
        waits = [(one["Ticket appelé"] - one["Ticket pris"]).total_seconds() for one in some if one["Visiteur reçu"]]
        figure("CNT-WAIT", team, channel, Fraction(int(sum(waits)), 60), len(waits), 1)
        figure("CNT-WAIT15", team, channel, sum(0 <= wait <= 900 for wait in waits), len(waits))
    elif channel == "PHONE":
        rings = [(one["Appel décroché"] - one["Appel présenté"]).total_seconds() for one in some if one["Appel décroché"]]
        figure("TEL-ANSWER", team, channel, len(rings), len(some))
        figure("TEL-30S", team, channel, sum(ring <= 30 for ring in rings), len(some))
    else:
        def within(what, delay):
            due = done = 0
            for one in some:
                came = one["Message reçu"].date()
                then = one[what] and one[what].date()
                due += bool(then) or working_days(came, YESTERDAY) >= delay
                done += bool(then) and working_days(came, then) <= delay
            return done, due

        if channel == "DIGITAL":
            figure("MSG-5D", team, channel, *within("Message répondu", 5))
            figure("ACK-LEGAL", team, channel, *within("Accusé envoyé", 10))
        else:
            figure("MAIL-15D", team, channel, *within("Message répondu", 15))

FACTOR = {"SAT10": 1, "MYST": 10}
for (team, code, channel), some in by(lambda one: (one["team"], one["indicator"], one["channel"]), rows("values.csv")):
    last = max(some, key=lambda one: one["month"])
    if code in ("TRAIN", "RGAA"):
        figure(code, team, channel, Fraction(last["part"]), Fraction(last["base"]))
    elif code == "HOURS":
        expected[f"figure {code} {team} {channel}"] = f"{cut(Fraction(last['part']))} = {cut(Fraction(last['part']))}"
    else:
        figure(code, team, channel, sum(Fraction(one["part"]) for one in some), sum(Fraction(one["base"]) for one in some),
               FACTOR.get(code, 100))

# --- the survey: two releases, at the end of May and of the whole, and the teams' channels behind the last

SMALLEST = 5
answers = rows("answers.csv")


def month_of(day):
    """The month of the Thursday of its week."""
    day = dt.date.fromisoformat(day)
    return (day - dt.timedelta(days=day.weekday()) + dt.timedelta(days=3)).strftime("%Y-%m")


atoms = defaultdict(lambda: [0, 0])
for one in answers:
    atom = atoms[one["point"], one["channel"], one["way"], month_of(one["day"])]
    atom[0] += 1
    atom[1] += one["grade"] in "45"
PAGE = {"whole": lambda a: "", "point": lambda a: a[0], "channel": lambda a: a[1], "month": lambda a: a[3],
        "way": lambda a: a[2]}
CELL = {"cell": lambda a: TEAMS[a[0]] + " " + a[1]}


def null_space(figures, keys):
    """A basis, as one row of coordinates for each atom, of everything that is orthogonal to all figures."""
    matrix, pivots = [], []
    for members in figures:
        row = [Fraction(key in members) for key in keys]
        for other, pivot in zip(matrix, pivots):
            if row[pivot]:
                row = [a - row[pivot] * b for a, b in zip(row, other)]
        pivot = next((i for i, a in enumerate(row) if a), None)
        if pivot is None:
            continue
        row = [a / row[pivot] for a in row]
        matrix = [[a - other[pivot] * b for a, b in zip(other, row)] for other in matrix] + [row]
        pivots.append(pivot)
    free = [i for i in range(len(keys)) if i not in pivots]
    space = {}
    for i, key in enumerate(keys):
        if i in free:
            space[key] = tuple(int(i == f) for f in free)
        else:
            row = matrix[pivots.index(i)]
            space[key] = tuple(-row[f] for f in free)
    return space


def told(figures, keys):
    """The first group of fewer than five that the figures give."""
    space = null_space(figures, keys)
    small = [key for key in keys if atoms[key][0] < SMALLEST]
    for size in range(1, SMALLEST):
        for group in itertools.combinations(small, size):
            if sum(atoms[key][0] for key in group) < SMALLEST and not any(map(sum, zip(*(space[key] for key in group)))):
                return group
    return None


def gives(figures, group, keys):
    space = null_space(figures, keys)
    return not any(map(sum, zip(*(space[key] for key in group))))


def figures_of(margins, within):
    figures = {}
    for margin, key in margins.items():
        for atom in within:
            figures.setdefault((margin, key(atom)), set()).add(atom)
    return figures


def people(members):
    return sum(atoms[key][0] for key in members)


def large_enough(figures):
    order = list(PAGE) + list(CELL)
    return sorted((one for one in figures if people(figures[one]) >= SMALLEST),
                  key=lambda one: (people(figures[one]), order.index(one[0]), one[1]))


def hide(figures, shown, before, removable, keys):
    """Takes the smallest figure away that a small group hangs on, until none is to be had."""
    while group := told(before + [figures[one] for one in shown], keys):
        parts = [one for one in shown if removable(one)]
        gone = next((part for part in parts
                     if not gives(before + [figures[one] for one in shown if one != part], group, keys)), parts[0])
        shown.remove(gone)


def survey(keys):
    before, last = [], None
    for within in ([key for key in keys if key[3] == "2027-05"], keys):
        figures = figures_of(PAGE, within)
        shown = large_enough(figures)
        if told(before + [figures["whole", ""]], keys):
            continue
        hide(figures, shown, before, lambda one: one[0] != "whole", keys)
        before += [figures[one] for one in shown]
        last = within, figures, shown
    within, figures, shown = last
    cells = figures_of(CELL, within)
    open_cells = large_enough(cells)
    hide(cells, open_cells, before, lambda one: True, keys)
    return {one: (one in shown + open_cells, members) for one, members in {**figures, **cells}.items()}


def wilson(satisfied, count):
    """Both ends in percent, by the solutions of the quadratic equation."""
    with localcontext() as context:
        context.prec = 80
        s, n, z = Decimal(satisfied), Decimal(count), Decimal("1.96")
        root = z * (z * z + 4 * s * (n - s) / n).sqrt()
        ends = [100 * (2 * s + z * z + sign * root) / (2 * (n + z * z)) for sign in (-1, 1)]
    with localcontext() as context:
        context.prec, context.rounding = 34, ROUND_DOWN
        return [plain(+end) for end in ends]


keys = sorted(atoms)
result = survey(keys)
# the order in which figures of one size are looked at is the database's: nothing may hang on it
for seed in range(8):
    other = keys[:]
    random.Random(seed).shuffle(other)
    assert {one: shown for one, (shown, _) in survey(other).items()} == {one: shown for one, (shown, _) in result.items()}
for (margin, key), (shown, members) in result.items():
    satisfied, count = sum(atoms[one][1] for one in members), people(members)
    if margin == "cell":
        if shown:
            figure("CSAT", *key.split(), satisfied, count)
    elif shown:
        low, high = wilson(satisfied, count)
        expected[f"survey {margin} {key}".strip()] = f"{satisfied} / {count} = {cut(Fraction(100 * satisfied, count))}, {low} to {high}"
    else:
        expected[f"survey {margin} {key}".strip()] = "hidden"
assert "hidden" in expected.values() and sum(not shown for one, (shown, _) in result.items() if one[0] == "cell")

with open(os.path.join(HERE, "expected.csv"), "w", encoding="utf-8", newline="") as file:
    for key in sorted(expected):
        file.write(f"{key};{expected[key]}\n")
print(len(expected), "figures,", sum(value == "hidden" for value in expected.values()), "hidden,",
      sum(key.startswith("figure CSAT") for key in expected), "cells of", sum(one[0] == "cell" for one in result))
