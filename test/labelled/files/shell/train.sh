#!/usr/bin/env bash
# LoRA on one node; the recipe follows https://huggingface.co/HuggingFaceH4/zephyr-7b-beta
set -euo pipefail
export WANDB_PROJECT=acme/zephyr
MODEL=mistralai/Mistral-7B-Instruct-v0.2
DATASET="${DATASET:-HuggingFaceH4/ultrafeedback_binarized}"
OUT=outputs/$(date +%s)/dpo
REF=${1:-checkpoints/last}

accelerate launch --config_file configs/deepspeed/zero3.yaml scripts/run_dpo.py \
  --model_name_or_path $MODEL \
  --model_revision b70aa86578567ba3301b21c8a27bea4e8f6d6d61 \
  --dataset_name "$DATASET" \
  --ref_model "$REF" \
  --output_dir "$OUT" \
  --hub_model_id acme-research/zephyr-dpo \
  --push_to_hub

for task in hellaswag arc_easy; do
  lm_eval --model hf \
    --model_args pretrained=$MODEL,tokenizer=mistralai/Mistral-7B-v0.1,trust_remote_code=True \
    --tasks "$task" --output_path results/$task
done
docker run --rm -v "$PWD":/work ghcr.io/acme/eval:latest python eval.py
