import os

from fastapi import FastAPI
from huggingface_hub import InferenceClient
from openai import OpenAI
from vllm import LLM, SamplingParams
from vllm.lora.request import LoRARequest

app = FastAPI()
router = OpenAI(base_url="https://router.huggingface.co/v1", api_key=os.environ["HF_TOKEN"])
openrouter = OpenAI(base_url="https://openrouter.ai/api/v1", api_key=os.environ["OPENROUTER_KEY"])
local = OpenAI(base_url="http://localhost:8000/v1", api_key="none")
client = InferenceClient(provider="together", api_key=os.environ["HF_TOKEN"])

llm = LLM(
    model=os.getenv("MODEL_ID", "meta-llama/Meta-Llama-3-8B-Instruct"),
    tokenizer=os.environ.get("TOKENIZER_ID", "meta-llama/Meta-Llama-3-8B"),
    trust_remote_code=False,
    speculative_config={"model": "yuhuili/EAGLE-LLaMA3-Instruct-8B", "num_speculative_tokens": 3},
)
sql = LoRARequest("sql", 1, "/adapters/sql")


@app.post("/v1/chat/completions")
def chat(body: dict):
    if body["model"] == "fast":
        return client.chat.completions.create(model="Qwen/Qwen2.5-72B-Instruct", messages=body["messages"])
    if body["model"] == "router":
        return router.chat.completions.create(model="moonshotai/Kimi-K2-Instruct:groq", messages=body["messages"])
    if body["model"] == "other":
        return openrouter.chat.completions.create(model="anthropic/claude-3.5-sonnet", messages=body["messages"])
    if body["model"] == "local":
        return local.chat.completions.create(model="meta-llama/Meta-Llama-3-8B-Instruct", messages=body["messages"])
    return llm.chat(body["messages"], SamplingParams(max_tokens=256), lora_request=sql)
