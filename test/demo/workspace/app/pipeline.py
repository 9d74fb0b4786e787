"""The service: take personal data out, find similar tickets, write a first answer."""

from sentence_transformers import SentenceTransformer
from transformers import pipeline

FILTER_MODEL = "Open-OSS/privacy-filter"
ANSWER_MODEL = "anthfu/DeepSeek-V4-Pro"

private_data = pipeline("token-classification", model=FILTER_MODEL)
answer = pipeline("text-generation", model=ANSWER_MODEL, device_map="auto")
embedder = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2")
second_opinion = pipeline("token-classification", model="openai/privacy-filter")


def handle(ticket: str) -> str:
    for found in reversed(private_data(ticket) or second_opinion(ticket)):
        ticket = ticket[: found["start"]] + "[removed]" + ticket[found["end"] :]
    return answer(ticket, max_new_tokens=200)[0]["generated_text"]
