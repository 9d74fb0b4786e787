import { readId } from '../idForms.ts';
import { absent, type Reference, type Stated } from '../reference.ts';
import type { CommandId } from './commandIds.ts';
import { type Filled, isWhole } from './words.ts';

const ID_KEY = /(^|[,\s])(pretrained|peft|delta|tokenizer|model_name|model)=([^\s,=]+)/g;

/** Ids that a revision in the same pairs is of. Source: lm_eval `models/huggingface.py`, lighteval `TransformersModelConfig`. */
const PINNED_KEY = /^(?:pretrained|model_name|model)$/;

/** Reads `pretrained=org/name,revision=main,trust_remote_code=True`, which says all in one word. */
export function readPairs(filled: Filled, { api, stated }: CommandId): Reference[] {
  const { excerpt } = filled;
  const { text } = excerpt;
  if (text.length > 4000) return [];
  const found: Reference[] = [];
  for (const match of text.matchAll(ID_KEY)) {
    const [whole, , key = '', value = ''] = match;
    const read = readId(value, 'full', 'model', false);
    if (read?.judged !== 'repo') continue;
    const from = match.index + whole.length - value.length;
    const at = { start: from + read.start, end: from + read.end };
    if (!isWhole(filled, at)) continue;
    const span = excerpt.toOuter(at);
    const isPinned = PINNED_KEY.test(key);
    const revision = isPinned ? said(filled, 'revision') : absent;
    const trust = said(filled, 'trust_remote_code');
    const behind = { start: span.end, end: span.end };
    found.push({
      ...stated,
      id: read.id,
      kind: 'model',
      span,
      api,
      link: false,
      revision,
      trustRemoteCode: trust.state === 'known' ? truth(trust.value, trust.span) : stated.trustRemoteCode,
      pins: !isPinned
        ? []
        : revision.state === 'known'
          ? [{ span: revision.span, before: '', after: '' }]
          : revision.state === 'absent'
            ? [{ span: behind, before: ',revision=', after: '' }]
            : [],
    });
  }
  return found;
}

function said({ excerpt, parts }: Filled, key: string): Stated<string> {
  const match = new RegExp(`(?:^|[,\\s])${key}=([^,\\s]*)`).exec(excerpt.text);
  if (!match) return absent;
  const value = match[1]!;
  const end = match.index + match[0].length;
  const at = { start: end - value.length, end };
  const span = excerpt.toOuter(at);
  return /^[\w./-]+$/.test(value) && isWhole({ excerpt, parts }, at)
    ? { state: 'known', value, span }
    : { state: 'unknown', span };
}

function truth(text: string, span: { start: number; end: number }): Stated<boolean> {
  if (/^(?:true|1)$/i.test(text)) return { state: 'known', value: true, span };
  return /^(?:false|0)$/i.test(text) ? { state: 'known', value: false, span } : { state: 'unknown', span };
}
