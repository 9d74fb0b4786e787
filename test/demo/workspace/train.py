from sentence_transformers import SentenceTransformer
from transformers import AutoModelForCausalLM, AutoTokenizer

base = AutoModelForCausalLM.from_pretrained("EleuterAI/gpt-j-6B")
tokenizer = AutoTokenizer.from_pretrained("EleutherAI/gpt-j-6B")
judge = AutoModelForCausalLM.from_pretrained("meta-llama/Llama-3.1-8B-Instruct")
student = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-7B-Instruct")
embedder = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2")

print(base.num_parameters(), judge.num_parameters(), student.num_parameters(), embedder.max_seq_length)
