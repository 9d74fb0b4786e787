import path from 'node:path';
import { createModelDownloader, getLlama, resolveModelFile } from 'node-llama-cpp';

const modelsDirectory = path.join(import.meta.dirname, 'models/gguf');
const modelPath = await resolveModelFile('hf:bartowski/Meta-Llama-3.1-8B-Instruct-GGUF:Q4_K_M', modelsDirectory);
const downloader = await createModelDownloader({
  modelUri: 'hf:mradermacher/Qwen2.5-7B-GGUF/Qwen2.5-7B.Q5_K_M.gguf',
  dirPath: modelsDirectory,
});
const llama = await getLlama();
const model = await llama.loadModel({ modelPath });
const response = await fetch('https://huggingface.co/karpathy/tinyllamas/resolve/main/stories15M.bin');
const page = 'see https://huggingface.co/bartowski/Meta-Llama-3.1-8B-Instruct-GGUF for more';
console.log(model, await downloader.download(), response.status, page);
