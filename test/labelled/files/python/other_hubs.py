import kagglehub
import replicate
import torch
from litellm import completion
from modelscope import AutoModelForCausalLM, snapshot_download
from modelscope.msdatasets import MsDataset

model_dir = snapshot_download("qwen/Qwen2-7B-Instruct", revision="master")
model = AutoModelForCausalLM.from_pretrained("qwen/Qwen2-7B-Instruct", device_map="auto")
data = MsDataset.load("modelscope/clue", subset_name="afqmc")
detector = torch.hub.load("ultralytics/yolov5", "yolov5s")
weights = torch.hub.load_state_dict_from_url("https://dl.fbaipublicfiles.com/detr/detr-r50.pth")
path = kagglehub.model_download("google/gemma/pyTorch/2b-it")
image = replicate.run("stability-ai/sdxl:39ed52f2a78e934b3ba6e2a89f5b1c712de7dfea535525255b1aa35c5565e08b", input={"prompt": "x"})
answer = completion(model="openrouter/google/palm-2-chat-bison", messages=[])
local = completion(model="ollama/llama3", messages=[])
hub = completion(model="huggingface/bigcode/starcoder2-15b", messages=[])
