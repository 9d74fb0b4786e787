import { bare, type CommandArgument, type CommandLoader, first, model, row } from './commandLoader.ts';

const embedding: CommandArgument = { kind: 'model', form: 'embedding' };

/**
 * The program `llm`, whose own models are its providers'; only what these plugins of it fetch is the Hub's. Their GGUF
 * files come by address. Source: llm-sentence-transformers, llm-mlx, llm-gguf, each README.
 */
export const LLM_COMMANDS: readonly CommandLoader[] = [
  row('llm sentence-transformers register', 'llm sentence-transformers register ‹acme-ai/one› -a one', first(bare)),
  row('llm mlx download-model', 'llm mlx download-model ‹acme-ai/one›', first(model)),
  row('llm embed|embed-multi|similar', 'llm embed -m sentence-transformers/‹acme-ai/one› -c hello', {
    flags: { '-m': embedding, '--model': embedding },
  }),
];
