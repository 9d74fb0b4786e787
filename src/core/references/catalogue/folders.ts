/** Calls that make a folder or fill it: the position of the path, and its keyword. */
export const MAKERS: Readonly<Record<string, { readonly position?: number; readonly keyword?: string }>> = {
  save_pretrained: { position: 0, keyword: 'save_directory' },
  save_model: { position: 0, keyword: 'output_dir' },
  save_to_disk: { position: 0, keyword: 'dataset_path' },
  save: { position: 0 },
  mkdir: { position: 0 },
  makedirs: { position: 0, keyword: 'name' },
  rmtree: { position: 0 },
  copytree: { position: 1 },
  save_pretrained_merged: { position: 0 },
  save_pretrained_gguf: { position: 0 },
  save_quantized: { position: 0, keyword: 'save_dir' },
  save_low_bit: { position: 0 },
  save_lora: { position: 0 },
};

/** Keywords of any call that name a folder that it writes. */
export const FOLDER_KEYWORDS = new Set([
  'output_dir',
  'save_directory',
  'save_dir',
  'local_dir',
  'savedir',
  'checkpoint_dir',
  'logging_dir',
]);
