import { createOpenRouter } from '@openrouter/ai-sdk-provider';
import Replicate from 'replicate';
import express from 'express';
import type { Request } from 'express';

const openrouter = createOpenRouter({ apiKey: process.env.OPENROUTER_API_KEY });
const replicate = new Replicate();
const app = express();

export const MODELS = ['anthropic/claude-sonnet-4', 'google/gemini-2.5-pro', 'meta-llama/llama-3.3-70b-instruct'];

app.get('/api/models', (_: Request, res) => res.type('application/json').send(MODELS));
app.use('/static/js', express.static('public/js'));

export const model = openrouter('meta-llama/llama-3.3-70b-instruct');
export const image = await replicate.run('black-forest-labs/flux-schnell', { input: { prompt: 'a/b' } });
