import logging
from typing import Optional

from transformers import AutoModelForSequenceClassification as Classifier
from transformers import AutoTokenizer
import transformers as tf

log = logging.getLogger("nlp/wrappers")


def load(name: str, revision: Optional[str] = None, remote: bool = False):
    log.info("loading %s", name)
    tokenizer = AutoTokenizer.from_pretrained(name, revision=revision)
    return tokenizer, Classifier.from_pretrained(name, revision=revision, trust_remote_code=remote)


class Toxicity:
    default = "unitary/toxic-bert"

    def __init__(self, name=None):
        self.name = name or self.default
        self.tokenizer, self.model = load(self.name)


class Emotion(Toxicity):
    def __init__(self, name: str = "j-hartmann/emotion-english-distilroberta-base"):
        super().__init__(name)
        self.backup = tf.AutoModel.from_pretrained(name)


spam = load("mrm8488/bert-tiny-finetuned-sms-spam-detection", revision="refs/pr/2")
lang = load(name="papluca/xlm-roberta-base-language-detection", remote=True)
for extra in ("ProsusAI/finbert", "yiyanghkust/finbert-tone"):
    load(extra)

pair = ("roberta-large-mnli", "v1")
entail = Classifier.from_pretrained(pair[0])
prefix = "distilbert/"
assembled = Classifier.from_pretrained(prefix + "distilbert-base-uncased")
templated = Classifier.from_pretrained(f"{prefix}distilbert-base-cased")
