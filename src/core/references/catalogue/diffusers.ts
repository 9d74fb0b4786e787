import { arg, family, loader } from './loader.ts';

/** Source: diffusers `pipeline_utils.py`, `loaders/*.py`. The methods' names are diffusers' own, so no import is needed. */
export const diffusers = family({ byName: true }, [
  loader(
    '*Pipeline*.from_pretrained',
    [
      arg(0, 'pretrained_model_name_or_path pretrained_model_or_path'),
      arg(undefined, 'custom_pipeline', { form: 'full', revision: 'custom_revision' }),
    ],
    'DiffusionPipeline.from_pretrained("‹acme-ai/one›", custom_pipeline="‹acme-ai/two›")',
  ),
  loader(
    'from_single_file',
    [
      arg(0, 'pretrained_model_link_or_path pretrained_model_link_or_path_or_dict', { form: 'address' }),
      arg(undefined, 'config', { form: 'full' }),
    ],
    'StableDiffusionPipeline.from_single_file("https://huggingface.co/‹acme-ai/one›/blob/main/x.safetensors")',
  ),
  loader(
    'load_lora_weights',
    [arg(0, 'pretrained_model_name_or_path_or_dict')],
    'pipe.load_lora_weights("‹acme-ai/one›")',
  ),
  loader(
    'load_lora_adapter',
    [arg(0, 'pretrained_model_name_or_path_or_dict')],
    'unet.load_lora_adapter("‹acme-ai/one›")',
  ),
  loader(
    'load_textual_inversion',
    [arg(0, 'pretrained_model_name_or_path')],
    'pipe.load_textual_inversion("‹acme-ai/one›")',
  ),
  loader(
    'load_ip_adapter',
    [arg(0, 'pretrained_model_name_or_path_or_dict')],
    'pipe.load_ip_adapter("‹acme-ai/one›", subfolder="models")',
  ),
  loader('load_attn_procs', [arg(0, 'pretrained_model_name_or_path_or_dict')], 'unet.load_attn_procs("‹acme-ai/one›")'),
  loader('lora_state_dict', [arg(0, 'pretrained_model_name_or_path_or_dict')], 'pipe.lora_state_dict("‹acme-ai/one›")'),
]);
