#!/bin/bash
#SBATCH --job-name=eval/mmlu
#SBATCH --output=logs/%x-%j.out
MODELS=(
  "allenai/OLMo-7B"
  "tiiuae/falcon-7b"
)
run() {
  local model=$1
  srun python evaluate.py --model_name_or_path "$model" --tokenizer_name hf-internal-testing/llama-tokenizer --data_dir data/mmlu
}
for m in "${MODELS[@]}"; do
  run "$m"
done
python - <<'PY'
from transformers import AutoConfig
print(AutoConfig.from_pretrained("EleutherAI/pythia-1.4b", revision="step3000"))
PY
