import { arg, family, loader } from './loader.ts';

const first = [arg(0, 'pretrained_model_name_or_path model_name_or_path model_id repo_id model_name model')];
/** Keywords that only loaders of Hub models have, whatever is called. */
const OWN_KEYWORDS =
  'pretrained_model_name_or_path model_name_or_path tokenizer_name_or_path base_model_name_or_path teacher_model_name_or_path chat_template_path path_or_hf_repo hf_hub_id';

const options = ['model_kwargs', 'tokenizer_kwargs', 'config_kwargs', 'processor_kwargs', 'model_init_kwargs'];

/**
 * `from_pretrained` of any class, whoever wrote it: the method's name is a promise to read from the Hub. Classes of
 * other hubs are told apart by their import. Source: transformers `modeling_utils.py`, `pipelines/__init__.py`;
 * huggingface_hub `hub_mixin.py`; trl `trainer/*.py`; optimum `modeling_base.py`.
 */
export const transformers = [
  ...family({ byName: true }, [
    loader('from_pretrained', first, 'AutoModel.from_pretrained("‹acme-ai/one›")'),
    loader('load_adapter', [arg(0, 'peft_model_id model_id', { form: 'full' })], 'model.load_adapter("‹acme-ai/one›")'),
    loader(
      '*',
      [arg(undefined, 'attn_implementation', { kind: 'kernel', form: 'kernel', home: 'id' })],
      'make(x, attn_implementation="‹acme-ai/one›")',
    ),
    loader(
      '*',
      [arg(undefined, OWN_KEYWORDS, { form: 'full', home: 'nowhere' })],
      'PromptConfig(tokenizer_name_or_path="‹acme-ai/one›")',
    ),
    loader(
      'AutoAWQ*.from_quantized',
      [arg(0, 'quant_path', { home: 'nowhere' })],
      'AutoAWQForCausalLM.from_quantized("‹acme-ai/one›")',
    ),
    loader(
      'from_quantized',
      [arg(0, 'model_name_or_path quant_path pretrained_model_name_or_path')],
      'AutoGPTQForCausalLM.from_quantized("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['transformers', 'optimum'], options }, [
    loader(
      'pipeline',
      [arg(1, 'model'), arg(undefined, 'tokenizer feature_extractor image_processor processor config assistant_model')],
      'from transformers import pipeline; pipeline("ner", "‹acme-ai/one›")',
    ),
    loader(
      'cached_file',
      [arg(0, 'path_or_repo_id', { form: 'full' })],
      'from transformers.utils import cached_file; cached_file("‹acme-ai/one›", "config.json")',
    ),
    loader(
      'load_tool',
      [arg(0, 'task_or_repo_id repo_id', { kind: 'space', form: 'full' })],
      'from transformers import load_tool; load_tool("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['trl'], options, home: 'nowhere' }, [
    loader(
      '*Trainer',
      [
        arg(0, 'model', { form: 'full' }),
        arg(undefined, 'ref_model reward_model reward_funcs teacher_model', { form: 'full' }),
      ],
      'from trl import SFTTrainer; SFTTrainer("‹acme-ai/one›")',
    ),
  ]),
  // Source: trlx `data/configs.py`.
  ...family({ from: ['trlx'], home: 'nowhere' }, [
    loader(
      'ModelConfig',
      [arg(undefined, 'model_path')],
      'from trlx.data.configs import ModelConfig; ModelConfig(model_path="‹acme-ai/one›")',
    ),
    loader(
      'TokenizerConfig',
      [arg(undefined, 'tokenizer_path')],
      'from trlx.data.configs import TokenizerConfig; TokenizerConfig(tokenizer_path="‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['trl'], home: 'nowhere' }, [
    loader(
      'clone_chat_template',
      [arg(2, 'source_tokenizer_path', { form: 'full' })],
      'from trl import clone_chat_template; clone_chat_template(model, tokenizer, "‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['optimum'], home: 'nowhere' }, [
    loader(
      '*',
      [arg(undefined, 'gaudi_config gaudi_config_name', { form: 'full' })],
      'from optimum.habana import GaudiTrainer; GaudiTrainer(gaudi_config="‹acme-ai/one›")',
    ),
  ]),
  // Source: optimum-benchmark `backends/config.py`: every backend's configuration has the field.
  ...family({ from: ['optimum_benchmark'], home: 'nowhere' }, [
    loader(
      '*Config',
      [arg(undefined, 'model processor')],
      'from optimum_benchmark import PyTorchConfig; PyTorchConfig(model="‹acme-ai/one›", device="cuda")',
    ),
  ]),
  // Source: optimum-intel `openvino/quantization.py`, optimum `onnxruntime/quantization.py`.
  ...family({ from: ['optimum'], byName: true, home: 'nowhere' }, [
    loader(
      'get_calibration_dataset',
      [arg(0, 'dataset_name', { kind: 'dataset' })],
      'quantizer.get_calibration_dataset("‹acme-ai/one›", dataset_split="train")',
    ),
  ]),
  ...family({ from: ['evaluate'] }, [
    loader(
      'load',
      [arg(0, 'path', { kind: 'space', form: 'full' })],
      'import evaluate; evaluate.load("‹acme-ai/one›")',
    ),
  ]),
  ...family({ from: ['kernels'], byName: true }, [
    loader('get_kernel', [arg(0, 'repo_id', { kind: 'kernel', form: 'full' })], 'get_kernel("‹acme-ai/one›")'),
    loader('has_kernel', [arg(0, 'repo_id', { kind: 'kernel', form: 'full' })], 'has_kernel("‹acme-ai/one›")'),
    loader(
      'LayerRepository',
      [arg(0, 'repo_id', { kind: 'kernel', form: 'full' })],
      'LayerRepository(repo_id="‹acme-ai/one›", layer_name="x")',
    ),
    loader('FuncRepository', [arg(0, 'repo_id', { kind: 'kernel', form: 'full' })], 'FuncRepository("‹acme-ai/one›")'),
  ]),
];

/** Source: peft `peft_model.py`: the first argument is the base model object, the second the adapter's repo. */
export const peft = family({ byName: true }, [
  loader('PeftModel*.from_pretrained', [arg(1, 'model_id')], 'PeftModel.from_pretrained(model, "‹acme-ai/one›")'),
  loader(
    'PeftMixedModel.from_pretrained',
    [arg(1, 'model_id')],
    'PeftMixedModel.from_pretrained(model, "‹acme-ai/one›")',
  ),
  loader(
    'check_if_peft_model',
    [arg(0, 'model_name_or_path', { form: 'full', home: 'nowhere' })],
    'check_if_peft_model("‹acme-ai/one›")',
  ),
  loader(
    'LoraConfig',
    [arg(undefined, 'base_model_name_or_path')],
    'LoraConfig(base_model_name_or_path="‹acme-ai/one›")',
  ),
]);
