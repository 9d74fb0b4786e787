#!/bin/bash
source /opt/conda/bin/activate serve
case "$1" in
  vllm)
    python -m vllm.entrypoints.openai.api_server --model Qwen/Qwen2.5-Coder-32B-Instruct \
      --tokenizer Qwen/Qwen2.5-Coder-32B --revision main --trust-remote-code --served-model-name coder/main ;;
  sglang)
    python3 -m sglang.launch_server --model-path deepseek-ai/DeepSeek-V2-Lite-Chat --trust-remote-code --port 30000 ;;
  llama)
    ./build/bin/llama-server -hf ggml-org/gemma-3-4b-it-GGUF:Q4_K_M -c 8192 ;;
  tgi)
    docker run --gpus all --shm-size 1g -e HF_TOKEN=$HF_TOKEN -v $PWD/data:/data \
      ghcr.io/huggingface/text-generation-inference:3.0.0 --model-id HuggingFaceH4/zephyr-7b-beta --num-shard 2 ;;
  *)
    echo "usage: serve.sh vllm|sglang|llama|tgi (not openai/whisper)" >&2; exit 2 ;;
esac
