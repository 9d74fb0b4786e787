import type { Reply } from './reply.ts';
import type { Resource } from './routes.ts';

/** How a server that speaks like the Hub differs from it. Source: what is known of each mirror in the API contract, §14. */
export interface Face {
  /** Where such a server usually has its Hub. */
  readonly prefix: string;
  /** What it can be asked; the rest gets `lacking`. All, when absent. */
  readonly knows?: readonly Resource[];
  readonly lacking: { readonly status: number; readonly body: unknown };
  /** What it says to a question with `expand`; without: as the Hub. */
  readonly expand?: 'ignored' | number;
  readonly kinds?: readonly string[];
  /** Status for a repo that is not there. */
  readonly missing?: number;
  /** Members that are always the same, whatever the repo. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /** Members that it never tells. */
  readonly leavesOut?: readonly string[];
  readonly dropsHeaders: readonly string[];
  /** What it says of a file's scan. */
  readonly fileScan?: 'null' | 'absent' | 'own';
  /** Sends files itself, without a second origin. */
  readonly direct: boolean;
  /** Whose address its `Link` headers have: some pass the Hub's own on. */
  readonly links?: 'none' | 'the-hub';
}

const QUOTA = ['ratelimit', 'ratelimit-policy', 'x-request-id'];
const ERRORS = ['x-error-code', 'x-error-message'];

export const FACES: Readonly<Record<string, Face>> = {
  'hugging-face': { prefix: '', lacking: { status: 404, body: { error: '' } }, dropsHeaders: [], direct: false },
  artifactory: {
    prefix: '/artifactory/api/huggingfaceml/hub',
    knows: ['info', 'tree', 'resolve', 'page'],
    kinds: ['models', 'datasets'],
    lacking: { status: 404, body: { errors: [{ status: 404, message: 'Not Found' }] } },
    expand: 404,
    missing: 404,
    dropsHeaders: [...QUOTA, ...ERRORS, 'x-repo-commit', 'content-range', 'x-total-count'],
    fileScan: 'absent',
    direct: true,
    links: 'the-hub',
  },
  nexus: {
    prefix: '/repository/hub',
    knows: ['info', 'tree', 'paths-info', 'resolve', 'page'],
    lacking: { status: 400, body: '<html><head><title>400 - Bad Request</title></head></html>' },
    expand: 400,
    missing: 404,
    dropsHeaders: [...QUOTA, ...ERRORS, 'x-xet-hash'],
    fileScan: 'absent',
    direct: true,
    links: 'none',
  },
  olah: {
    prefix: '',
    knows: ['whoami', 'info', 'tree', 'paths-info', 'commits', 'resolve', 'page'],
    lacking: { status: 404, body: { detail: 'Not Found' } },
    missing: 401,
    dropsHeaders: [...QUOTA, 'x-total-count'],
    direct: true,
    links: 'the-hub',
  },
  kohakuhub: {
    prefix: '',
    knows: ['info', 'list', 'tree', 'paths-info', 'refs', 'commits', 'likers', 'resolve', 'page'],
    lacking: { status: 501, body: { detail: 'Not implemented' } },
    missing: 404,
    constants: { gated: false, disabled: false, tags: [] },
    leavesOut: ['_id', 'cardData', 'config', 'baseModels', 'downloadsAllTime', 'transformersInfo'],
    dropsHeaders: QUOTA,
    fileScan: 'null',
    direct: true,
  },
  matrixhub: {
    prefix: '',
    knows: ['info', 'list', 'tree', 'treesize', 'refs', 'commits', 'resolve', 'resolve-cache', 'whoami', 'page'],
    lacking: { status: 404, body: { error: 'not found' } },
    expand: 'ignored',
    missing: 404,
    constants: { downloads: 0, likes: 0, gated: false },
    dropsHeaders: QUOTA,
    fileScan: 'own',
    direct: false,
  },
  csghub: {
    prefix: '/hf',
    knows: ['info', 'tree', 'resolve', 'whoami', 'page'],
    lacking: { status: 404, body: { code: 404, msg: 'not found' } },
    expand: 'ignored',
    missing: 404,
    constants: { likes: 0, downloads: 0, gated: false, private: false },
    leavesOut: ['_id', 'createdAt', 'cardData', 'config'],
    dropsHeaders: [...QUOTA, ...ERRORS, 'x-total-count'],
    fileScan: 'absent',
    direct: true,
  },
};

/** A reply of the Hub as the mirror gives it. */
export function throughFace(face: Face, resource: Resource, reply: Reply, origins: { readonly own: string }): Reply {
  const hidden = reply.status === 401 || reply.headers?.['x-error-code'] === 'RepoNotFound';
  const refused = hidden && face.missing !== undefined && resource === 'info';
  const status = refused ? face.missing! : reply.status;
  const told =
    status < 300 && (resource === 'info' || resource === 'list' || resource === 'tree' || resource === 'paths-info');
  const body = told ? inItsWords(face, reply.body) : reply.body;
  const headers = Object.fromEntries(
    Object.entries(reply.headers ?? {}).flatMap(([name, value]) => {
      if (face.dropsHeaders.includes(name)) return [];
      if (name !== 'link' || face.links === undefined) return [[name, value]];
      return face.links === 'none' ? [] : [[name, value.replace(origins.own, 'https://huggingface.co')]];
    }),
  );
  return { ...reply, status, headers, body };
}

function inItsWords(face: Face, body: unknown): unknown {
  if (Array.isArray(body)) return body.map(item => inItsWords(face, item));
  if (typeof body !== 'object' || body === null || body instanceof Uint8Array) return body;
  const item: Record<string, unknown> = { ...body };
  if ('path' in item) {
    if (!('securityFileStatus' in item) || face.fileScan === undefined) return item;
    if (face.fileScan === 'absent') delete item['securityFileStatus'];
    if (face.fileScan === 'null') item['securityFileStatus'] = null;
    if (face.fileScan === 'own') item['securityFileStatus'] = { kind: 'malware', status: 'clean' };
    return item;
  }
  for (const name of face.leavesOut ?? []) delete item[name];
  for (const [name, value] of Object.entries(face.constants ?? {})) if (name in item) item[name] = value;
  return item;
}
