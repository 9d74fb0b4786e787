/** The trackers whose observations the velocity reference is made of, and how each chose its models. */
export const SAMPLES = [
  {
    id: 'radar',
    kind: 'ordinary',
    models: 'new models with an open licence',
    source: 'https://github.com/686f6c61/radar',
    licence: 'CC-BY-4.0',
  },
  {
    id: 'starscreener',
    kind: 'trending',
    models: 'models of a list of 1,000 trending ones',
    source: 'https://github.com/0motionguy/starscreener',
    licence: 'MIT, Copyright (c) 2026 Mirko Basil Dolger',
  },
  {
    id: 'silverheart',
    kind: 'trending',
    models: 'models of the trending top 30',
    source: 'https://github.com/silverheart-seoultech/trendings',
    licence: 'none stated',
  },
  {
    id: 'park-onezero',
    kind: 'trending',
    models: 'models of the trending top 10',
    source: 'https://github.com/park-onezero/daily-hf-trending',
    licence: 'none stated',
  },
  {
    id: 'namhyeokwoo',
    kind: 'trending',
    models: 'models of the top 300 by likes or downloads',
    source: 'https://github.com/namhyeokwoo/huggingface-trending',
    licence: 'none stated',
  },
  {
    id: 'janhq',
    kind: 'catalogue',
    models: 'models of a catalogue of GGUF and MLX files',
    source: 'https://github.com/janhq/model-catalog',
    licence: 'none stated',
  },
] as const;
