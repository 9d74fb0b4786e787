import { pipeline } from '@huggingface/transformers';
import { useState } from 'react';

const MODEL = 'Xen0va/all-MiniLM-L6-v2';
const embedder = pipeline('feature-extraction', MODEL, { dtype: 'q8' });

export function Search({ onVector }: { onVector: (vector: number[]) => void }) {
  const [text, setText] = useState('');
  const search = async () => onVector((await (await embedder)(text, { pooling: 'mean' })).tolist()[0]);
  return (
    <form action={search}>
      <input value={text} onChange={event => setText(event.target.value)} />
    </form>
  );
}
