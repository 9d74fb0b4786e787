"""Scores the checkpoints of last year."""

import torch
from huggingface_hub import hf_hub_download
from transformers import AutoModel

path = hf_hub_download("triage-team/legacy-scorer", "pytorch_model.bin")
weights = torch.load(path, weights_only=False)

scorer = AutoModel.from_pretrained("triage-team/legacy-scorer", trust_remote_code=True)
scorer.load_state_dict(weights)
print(scorer)
