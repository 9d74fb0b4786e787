import { HfInference, InferenceClient } from '@huggingface/inference';
import { downloadFile, listFiles, modelInfo, uploadFile } from '@huggingface/hub';
import { Client } from '@gradio/client';
import OpenAI from 'openai';

const hf = new InferenceClient(process.env.HF_TOKEN);
const legacy = new HfInference();
const groq = new OpenAI({ baseURL: 'https://api.groq.com/openai/v1', apiKey: process.env.GROQ });
const router = new OpenAI({ baseURL: 'https://router.huggingface.co/v1', apiKey: process.env.HF_TOKEN });

export async function run(image: Blob) {
  const caption = await hf.imageToText({ model: 'nlpconnect/vit-gpt2-image-captioning', data: image });
  const vector = await legacy.featureExtraction({ model: process.env.EMBEDDER ?? 'BAAI/bge-m3', inputs: 'hello' });
  const chat = await hf.chatCompletion({
    provider: 'novita',
    model: 'deepseek-ai/DeepSeek-V3-0324',
    messages: [{ role: 'user', content: 'hi' }],
  });
  const fast = await groq.chat.completions.create({ model: 'openai/gpt-oss-120b', messages: [] });
  const routed = await router.chat.completions.create({ model: 'zai-org/GLM-4.5:fireworks-ai', messages: [] });
  const space = await Client.connect('black-forest-labs/FLUX.1-schnell');
  const config = await downloadFile({ repo: 'google/gemma-2-2b-it', path: 'config.json', revision: 'refs/pr/1' });
  for await (const file of listFiles({ repo: { type: 'dataset', name: 'HuggingFaceFW/fineweb-edu' } })) console.log(file.path);
  const info = await modelInfo({ name: 'mistralai/Mistral-Small-24B-Instruct-2501' });
  await uploadFile({ repo: 'acme-research/results', file: { path: 'a.txt', content: new Blob([]) } });
  return [caption, vector, chat, fast, routed, space, config, info];
}
