"""Draws the census: 200 contacts, 120 answers, events and values of one made-up commune, always the same.

    python3 generate.py && python3 expected.py

What the figures have to be is reckoned by expected.py from these files alone. Clocks are those on the wall in Paris.
"""
import csv, datetime as dt, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
POINTS = {  # point: (team, channels)
    "Hôtel de ville": ("MAIRIE", ["COUNTER", "PHONE", "DIGITAL", "MAIL", "OUTREACH"]),
    "Annexe": ("MAIRIE", ["COUNTER", "PHONE", "DIGITAL"]),
    "Médiathèque": ("MEDIA", ["COUNTER", "PHONE", "DIGITAL", "MAIL", "OUTREACH"]),
}
SUBJECTS = ["ETAT-CIVIL", "ENFANCE", "SOCIAL", "LOGEMENT", "CADRE-DE-VIE", "AUTRE"]
ORIENTATIONS = ["MAIRIE", "CCAS", "ADMINISTRATION", "ASSOCIATION"]
OUTCOMES = ["ANSWERED"] * 11 + ["ORIENTED"] * 4 + ["APPOINTMENT"] * 2 + ["CALL_BACK"] * 1 + ["CAME_BACK"] * 3
MONDAY = dt.date(2027, 5, 3)


def write(name, head, rows):
    with open(os.path.join(HERE, name), "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file, delimiter=";", lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def place(draw, weights):
    point = draw.choices(list(POINTS), weights=[6, 3, 2])[0]
    channels = POINTS[point][1]
    return point, draw.choices(channels, weights=weights[: len(channels)])[0]


def contacts(draw):
    rows = []
    for _ in range(200):
        point, channel = place(draw, [8, 5, 2, 1, 1])
        day = MONDAY + dt.timedelta(days=draw.choice([7 * w + d for w in range(4) for d in range(6)]))
        outcome = draw.choice(OUTCOMES)
        rows.append([day, f"{draw.randrange(8, 18):02}:{draw.randrange(60):02}", point, channel, draw.choice(SUBJECTS),
                     outcome, draw.choice(ORIENTATIONS) if outcome == "ORIENTED" else ""])
    return sorted(rows)


def answers(draw):
    rows = []
    for _ in range(120):
        point, channel = place(draw, [9, 6, 3, 1, 1])
        # a random sample, reached by a link or on paper; five weeks, the last of which belongs to June
        day = MONDAY + dt.timedelta(days=draw.choice([7 * w + d for w in range(5) for d in range(6)]))
        way = draw.choices(["LINK", "PAPER"], weights=[3, 2])[0]
        rows.append([day, point, channel, way, draw.choices([1, 2, 3, 4, 5], weights=[1, 1, 3, 6, 5])[0]])
    return sorted(rows)


def events(draw):
    """From 1 April to 31 May 2027: Ascension Day and Whit Monday are in it, and the night a day begins. Brought in on
    7 June: what would have come later has not come, and not every delay is over."""
    rows = []

    def wall(moment):
        return moment.strftime("%d/%m/%Y %H:%M:%S") if moment < dt.datetime(2027, 6, 7) else ""

    def some_day():
        return dt.datetime(2027, 4, 1) + dt.timedelta(days=draw.randrange(61))

    for team in ("MAIRIE", "MEDIA"):
        for n in range(40):
            taken = some_day() + dt.timedelta(seconds=draw.randrange(9 * 3600, 17 * 3600))
            called = taken + dt.timedelta(seconds=draw.choice([draw.randrange(1800), 900, 901, 0]))
            served = called + dt.timedelta(seconds=draw.randrange(5, 60))
            left = draw.random() < 0.15
            rows.append([f"{team}-T{n}", team, "Guichet", wall(taken), "" if left else wall(called),
                         "" if left or draw.random() < 0.1 else wall(served), "", "", "", "", ""])
        for n in range(40):
            offered = some_day() + dt.timedelta(seconds=draw.choice([draw.randrange(86400), 0, 86399]))
            rang = draw.choice([draw.randrange(90), 30, 31, 0])
            missed = draw.random() < 0.25
            rows.append([f"{team}-C{n}", team, "Téléphone", "", "", "", wall(offered),
                         "" if missed else wall(offered + dt.timedelta(seconds=rang)), "", "", ""])
        for name, word, most in (("M", "Numérique", 14), ("L", "Courrier", 30)):
            for n in range(40):
                received = some_day() + dt.timedelta(seconds=draw.choice([draw.randrange(86400), 0, 86399]))
                acknowledged = received.replace(hour=23, minute=50) + dt.timedelta(days=draw.randrange(1, 19))
                replied = received.replace(hour=23, minute=59) + dt.timedelta(days=draw.randrange(1, most))
                rows.append([f"{team}-{name}{n}", team, word, "", "", "", "", "", wall(received),
                             "" if draw.random() < 0.2 or name == "L" else wall(acknowledged),
                             "" if draw.random() < 0.2 else wall(replied)])
    return rows


def values(draw):
    """What nothing counts by itself, by hand, for April and for May."""
    rows = []
    for team, channel in (("MAIRIE", "COUNTER"), ("MAIRIE", "DIGITAL"), ("MEDIA", "PHONE")):
        for month in ("2027-04", "2027-05"):
            answers = draw.randrange(20, 90)
            asked = draw.randrange(3, 30)
            scenes = draw.randrange(40, 120)
            staff = draw.randrange(3, 12)
            due = draw.randrange(2, 15)
            rows.append([team, "SAT10", channel, month, 5 * draw.randrange(answers, 2 * answers), answers])
            rows.append([team, "COMPL-ONTIME", channel, month, draw.randrange(asked + 1), asked])
            rows.append([team, "MYST", channel, month, draw.randrange(scenes + 1), scenes])
            rows.append([team, "TRAIN", channel, month, draw.randrange(staff + 1), staff])
            rows.append([team, "ACT-ONTIME", channel, month, draw.randrange(due + 1), due])
            if channel == "DIGITAL":
                criteria = draw.randrange(40, 100)
                rows.append([team, "RGAA", channel, month, draw.randrange(criteria + 1), criteria])
            else:
                rows.append([team, "HOURS", channel, month, draw.randrange(2, 30) / 2, ""])
    return rows


if __name__ == "__main__":
    draw = random.Random(20270503)
    write("contacts.csv", ["day", "time", "point", "channel", "subject", "outcome", "orientation"], contacts(draw))
    write("answers.csv", ["day", "point", "channel", "way", "grade"], answers(draw))
    write("events.csv", ["Contact", "Équipe", "Canal", "Ticket pris", "Ticket appelé", "Visiteur reçu", "Appel présenté",
                         "Appel décroché", "Message reçu", "Accusé envoyé", "Message répondu"], events(draw))
    write("values.csv", ["team", "indicator", "channel", "month", "part", "base"], values(draw))
