import { pipeline, type PretrainedOptions } from '@xenova/transformers';

interface Entry {
  id: string;
  label: string;
  size?: string;
}

export const CATALOG: Entry[] = [
  { id: 'Xenova/whisper-tiny.en', label: 'Whisper tiny', size: '40 MB' },
  { id: 'Xenova/whisper-base', label: 'Whisper base/multilingual' },
];

const defaults: PretrainedOptions = { quantized: true };

export async function load(index = 0, options = defaults) {
  return pipeline('automatic-speech-recognition', CATALOG[index].id, options);
}

export const summarize = (model = 'Xenova/distilbart-cnn-6-6') => pipeline('summarization', model);
