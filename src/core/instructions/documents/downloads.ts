import type { InstructionHazard } from '../../hazard.ts';
import { ADDRESS, type HostKind, hostKind, hostOf } from '../hosts.ts';
import { type Page, quoted } from './page.ts';
import type { Passage } from './passages.ts';
import { howTold, sentenceAround } from './telling.ts';

const OFFERS =
  /\b(?:download|downloads|weights?|checkpoints?|get\s+(?:it|the)|grab|fetch|mirror|installer|archive|zip|rar|7z|setup|loader|crack|full\s+(?:version|model)|model\s+files?|prerequisites?|wget|curl|gdown)\b/i;
const COMMUNITY =
  /\b(?:join|community|chat|discuss|support|questions?|follow|contact|invite|server|feedback|reach\s+(?:us|out)|updates|news)\b/i;
/** A chat that gives out more than company: an archive, a program, or the key to one. */
const HANDS_OUT =
  /\b(?:archive|password|installer|full\s+version)\b|\.(?:zip|rar|7z|exe|dmg)\b|\bbot\b[^.\n]{0,40}\b(?:sends?|gives?|hands?|replies)\b/i;
const PASSWORD_LINE =
  /(?:^|[\n(])[\s>*\-|]{0,12}(?:(?:archive|zip|rar|file)\s{1,3})?pass(?:word|code)?\s{0,3}[:=]\s{0,3}(?<secret>[^\s|)]{1,40})/gi;
const PASSWORD = /pass(?:word|code)?(?![a-z0-9])/i;
const ARCHIVE = /\.(?:zip|rar|7z)\b|\barchive\b|\b(?:mega\.nz|mediafire\.com|gofile\.io|dropbox\.com)\b/i;
/** Between a link and its password stand at most a line or two. */
const PASSWORD_REACH = 400;

/** What a link of this kind asks for, and what weakens it. A kind without a row is not reported in documents. */
const KINDS: Readonly<
  Record<HostKind, { readonly pattern: string; readonly needs: RegExp; readonly mitigated?: string }>
> = {
  'file-host': { pattern: 'file-host', needs: OFFERS },
  'cloud-drive': {
    pattern: 'cloud-drive',
    needs: /\b(?:weights?|checkpoints?|models?|pre-?trained|ckpt|loader|setup|installer)\b/i,
    mitigated: 'research groups publish checkpoints on such drives',
  },
  paste: {
    pattern: 'paste-service',
    needs: /\b(?:download|run|copy|paste|script|command|install|loader|wget|curl)\b/i,
  },
  'dead-drop': {
    pattern: 'dead-drop',
    needs: /\b(?:download|run|copy|script|command|install|loader|wget|curl|fetch)\b/i,
  },
  chat: {
    pattern: 'chat-link',
    needs:
      /\b(?:download|weights?|checkpoints?|get\s+the|grab|installer|archive|password|loader|full\s+(?:version|model))\b/i,
  },
  shortener: {
    pattern: 'short-link',
    needs: /\b(?:download|install|installer|weights?|checkpoints?|run|loader|setup|archive)\b/i,
  },
};

/** Downloads from places that are no home of models: file hosts, drives, paste services, chats, short links. */
export function downloadHazards(page: Page): InstructionHazard[] {
  const found: InstructionHazard[] = [];
  let next = 0;
  for (const match of page.text.matchAll(ADDRESS)) {
    const url = match[0].replace(/[.,;:!?]+$/, '');
    const kind = hostKind(url);
    if (!kind) continue;
    while (next < page.passages.length && page.passages[next]!.end <= match.index) next++;
    const passage = page.passages[next];
    const hazard = passage && passage.start <= match.index && linkHazard(page, passage, match.index, url, kind);
    if (hazard) found.push(hazard);
  }
  return [...found, ...downloadBadges(page), ...programLinks(page), ...passwordsOfLinks(page)];
}

