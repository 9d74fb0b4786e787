import nemo.collections.asr as nemo_asr
import timm
import open_clip
import whisper
import whisperx
from faster_whisper import WhisperModel
from pyannote.audio import Pipeline
from speechbrain.inference.speaker import EncoderClassifier
from TTS.api import TTS

diarization = Pipeline.from_pretrained("pyannote/speaker-diarization-3.1", use_auth_token=True)
speaker = EncoderClassifier.from_hparams(source="speechbrain/spkrec-ecapa-voxceleb", savedir="pretrained_models/spkrec")
asr = nemo_asr.models.ASRModel.from_pretrained(model_name="nvidia/parakeet-tdt-0.6b-v2")
ngc = nemo_asr.models.ASRModel.from_pretrained(model_name="stt_en_conformer_ctc_large")
fast = WhisperModel("Systran/faster-distil-whisper-large-v3", compute_type="int8")
small = WhisperModel("small")
official = whisper.load_model("large-v3")
aligned = whisperx.load_model("large-v2", "cuda")
coqui = TTS("tts_models/en/ljspeech/glow-tts")
backbone = timm.create_model("hf-hub:timm/vit_base_patch16_224.augreg_in21k", pretrained=True)
plain = timm.create_model("resnet50.a1_in1k", pretrained=True)
clip, _, preprocess = open_clip.create_model_and_transforms("hf-hub:laion/CLIP-ViT-B-32-laion2B-s34B-b79K")
tag = open_clip.create_model("ViT-B-32", pretrained="laion2b_s34b_b79k")
