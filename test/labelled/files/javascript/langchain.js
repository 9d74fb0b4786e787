const { HuggingFaceTransformersEmbeddings } = require('@langchain/community/embeddings/huggingface_transformers');
const { HuggingFaceInference } = require('@langchain/community/llms/hf');
const { ChatOpenAI } = require('@langchain/openai');

const embeddings = new HuggingFaceTransformersEmbeddings({ model: 'Xenova/all-MiniLM-L6-v2' });
const llm = new HuggingFaceInference({
  model: 'google/flan-t5-xxl',
  apiKey: process.env.HUGGINGFACEHUB_API_KEY,
});
const other = new ChatOpenAI({ model: 'openai/gpt-4o-mini', configuration: { baseURL: 'https://openrouter.ai/api/v1' } });

module.exports = { embeddings, llm, other };