function linkHazard(
  page: Page,
  passage: Passage,
  start: number,
  url: string,
  kind: HostKind,
): InstructionHazard | undefined {
  if (isImage(page.text, start, url)) return undefined;
  const row = KINDS[kind];
  const at = { start, end: start + url.length };
  const sentence = sentenceAround(page.text, at, passage);
  const around = page.words.slice(sentence.start, at.start) + page.words.slice(at.end, sentence.end);
  const isAttachment = /^(?:cdn|media)\.discordapp\.(?:com|net)$/.test(hostOf(url));
  const heading = passage.headings.at(-1) ?? '';
  if (!row.needs.test(around) && !isAttachment && !(kind === 'file-host' && OFFERS.test(heading))) return undefined;
  const handsOut = kind === 'chat' && HANDS_OUT.exec(around)?.[0];
  if (kind === 'chat' && !isAttachment && !handsOut && COMMUNITY.test(around)) return undefined;
  if (kind === 'shortener' && !/\b(?:download|install|loader|setup)/i.test(around.slice(-160))) return undefined;
  const told = passage.kind === 'code' ? 'code' : howTold(page.words, passage, at);
  return {
    type: 'instruction',
    family: 'outside-download',
    pattern: row.pattern,
    told,
    ...quoted(page.text, at.start, at.end),
    url,
    ...(row.mitigated ? { mitigated: row.mitigated } : {}),
    ...(handsOut ? { aggravated: 'it is handed out in a chat, where nothing keeps a history' } : {}),
  };
}

/** Pictures and badges show, they are not downloaded to run. */
const isImage = (text: string, start: number, url: string): boolean =>
  /\.(?:png|jpe?g|gif|webp|svg|mp4|webm)(?:$|\?)/i.test(url) ||
  /!\[[^\]\n]{0,120}\]\($|src=["']?$/.test(text.slice(Math.max(0, start - 130), start));

/** A release has a history, and what lies on the Hub is told of by the repo's own files. */
const OWN_OR_RELEASE = /\/releases\/|^https:\/\/(?:huggingface\.co|hf\.co)\//;

/** A badge that says "Download" and hands out an archive or a program which is no release. */
const BADGE =
  /!\[[^\]\n]{0,80}download[^\]\n]{0,40}\]\([^)\n]{0,400}\)\]\((?<url>https?:\/\/[^)\s]{1,400}\.(?:zip|rar|7z|exe|msi|dmg|pkg|apk))\)/gi;

/** A link in words, or in HTML, that leads to a program. */
const PROGRAM_LINK =
  /(?:\]\(|href=["'])(?<url>https?:\/\/[^)\s"'<>]{1,400}\.(?:exe|msi|dmg|pkg|apk|scr|bat|cmd|lnk))(?=[?)"'\s])/gi;
const NEEDS_NO_PROGRAM = 'it is a program, and a model needs none';

function programLinks(page: Page): InstructionHazard[] {
  if (!page.context.isModelCard) return [];
  return [...page.text.matchAll(PROGRAM_LINK)].flatMap((match): InstructionHazard[] => {
    const url = match.groups!['url']!;
    if (OWN_OR_RELEASE.test(url)) return [];
    const start = match.index + match[0].length - url.length;
    const passage = page.passages.find(({ start: from, end }) => from <= start && start < end);
    const told = passage && passage.kind !== 'code' ? howTold(page.words, passage, { start, end: start }) : 'mention';
    const place = quoted(page.text, start, start + url.length);
    const why = { told, url, aggravated: NEEDS_NO_PROGRAM };
    return [{ type: 'instruction', family: 'outside-download', pattern: 'program-link', ...place, ...why }];
  });
}

function downloadBadges(page: Page): InstructionHazard[] {
  return [...page.text.matchAll(BADGE)].flatMap((match): InstructionHazard[] => {
    const url = match.groups!['url']!;
    if (OWN_OR_RELEASE.test(url)) return [];
    const start = match.index + match[0].length - url.length - 1;
    const place = quoted(page.text, start, start + url.length);
    return [
      { type: 'instruction', family: 'outside-download', pattern: 'download-badge', told: 'imperative', ...place, url },
    ];
  });
}

/** `Password: 1234` under a link to an archive. */
function passwordsOfLinks(page: Page): InstructionHazard[] {
  const found: InstructionHazard[] = [];
  if (!page.mayHold(PASSWORD)) return found;
  for (const match of page.words.matchAll(PASSWORD_LINE)) {
    const before = page.text.slice(Math.max(0, match.index - PASSWORD_REACH), match.index);
    if (!ARCHIVE.test(before) || !/https?:\/\/|\]\(/.test(before)) continue;
    const start = match.index + match[0].search(/\w/);
    const passage = page.passages.find(({ start: from, end }) => from <= start && start < end);
    found.push({
      type: 'instruction',
      family: 'outside-download',
      pattern: 'password-archive',
      told: !passage
        ? 'mention'
        : passage.kind === 'code'
          ? 'code'
          : howTold(page.words, passage, { start, end: start }),
      ...quoted(page.text, start, match.index + match[0].length),
      aggravated: 'the archive has a password',
    });
  }
  return found;
}
