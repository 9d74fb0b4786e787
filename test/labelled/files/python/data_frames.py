import os
import subprocess

import duckdb
import pandas as pd
import polars as pl
from datasets import DatasetDict, concatenate_datasets, load_dataset, load_from_disk
from huggingface_hub import HfApi, HfFileSystem

SOURCES = ["allenai/c4", "togethercomputer/RedPajama-Data-1T-Sample"]
parts = [load_dataset(source, split="train", streaming=True) for source in SOURCES]
squad = load_dataset("squad")
wiki = load_dataset(path="wikimedia/wikipedia", name="20231101.en", revision="b04c8d1ceb2f5cd4588862100d08de323dccfbaa")
frame = pd.read_parquet("hf://datasets/HuggingFaceFW/fineweb@v1.2.0/sample/10BT/000_00000.parquet")
lazy = pl.scan_parquet("hf://datasets/nvidia/OpenMathInstruct-2/data/train-*.parquet")
rows = duckdb.sql("SELECT * FROM 'hf://datasets/ibm/duorc@~parquet/ParaphraseRC/test/*.parquet' LIMIT 5")
files = HfFileSystem().ls("datasets/openai/gsm8k/main", detail=False)
info = HfApi().dataset_info("bigcode/the-stack-v2")
remote = load_dataset("csv", data_files={"train": "https://huggingface.co/datasets/scikit-learn/iris/resolve/main/Iris.csv"})
disk = load_from_disk("data/processed")
subprocess.run("huggingface-cli download teknium/OpenHermes-2.5 --repo-type dataset", shell=True, check=True)
os.system("git clone https://github.com/EleutherAI/lm-evaluation-harness")
HfApi().upload_folder(folder_path="out", repo_id="acme-research/merged-data", repo_type="dataset")
merged = DatasetDict(train=concatenate_datasets(parts))
merged.push_to_hub("acme-research/merged-data")
