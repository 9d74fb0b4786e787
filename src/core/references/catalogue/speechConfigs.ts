import { type ConfigDialect, fields } from './configField.ts';

/** Where a recipe says which encoder it begins with. Nothing else is called so. */
const HUBS = `wav2vec2_hub wavlm_hub hubert_hub whisper_hub ssl_hub encoder_hub decoder_hub source_hub
  speaker_encoder_hub weighted_ssl_hub llama_hub gpt_hub bert_hub labse_hub asr_hub vocoder_hub`;

/** What a recipe begins with and takes from the Hub or from a folder; in other files the names say less. */
const SOURCES = `pretrain_path pretrained_path pretrained_lm_tokenizer_path pretrained_whisper_path
  pretrained_enhance_path pretrained_asr_path mbart_path labse_path asr_source asr_model_source vocoder_source
  vocoder_model kmeans_source kmeans_folder encoder_source wav2vec2_source speaker_encoder_source spk_emb_encoder
  tokenizer_source lm_source`;

/** Source: SpeechBrain, `recipes/*` with their `hparams/*.yaml`. */
export const SPEECH_CONFIGS: readonly ConfigDialect[] = [
  {
    name: 'speechbrain recipe',
    path: /(?:^|\/)hparams\/(?:[^/]+\/)*[^/]+\.ya?ml$/,
    signs: [],
    words: [
      '[a-z0-9]_hub: [A-Za-z]',
      '[a-z0-9]_source: [A-Za-z][A-Za-z0-9-]*/',
      'pretrain[a-z_]*_path: [A-Za-z]',
      'mbart_path',
      'labse_path',
      'kmeans_folder',
      'vocoder_model',
      'spk_emb_encoder',
    ],
    fields: [...fields(HUBS, 'model'), ...fields(SOURCES, 'model'), ...fields('hf_hub', 'dataset')],
    example: `seed: 1986
output_folder: results/tokenizer/1986
save_folder: !ref <output_folder>/save
kmeans_folder: ‹acme-ai/one›
encoder_hub: ‹acme-ai/two›
pretrain_path: ‹acme-ai/three›
hf_hub: ‹acme-ai/four›
encoder: !new:speechbrain.lobes.models.huggingface_transformers.hubert.HuBERT
  source: !ref <encoder_hub>
`,
    examplePath: 'recipes/x/hparams/train.yaml',
  },
  {
    name: 'speechbrain',
    signs: [],
    words: HUBS.split(/\s+/),
    fields: fields(HUBS, 'model'),
    example: `wav2vec2_hub: ‹acme-ai/one›
`,
  },
];
