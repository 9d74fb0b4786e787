from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import AutoModel, AutoTokenizer, pipeline


class Embedder(str, Enum):
    SMALL = "BAAI/bge-small-en-v1.5"
    LARGE = "intfloat/e5-large-v2"


MODELS = {
    "ner": "dslim/bert-base-NER",
    "zero-shot": "facebook/bart-large-mnli",
    "sentiment": "cardiffnlp/twitter-roberta-base-sentiment-latest",
}

CONTENT_TYPES = {"json": "application/json", "image": "image/png"}
TIMEZONES = ["Europe/Paris", "America/New_York"]


@dataclass
class Settings:
    reranker: str = "cross-encoder/ms-marco-MiniLM-L-6-v2"
    tokenizer: str = field(default="google-bert/bert-base-uncased")
    cache: str = "cache/models"


def ner():
    return pipeline("token-classification", model=MODELS["ner"], aggregation_strategy="simple")


def classify(name):
    return pipeline("zero-shot-classification", model=MODELS[name])


def embedder(kind: Embedder = Embedder.SMALL):
    return SentenceTransformer(kind.value)


load_remote = partial(AutoModel.from_pretrained, trust_remote_code=True)


def build(settings: Settings):
    reranker = CrossEncoder(settings.reranker, max_length=512)
    tokenizer = AutoTokenizer.from_pretrained(settings.tokenizer)
    vision = load_remote("jinaai/jina-clip-v1")
    return reranker, tokenizer, vision
