#!/usr/bin/env bash
# Fetches the models ahead of a deployment, so that the service starts without waiting.
set -euo pipefail

hf download meta-llama/Llama-3.1-8B-Instruct --exclude "original/*"
hf download sentence-transformers/all-MiniLM-L6-v2
hf download EleuterAI/gpt-j-6B --local-dir models/gpt-j
