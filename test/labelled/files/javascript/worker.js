import { pipeline, env } from '@huggingface/transformers';

env.allowLocalModels = false;

class Translator {
  static task = 'translation';
  static model = 'Xenova/nllb-200-distilled-600M';
  static instance = null;

  static async getInstance(progress_callback = null) {
    this.instance ??= pipeline(this.task, this.model, { progress_callback });
    return this.instance;
  }
}

self.addEventListener('message', async event => {
  const translator = await Translator.getInstance(x => self.postMessage(x));
  const output = await translator(event.data.text, { tgt_lang: 'fra_Latn', type: 'text/plain' });
  self.postMessage({ status: 'complete', output });
});
