from langchain_community.document_loaders import HuggingFaceDatasetLoader
from langchain_huggingface import ChatHuggingFace, HuggingFaceEmbeddings, HuggingFaceEndpoint
from llama_index.core import Settings
from llama_index.embeddings.huggingface import HuggingFaceEmbedding
from llama_index.llms.huggingface import HuggingFaceLLM
from smolagents import CodeAgent, InferenceClientModel, LiteLLMModel, TransformersModel, load_tool

DEFAULT_REPO = "HuggingFaceH4/zephyr-7b-beta"

embeddings = HuggingFaceEmbeddings(
    model_name="nomic-ai/nomic-embed-text-v1.5",
    model_kwargs={"trust_remote_code": True, "device": "cpu"},
)
endpoint = HuggingFaceEndpoint(repo_id=DEFAULT_REPO, task="text-generation")
chat = ChatHuggingFace(llm=endpoint)
loader = HuggingFaceDatasetLoader("imdb", "text")

Settings.embed_model = HuggingFaceEmbedding(model_name="BAAI/bge-base-en-v1.5")
Settings.llm = HuggingFaceLLM(
    model_name="StabilityAI/stablelm-tuned-alpha-3b",
    tokenizer_name="StabilityAI/stablelm-tuned-alpha-3b",
    context_window=4096,
)
rerank = "local:cross-encoder"

search = load_tool("m-ric/web-search", trust_remote_code=True)
models = [
    InferenceClientModel(model_id="deepseek-ai/DeepSeek-R1", provider="novita"),
    TransformersModel(model_id="HuggingFaceTB/SmolLM2-1.7B-Instruct"),
    LiteLLMModel(model_id="anthropic/claude-3-5-sonnet-latest"),
    LiteLLMModel(model_id="gemini/gemini-2.0-flash"),
]
agents = [CodeAgent(tools=[search], model=model) for model in models]
