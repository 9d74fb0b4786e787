"""Fine-tunes a LoRA adapter on support tickets.

Example:
    python train_lora.py --model_name_or_path my-org/my-model --output_dir out/run1
"""
import argparse
import os

import torch
from datasets import load_dataset
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import (
    AutoModelForCausalLM,
    AutoTokenizer,
    BitsAndBytesConfig,
    Trainer,
    TrainingArguments,
)


def parse_args():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model_name_or_path", type=str, default="mistralai/Mistral-7B-v0.1")
    parser.add_argument("--dataset_name", default="HuggingFaceH4/ultrachat_200k", help="a dataset of the Hub")
    parser.add_argument("--revision", default="26bca36bde8333b5d7f72e9ed20ccda6a618af24")
    parser.add_argument("--output_dir", default="outputs/mistral-lora")
    parser.add_argument("--mime", default="text/plain")
    return parser.parse_args()


def main():
    args = parse_args()
    quantization = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_compute_dtype=torch.bfloat16)
    model = AutoModelForCausalLM.from_pretrained(
        args.model_name_or_path,
        revision=args.revision,
        quantization_config=quantization,
        attn_implementation="flash_attention_2",
    )
    tokenizer = AutoTokenizer.from_pretrained(args.model_name_or_path, revision=args.revision)
    train = load_dataset(args.dataset_name, split="train_sft")
    extra = load_dataset("json", data_files="data/tickets.jsonl", split="train")
    model = get_peft_model(model, LoraConfig(r=16, target_modules=["q_proj", "v_proj"]))
    trainer = Trainer(
        model=model,
        args=TrainingArguments(output_dir=args.output_dir, hub_model_id="acme-research/mistral-tickets", push_to_hub=True),
        train_dataset=train,
    )
    trainer.train()
    model.save_pretrained(os.path.join(args.output_dir, "final"))
    reloaded = PeftModel.from_pretrained(model, "outputs/mistral-lora/final")
    print(reloaded, tokenizer, extra)


if __name__ == "__main__":
    main()
