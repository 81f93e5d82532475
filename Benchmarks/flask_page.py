"""The page a user would otherwise have: Flask, Jinja2 and sqlite3, 100 rows with a layout, for bin/bench to compare with.

Run: python flask_page.py DATABASE PORT  (DATABASE is made by ThinkChild; the page lists its posts)

Two processes share the port, so that both processors are used, and the template is compiled once.
"""
import logging
import os
import signal
import socket
import sqlite3
import sys

from flask import Flask, g, render_template
from jinja2 import DictLoader
from werkzeug.serving import WSGIRequestHandler, make_server

DATABASE, PORT = sys.argv[1], int(sys.argv[2])
app = Flask(__name__)
WSGIRequestHandler.protocol_version = "HTTP/1.1"

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<a href="#main">Skip to main content</a><header><a href="/">{{ council }}</a>
<nav><ul>{% for item in navigation %}<li><a href="{{ item }}">{{ item }}</a></li>{% endfor %}</ul></nav></header>
<main id="main"><h1>{{ title }}</h1><table><caption>Posts</caption>
<thead><tr><th>Title</th><th>Organisation</th><th>Seniority</th><th>From</th></tr></thead><tbody>
{% for row in rows %}<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">
<a class="govuk-link" href="/posts/{{ row['id'] }}?on=2009-12-31">{{ row['name'] }}</a></th>
<td class="govuk-table__cell"><a class="govuk-link" href="/organisations/{{ row['organisation'] }}?on=2009-12-31">{{ row['organisation'] }}</a></td>
<td class="govuk-table__cell">{{ row['grade'] }}</td><td class="govuk-table__cell">{{ row['from_day'] }}</td></tr>{% endfor %}
</tbody></table></main></body></html>"""


def database():
    if "database" not in g:
        g.database = sqlite3.connect(DATABASE)
        g.database.row_factory = sqlite3.Row
    return g.database


@app.teardown_appcontext
def close(_):
    held = g.pop("database", None)
    if held is not None:
        held.close()


@app.route("/posts")
def posts():
    rows = database().execute("SELECT * FROM partners_post ORDER BY id LIMIT 100").fetchall()
    navigation = ["/", "/bodies", "/posts", "/findings"]
    return render_template("posts.html", title="Posts", council="Sample City Council", rows=rows, navigation=navigation)


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    app.jinja_loader = DictLoader({"posts.html": PAGE})
    listener = socket.create_server(("127.0.0.1", PORT), backlog=128)
    child = os.fork()
    if child:
        signal.signal(signal.SIGTERM, lambda *_: (os.kill(child, signal.SIGTERM), os._exit(0)))
    make_server("127.0.0.1", PORT, app, threaded=True, fd=listener.fileno()).serve_forever()
