#!/bin/sh
huggingface-cli download TheBloke/Mistral-7B-Instruct-v0.2-GGUF mistral-7b-instruct-v0.2.Q4_K_M.gguf --local-dir models/mistral
hf download --repo-type dataset wikitext --revision refs/convert/parquet
git clone -b v1.0 https://huggingface.co/bigscience/bloom-560m
GIT_LFS_SKIP_SMUDGE=1 git clone git@hf.co:google/flan-t5-base
wget -q https://huggingface.co/lllyasviel/ControlNet/resolve/main/models/control_sd15_canny.pth -O models/canny.pth
curl -L -o yolo.onnx "https://huggingface.co/Xenova/yolov9-c/resolve/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567/onnx/model.onnx?download=true"
wget https://github.com/ultralytics/assets/releases/download/v8.1.0/yolov8n.pt
aws s3 cp s3://acme-models/bert/base ./models/bert --recursive
modelscope download --model qwen/Qwen2-7B
ollama pull hf.co/bartowski/Llama-3.2-3B-Instruct-GGUF:Q8_0
ollama pull mannix/llama3.1-8b-abliterated
hf upload acme-research/bundle ./out .
