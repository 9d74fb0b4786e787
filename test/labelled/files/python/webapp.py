from pathlib import Path

from flask import Flask, Response, jsonify, request

app = Flask(__name__)
BASE = Path(__file__).parent
ROUTES = ["api/items", "api/orders", "static/css"]
ALLOWED = {"image/png", "image/jpeg", "application/pdf"}


@app.route("/files/<path:name>")
def files(name):
    model = request.args.get("model", "tesla/model-3")
    if request.headers.get("content-type") not in ALLOWED:
        return Response("text/html only", mimetype="text/html")
    return jsonify(path=str(BASE / "uploads/images" / name), model=model, source="shop/catalog")


def train(dataset="data/train", output="runs/exp-1"):
    return {"repo": "octocat/hello-world", "image": "library/postgres", "zone": "Europe/Berlin", "in": dataset, "out": output}
