import { bare, type CommandLoader, model, row } from './commandLoader.ts';

/** Programs that bring a model of the Hub into another form, or to another place. */
export const IMPORT_COMMANDS: readonly CommandLoader[] = [
  // Source: DJL, `djl_converter` of extensions/tokenizers.
  row('djl-convert|djl_converter', 'djl-convert -m ‹acme-ai/one› --output-format OnnxRuntime', {
    flags: { '-m': model, '--model-id': model },
  }),
  // Source: optimum, `exporters/*/__main__.py`, which `optimum-cli export` runs.
  row('optimum\\.exporters\\.\\w+', 'python -m optimum.exporters.onnx -m ‹acme-ai/one› out/', {
    flags: { '--model': bare, '-m': bare },
  }),
  // Source: Elastic's eland, `cli/import_hub_model.py`: there the flag says what is fetched.
  row('eland_import_hub_model', 'eland_import_hub_model --hub-model-id ‹acme-ai/one› --start', {
    flags: { '--hub-model-id': model },
  }),
  // Source: llama.cpp, `scripts/hf.sh`.
  row('(?:\\S*/)?hf\\.sh', './scripts/hf.sh --repo ‹acme-ai/one› --file a.gguf', { flags: { '--repo': model } }),
];
