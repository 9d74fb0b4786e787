import torch
from diffusers import AutoencoderKL, ControlNetModel, DiffusionPipeline, StableDiffusionXLControlNetPipeline
from huggingface_hub import hf_hub_download, snapshot_download
from safetensors.torch import load_file

base = "stabilityai/stable-diffusion-xl-base-1.0"
repo = "ByteDance/SDXL-Lightning"
ckpt = "sdxl_lightning_4step_unet.safetensors"

controlnet = ControlNetModel.from_pretrained("diffusers/controlnet-canny-sdxl-1.0", torch_dtype=torch.float16)
vae = AutoencoderKL.from_pretrained(
    "madebyollin/sdxl-vae-fp16-fix",
    torch_dtype=torch.float16,
)
pipe = StableDiffusionXLControlNetPipeline.from_pretrained(base, controlnet=controlnet, vae=vae, variant="fp16")
weights = load_file(hf_hub_download(repo, ckpt), device="cuda")
pipe.load_lora_weights("latent-consistency/lcm-lora-sdxl", weight_name="pytorch_lora_weights.safetensors")
pipe.load_ip_adapter("h94/IP-Adapter", subfolder="sdxl_models", weight_name="ip-adapter_sdxl.bin")

clip_guided = DiffusionPipeline.from_pretrained(
    "runwayml/stable-diffusion-v1-5",  # gone from its owner since 2024
    custom_pipeline="clip_guided_stable_diffusion",
    revision="fp16",
)
community = DiffusionPipeline.from_pretrained("CompVis/ldm-text2im-large-256", custom_pipeline="hf-internal-testing/diffusers-dummy-pipeline")
assets = snapshot_download(repo_id="hf-internal-testing/diffusers-images", repo_type="dataset", local_dir="assets/images")
single = StableDiffusionXLControlNetPipeline.from_single_file(
    "https://huggingface.co/stabilityai/sdxl-turbo/blob/main/sd_xl_turbo_1.0_fp16.safetensors", controlnet=controlnet
)
# the settings follow https://huggingface.co/ByteDance/Hyper-SD
