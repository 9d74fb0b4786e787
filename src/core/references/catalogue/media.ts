import { arg, family, loader } from './loader.ts';

const hub = { form: 'hf-hub', home: 'id' } as const;
const full = { form: 'full' } as const;

/** Vision, audio and generation. Source: the libraries' own documentation and huggingface.js `model-libraries-snippets.ts`. */
export const media = [
  ...family({ from: ['timm'], byName: true }, [
    loader('create_model', [arg(0, 'model_name', hub)], 'timm.create_model("hf-hub:‹acme-ai/one›", pretrained=True)'),
  ]),
  ...family({ from: ['open_clip'], byName: true }, [
    loader(
      'create_model_and_transforms',
      [arg(0, 'model_name', hub)],
      'open_clip.create_model_and_transforms("hf-hub:‹acme-ai/one›")',
    ),
    loader(
      'create_model_from_pretrained',
      [arg(0, 'model_name', hub)],
      'open_clip.create_model_from_pretrained("hf-hub:‹acme-ai/one›")',
    ),
    loader('get_tokenizer', [arg(0, 'model_name', hub)], 'open_clip.get_tokenizer("hf-hub:‹acme-ai/one›")'),
  ]),
  ...family({ from: ['speechbrain'], byName: true }, [
    loader('from_hparams', [arg(0, 'source')], 'EncoderClassifier.from_hparams(source="‹acme-ai/one›", savedir="x/y")'),
    loader(
      'FetchSource',
      [arg(1, 'path', { form: 'full', home: 'nowhere' })],
      'FetchSource(FetchFrom.HUGGING_FACE, "‹acme-ai/one›")',
    ),
    loader(
      'foreign_class',
      [arg(0, 'source', { home: 'nowhere' })],
      'foreign_class(source="‹acme-ai/one›", pymodule_file="i.py", classname="C")',
    ),
  ]),
  ...family({ from: ['pyannote'], home: 'nowhere' }, [
    loader(
      'from_pretrained',
      [arg(0, 'checkpoint checkpoint_path', { form: 'revisioned' })],
      'from pyannote.audio import Pipeline; Pipeline.from_pretrained("‹acme-ai/one›@2.1")',
    ),
    loader('Inference', [arg(0, 'model', full)], 'from pyannote.audio import Inference; Inference("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['nemo'], home: 'nowhere' }, [
    loader(
      'from_pretrained',
      [arg(0, 'model_name', full)],
      'import nemo.collections.asr as a; a.models.ASRModel.from_pretrained(model_name="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['faster_whisper'] }, [
    loader(
      'WhisperModel',
      [arg(0, 'model_size_or_path', full)],
      'from faster_whisper import WhisperModel; WhisperModel("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['whisperx'], home: 'nowhere' }, [
    loader('load_model', [arg(0, 'whisper_arch', full)], 'import whisperx; whisperx.load_model("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['fairseq'], byName: true, home: 'nowhere' }, [
    loader(
      'load_model_ensemble_and_task_from_hf_hub',
      [arg(0, 'model_id', full)],
      'load_model_ensemble_and_task_from_hf_hub("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['core', 'perception_models'], home: 'nowhere' }, [
    loader(
      'CLIP.from_config',
      [arg(0, 'name', full)],
      'import core.vision_encoder.pe as pe; pe.CLIP.from_config("‹acme-ai/one›", pretrained=True)',
    ),
  ]),
  ...family({ from: ['terratorch'], home: 'nowhere' }, [
    loader(
      'BACKBONE_REGISTRY.build',
      [arg(0, 'name', full)],
      'from terratorch.registry import BACKBONE_REGISTRY; BACKBONE_REGISTRY.build("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['skops'], home: 'nowhere' }, [
    loader(
      'download',
      [arg(0, 'repo_id', full)],
      'from skops import hub_utils; hub_utils.download(repo_id="‹acme-ai/one›", dst="x")',
    ),
  ]),
  ...family({ from: ['ctranslate2'] }, [
    loader(
      'TransformersConverter',
      [arg(0, 'model_name_or_path')],
      'from ctranslate2.converters import TransformersConverter; TransformersConverter("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['audiocraft'], home: 'nowhere' }, [
    loader(
      'get_pretrained',
      [arg(0, 'name', full)],
      'from audiocraft.models import MusicGen; MusicGen.get_pretrained("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['stable_audio_tools'], home: 'nowhere' }, [
    loader(
      'get_pretrained_model',
      [arg(0, 'name', full)],
      'from stable_audio_tools import get_pretrained_model; get_pretrained_model("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['audioseal'], home: 'nowhere' }, [
    loader(
      'load_generator',
      [arg(0, '', full)],
      'from audioseal import AudioSeal; AudioSeal.load_generator("‹acme-ai/one›")',
    ),
    loader(
      'load_detector',
      [arg(0, '', full)],
      'from audioseal import AudioSeal; AudioSeal.load_detector("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['kittentts'], home: 'nowhere' }, [
    loader('KittenTTS', [arg(0, 'model_name')], 'from kittentts import KittenTTS; KittenTTS("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['doctr'], home: 'nowhere' }, [
    loader('from_hub', [arg(0, 'repo_id')], 'from doctr.models import from_hub; from_hub("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['keras', 'keras_hub', 'keras_nlp', 'tensorflow'], home: 'nowhere' }, [
    loader(
      'from_preset',
      [arg(0, 'preset', { form: 'address' })],
      'import keras_hub; keras_hub.models.GemmaCausalLM.from_preset("hf://‹acme-ai/one›")',
    ),
    loader(
      'load_model',
      [arg(0, 'filepath', { form: 'address' })],
      'import keras; keras.saving.load_model("hf://‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['huggingface_sb3'], home: 'nowhere' }, [
    loader(
      'load_from_hub',
      [arg(0, 'repo_id')],
      'from huggingface_sb3 import load_from_hub; load_from_hub(repo_id="‹acme-ai/one›", filename="a.zip")',
    ),
  ]),
  ...family(
    {
      from: ['gradio'],
      home: 'nowhere',
      told: { keyword: 'src', kinds: { models: 'model', huggingface: 'model', spaces: 'space' } },
    },
    [
      loader('load', [arg(0, 'name', full)], 'import gradio as gr; gr.load("‹acme-ai/one›", src="models")'),
      loader(
        'Interface.load',
        [arg(0, 'name', full)],
        'import gradio as gr; gr.Interface.load("‹acme-ai/one›", src="models")',
      ),
    ],
  ),
  ...family({ from: ['gradio'], home: 'nowhere' }, [
    loader('load', [arg(0, 'name', { form: 'gradio' })], 'import gradio as gr; gr.load("models/‹acme-ai/one›")'),
    loader(
      'Interface.load',
      [arg(0, 'name', { form: 'gradio' })],
      'import gradio as gr; gr.Interface.load("spaces/‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['gradio_client'], home: 'nowhere' }, [
    loader(
      'Client',
      [arg(0, 'src', { kind: 'space', form: 'full' })],
      'from gradio_client import Client; Client("‹acme-ai/one›")',
    ),
    loader(
      'Client.duplicate',
      [arg(0, 'from_id', { kind: 'space', form: 'full' })],
      'from gradio_client import Client; Client.duplicate("‹acme-ai/one›")',
    ),
  ]),
];
