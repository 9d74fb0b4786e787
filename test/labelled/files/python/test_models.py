import unittest
from unittest import mock

from transformers import AutoTokenizer, BertModel
from transformers.testing_utils import slow

TINY = "hf-internal-testing/tiny-random-bert"


class TokenizerTest(unittest.TestCase):
    checkpoints = ["google-bert/bert-base-cased", "FacebookAI/roberta-base"]

    def test_all(self):
        for checkpoint in self.checkpoints:
            with self.subTest(checkpoint):
                self.assertIsNotNone(AutoTokenizer.from_pretrained(checkpoint))

    @slow
    def test_name(self):
        model = BertModel.from_pretrained(TINY)
        self.assertEqual(model.config._name_or_path, "hf-internal-testing/tiny-random-bert")

    def test_missing_folder(self):
        with self.assertRaises(OSError):
            BertModel.from_pretrained("./does/not/exist")

    @mock.patch("transformers.modeling_utils.load_state_dict")
    def test_local(self, load):
        self.assertEqual(load.call_count, 0)
