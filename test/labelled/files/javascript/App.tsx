import { useEffect, useRef, useState } from 'react';
import type { Pipeline } from '@huggingface/transformers';
import { AutoProcessor, AutoTokenizer, CLIPTextModelWithProjection } from '@huggingface/transformers';

const MODEL_ID = 'Xenova/clip-vit-base-patch16';
const ROUTES = { home: '/app/home', api: 'api/v1/search', image: 'image/png' } as const;

export default function App() {
  const worker = useRef<Worker | null>(null);
  const [ready, setReady] = useState<boolean | null>(null);

  useEffect(() => {
    (async () => {
      const tokenizer = await AutoTokenizer.from_pretrained(MODEL_ID);
      const text = await CLIPTextModelWithProjection.from_pretrained(MODEL_ID, { dtype: 'q8', revision: 'main' });
      const processor = await AutoProcessor.from_pretrained('onnx-community/siglip2-base-patch16-224-ONNX');
      setReady(Boolean(tokenizer && text && processor));
    })();
  }, []);

  return (
    <main className="flex items-center w-1/2">
      <p>
        Runs <a href="https://huggingface.co/Xenova/clip-vit-base-patch16">CLIP</a> in your browser, {ready ? 'ready' : 'n/a'}.
      </p>
    </main>
  );
}
