import { arg, family, loader } from './loader.ts';

const full = { form: 'full' } as const;
const unpinned = { form: 'full', home: 'nowhere' } as const;

/** Engines that serve and train language models. Source: vllm `entrypoints/llm.py`, `engine/arg_utils.py`; the others' documentation. */
export const runtimes = [
  ...family({ from: ['vllm'] }, [
    loader(
      'LLM',
      [
        arg(0, 'model'),
        arg(1, 'tokenizer', { revision: 'tokenizer_revision' }),
        arg(undefined, 'speculative_config', { key: 'model', ...unpinned }),
        arg(undefined, 'speculative_model hf_config_path', unpinned),
      ],
      'from vllm import LLM; LLM("‹acme-ai/one›", trust_remote_code=True)',
    ),
    loader(
      '*EngineArgs',
      [
        arg(0, 'model'),
        arg(undefined, 'tokenizer', { revision: 'tokenizer_revision' }),
        arg(undefined, 'speculative_config', { key: 'model', ...unpinned }),
      ],
      'from vllm import AsyncEngineArgs; AsyncEngineArgs(model="‹acme-ai/one›")',
    ),
    loader(
      'LoRARequest',
      [arg(2, 'lora_path lora_local_path', unpinned)],
      'from vllm.lora.request import LoRARequest; LoRARequest("a", 1, "‹acme-ai/one›")',
    ),
  ]),
  // Source: vllm, `tests/utils.py`: it starts `vllm serve`; and blender of llm-blender, its README.
  ...family({ byName: true, home: 'nowhere' }, [
    loader('RemoteOpenAIServer', [arg(0, 'model', full)], 'RemoteOpenAIServer("‹acme-ai/one›", args)'),
    loader('loadranker', [arg(0, 'ranker_path', full)], 'blender.loadranker("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['sglang'] }, [
    loader(
      'Engine',
      [
        arg(undefined, 'model_path'),
        arg(undefined, 'tokenizer_path', { home: 'nowhere' }),
        arg(undefined, 'speculative_draft_model_path', { revision: 'speculative_draft_model_revision' }),
      ],
      'import sglang as sgl; sgl.Engine(model_path="‹acme-ai/one›")',
    ),
    loader(
      'ServerArgs',
      [arg(0, 'model_path')],
      'from sglang.srt.server_args import ServerArgs; ServerArgs(model_path="‹acme-ai/one›")',
    ),
    loader('Runtime', [arg(undefined, 'model_path')], 'import sglang as sgl; sgl.Runtime(model_path="‹acme-ai/one›")'),
  ]),
  ...family({ from: ['tensorrt_llm'] }, [
    loader(
      'LLM',
      [arg(0, 'model'), arg(undefined, 'tokenizer', { revision: 'tokenizer_revision' })],
      'from tensorrt_llm import LLM; LLM(model="‹acme-ai/one›")',
    ),
  ]),
  // Source: mistral.rs `mistralrs-pyo3/src/which.rs`.
  ...family({ from: ['mistralrs'], home: 'nowhere' }, [
    loader(
      'Which.*',
      [arg(undefined, 'model_id tok_model_id quantized_model_id xlora_model_id adapters_model_id', full)],
      'from mistralrs import Which; Which.Plain(model_id="‹acme-ai/one›")',
    ),
  ]),
  // Source: opencompass, `models/`: what its configurations build runs the model itself.
  ...family({ from: ['opencompass'], home: 'nowhere' }, [
    ...['HuggingFace', 'TurboMind', 'VLLM', 'Lmdeploy'].map(name =>
      loader(
        `${name}*`,
        [arg(0, 'path', full), arg(undefined, 'tokenizer_path peft_path', full)],
        `from opencompass.models import ${name}Model; models = [dict(type=${name}Model, path="‹acme-ai/one›")]`,
      ),
    ),
  ]),
  ...family({ from: ['lmdeploy'], home: 'nowhere' }, [
    loader('pipeline', [arg(0, 'model_path', full)], 'from lmdeploy import pipeline; pipeline("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['mii'], home: 'nowhere' }, [
    loader('pipeline', [arg(0, 'model_name_or_path', full)], 'import mii; mii.pipeline("‹acme-ai/one›")'),
    loader('serve', [arg(0, 'model_name_or_path', full)], 'import mii; mii.serve("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['llama_cpp', 'ctransformers'], home: 'nowhere' }, [
    loader(
      'Llama.from_pretrained',
      [arg(0, 'repo_id', full)],
      'from llama_cpp import Llama; Llama.from_pretrained(repo_id="‹acme-ai/one›", filename="*q8_0.gguf")',
    ),
  ]),
  ...family({ from: ['mlx_lm', 'mlx_vlm', 'mlx_audio', 'mlx_embeddings'] }, [
    loader('load', [arg(0, 'path_or_hf_repo', full)], 'from mlx_lm import load; load("‹acme-ai/one›")'),
    loader(
      'load_config',
      [arg(0, 'model_path', unpinned)],
      'from mlx_vlm.utils import load_config; load_config("‹acme-ai/one›")',
    ),
    loader(
      'load_model',
      [arg(0, '', unpinned)],
      'from mlx_audio.tts.utils import load_model; load_model("‹acme-ai/one›")',
    ),
    loader('convert', [arg(0, 'hf_path', unpinned)], 'from mlx_lm import convert; convert("‹acme-ai/one›")'),
  ]),
  ...family({ from: ['litgpt'], home: 'nowhere' }, [
    loader(
      'LLM.load',
      [arg(0, 'model', full), arg(undefined, 'tokenizer_dir', full)],
      'from litgpt import LLM; LLM.load("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['llmcompressor'] }, [
    loader(
      'oneshot',
      [
        arg(undefined, 'model', { ...full, revision: 'model_revision' }),
        arg(undefined, 'dataset', { kind: 'dataset', ...unpinned }),
      ],
      'from llmcompressor import oneshot; oneshot(model="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['gptqmodel'], home: 'nowhere' }, [
    loader(
      'GPTQModel.load',
      [arg(0, 'model_id_or_path', full)],
      'from gptqmodel import GPTQModel; GPTQModel.load("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['outlines'], home: 'nowhere' }, [
    loader(
      'models.transformers',
      [arg(0, 'model_name', full)],
      'import outlines; outlines.models.transformers("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['lm_eval'], home: 'nowhere' }, [
    loader(
      'simple_evaluate',
      [arg(undefined, 'model_args', { form: 'pairs' })],
      'import lm_eval; lm_eval.simple_evaluate(model="hf", model_args="pretrained=‹acme-ai/one›,dtype=float")',
    ),
  ]),
];
