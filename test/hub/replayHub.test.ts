import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EXPANDABLE } from './replay/info.ts';
import { type ReplayHub, startReplayHub } from './replay/replayHub.ts';

let hub: ReplayHub;
beforeAll(async () => {
  hub = await startReplayHub({ scenarios: ['basics', 'honest'], quota: { api: 100_000 }, treePage: 2 });
});
afterAll(() => hub.stop());

const ask = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(path.startsWith('http') ? path : hub.url + path, { redirect: 'manual', ...init });
  const text = await response.text();
  const header = (name: string) => response.headers.get(name);
  return { status: response.status, header, text, json: () => JSON.parse(text) };
};
const withToken = (token: string): RequestInit => ({ headers: { authorization: `Bearer ${token}` } });

test('says of itself that it is a double', async () => {
  expect((await ask('/api/models/openai-community/gpt2')).header('x-replay-hub')).toBe('1');
});

describe('a repo', () => {
  test('as it comes without expand', async () => {
    const { json, header } = await ask('/api/models/openai-community/gpt2');
    const usual = `_id id modelId author cardData config createdAt disabled downloads gated lastModified library_name likes
      model-index pipeline_tag private safetensors sha siblings spaces tags transformersInfo usedStorage widgetData`;
    expect(usual.split(/\s+/)).toEqual(expect.arrayContaining(Object.keys(json())));
    expect(json()).toMatchObject({
      _id: '621ffdc036468d709f17434d',
      sha: '607a30d783dfa663caf39e06633721c8d4cfcd7e',
      createdAt: '2022-03-02T23:29:04.000Z',
      likes: 4194,
      downloads: 15740994,
      gated: false,
    });
    expect(header('content-type')).toBe('application/json; charset=utf-8');
    expect(header('ratelimit')).toMatch(/^"api";r=\d+;t=\d+$/);
    expect(header('ratelimit-policy')).toBe('"fixed window";"api";q=100000;w=300');
    expect(header('x-request-id')).not.toBeNull();
  });

  test('holds exactly what expand names', async () => {
    const { json } = await ask(
      '/api/models/TheBloke/Llama-2-7B-GGUF?expand[]=baseModels&expand=childrenModelCount&expand=gguf',
    );
    expect(Object.keys(json()).sort()).toEqual(['_id', 'baseModels', 'childrenModelCount', 'id']);
    expect(json().baseModels).toMatchObject({ relation: 'quantized', models: [{ id: 'meta-llama/Llama-2-7b-hf' }] });
    expect(json().childrenModelCount).toEqual({ adapter: 0, merge: 0, quantized: 0, finetune: 0 });
  });

  test.each(['securityStatus', '_id', 'cardData.license', 'gitalyUid'])(
    'refuses to expand %s, and names what it can',
    async name => {
      const { status, json } = await ask(`/api/models/openai-community/gpt2?expand=likes&expand=${name}`);
      expect(status).toBe(400);
      for (const known of EXPANDABLE.model) expect(json().error).toContain(`"${known}"`);
    },
  );

  test.each([
    ['main', 200],
    ['HEAD', 200],
    ['v1.0', 200],
    ['607a30d', 200],
    ['607a30d783dfa663caf39e06633721c8d4cfcd7e', 200],
    ['refs%2Fpr%2F81', 200],
    ['607a30', 404],
    ['nowhere', 404],
  ])('at revision %s: %i', async (revision, status) => {
    const answer = await ask(`/api/models/openai-community/gpt2/revision/${revision}`);
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.header('x-error-code')).toBe('RevisionNotFound');
    else expect(answer.json().sha).toMatch(/^[0-9a-f]{40}$/);
  });

  test('had other files at a tag', async () => {
    const names = (body: { siblings: { rfilename: string }[] }) => body.siblings.map(each => each.rfilename);
    expect(names((await ask('/api/models/openai-community/gpt2')).json())).toContain('model.safetensors');
    expect(names((await ask('/api/models/openai-community/gpt2/revision/v1.0')).json())).not.toContain(
      'model.safetensors',
    );
  });

  test.each([
    ['/api/datasets/allenai/c4', 'allenai/c4'],
    ['/api/spaces/merve/privacy-filter', 'merve/privacy-filter'],
    ['/api/kernels/kernels-community/activation', 'kernels-community/activation'],
  ])('of another kind: %s', async (path, id) => {
    expect((await ask(path)).json().id).toBe(id);
    expect((await ask(path.replace(/api\/\w+/, 'api/models'))).status).toBe(401);
  });
});

describe('who may not', () => {
  test.each([
    // path, token, status, code
    ['/api/models/nobody/nothing', '', 401, null],
    ['/api/models/nobody/nothing', 'hf_replay', 404, 'RepoNotFound'],
    ['/api/models/openai/hidden-project', '', 401, null],
    ['/api/models/openai/hidden-project', 'hf_replay', 404, 'RepoNotFound'],
    ['/api/models/openai/hidden-project', 'hf_replay_granted', 200, null],
    ['/api/models/openai-community/gpt2', 'hf_wrong', 401, null],
    ['/api/models/meta-llama/Llama-3.1-8B', '', 200, null],
    ['/api/models/meta-llama/Llama-3.1-8B/tree/main', '', 200, null],
    ['/api/models/meta-llama/Llama-3.1-8B/commits/main', '', 401, 'GatedRepo'],
    ['/meta-llama/Llama-3.1-8B/resolve/main/README.md', '', 401, 'GatedRepo'],
    ['/meta-llama/Llama-3.1-8B/resolve/main/README.md', 'hf_replay', 403, 'GatedRepo'],
    ['/meta-llama/Llama-3.1-8B/resolve/main/README.md', 'hf_replay_granted', 307, null],
    ['/api/models/ykilcher/gpt-4chan', '', 200, null],
    ['/api/models/ykilcher/gpt-4chan/commits/main', '', 401, 'GatedRepo'],
    ['/ykilcher/gpt-4chan/resolve/main/README.md', 'hf_replay_granted', 403, null],
    ['/api/whoami-v2', '', 401, null],
    ['/api/whoami-v2', 'hf_replay', 200, null],
    ['/api/organizations/nobody/overview', '', 404, null],
    ['/api/users/openai-community/overview', '', 404, null],
    ['/api/organizations/TheBloke/overview', '', 404, null],
  ])('%s with token "%s": %i %s', async (path, token, status, code) => {
    const answer = await ask(path, token === '' ? {} : withToken(token));
    expect([answer.status, answer.header('x-error-code')]).toEqual([status, code]);
    if (status >= 400) expect(answer.json().error).toBe(answer.header('x-error-message'));
  });

  test('words are the Hub’s', async () => {
    expect((await ask('/api/models/nobody/nothing')).json()).toEqual({ error: 'Invalid username or password.' });
    expect((await ask('/api/users/openai-community/overview')).json()).toEqual({ error: 'This user does not exist' });
    expect((await ask('/api/models/openai-community/gpt2', withToken('hf_wrong'))).header('x-error-message')).toBe(
      'Invalid credentials in Authorization header',
    );
    expect((await ask('/api/models/meta-llama/Llama-3.1-8B/commits/main')).json().error).toBe(
      'Access to model meta-llama/Llama-3.1-8B is restricted. You must have access to it and be authenticated to access it. Please log in.',
    );
  });
});

describe('old and differently written ids are redirected, with path and query', () => {
  test.each([
    ['/api/models/gpt2', '/api/models/openai-community/gpt2'],
    ['/api/models/gpt2/tree/main?recursive=true', '/api/models/openai-community/gpt2/tree/main?recursive=true'],
    ['/api/models/OpenAI-Community/GPT2/scan', '/api/models/openai-community/gpt2/scan'],
    ['/api/models/meta-llama/Meta-Llama-3.1-8B/commits/main', '/api/models/meta-llama/Llama-3.1-8B/commits/main'],
    [
      '/runwayml/stable-diffusion-v1-5/resolve/main/README.md',
      '/stable-diffusion-v1-5/stable-diffusion-v1-5/resolve/main/README.md',
    ],
    ['/api/users/thebloke/overview', '/api/users/TheBloke/overview'],
  ])('%s → %s', async (path, location) => {
    const answer = await ask(path);
    expect([answer.status, answer.header('location')]).toEqual([307, location]);
  });

  test('but an organisation is found in any case', async () => {
    const { json } = await ask('/api/organizations/OPENAI-community/overview');
    const members = `_id name fullname avatarUrl details isVerified isFollowing numUsers numModels numSpaces numDatasets
      numKernels numBuckets numPapers numFollowers`;
    expect(Object.keys(json()).sort()).toEqual(members.split(/\s+/).sort());
    expect(json()).toMatchObject({ _id: '659ebc82b61dd9658802f398', isVerified: false, numFollowers: 2408 });
  });

  test('a user shows when the account was made', async () => {
    expect((await ask('/api/users/TheBloke/overview')).json()).toMatchObject({
      _id: '6426d3f3a7723d62b53c259b',
      user: 'TheBloke',
      type: 'user',
      isPro: true,
      numModels: 3863,
      numFollowers: 27382,
      createdAt: '2023-03-31T12:37:07.000Z',
    });
  });
});

describe('files', () => {
  const GPT2 = '/api/models/openai-community/gpt2';

  test('come in pages when all is told of them', async () => {
    const seen: string[] = [];
    for (let url: string | undefined = `${hub.url}${GPT2}/tree/main?recursive=true&expand=true`; url; ) {
      const { json, header }: Awaited<ReturnType<typeof ask>> = await ask(url);
      seen.push(...json().map((entry: { path: string }) => entry.path));
      url = /<([^>]+)>; rel="next"/.exec(header('link') ?? '')?.[1];
    }
    expect(seen).toEqual([
      'onnx',
      'README.md',
      'config.json',
      'model.safetensors',
      'onnx/config.json',
      'pytorch_model.bin',
    ]);
  });

  test('in large storage have their hashes as recorded, and a scan', async () => {
    const { json } = await ask(`${GPT2}/paths-info/main`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ paths: ['model.safetensors', 'pytorch_model.bin', 'gone'], expand: true }),
    });
    expect(json()).toHaveLength(2);
    expect(json()[0]).toMatchObject({
      oid: '44b36d6e32d13c8fb28b0feab0ac8bfefa7efeda',
      size: 548105171,
      lfs: {
        oid: '248dfc3911869ec493c76e65bf2fcf7f615828b0254c12b473182f0f81d3a707',
        size: 548105171,
        pointerSize: 134,
      },
    });
    expect(json()[1].securityFileStatus).toMatchObject({
      status: 'safe',
      avScan: { status: 'safe', message: 'No security issues detected' },
      pickleImportScan: { pickleImports: [{ module: 'collections', name: 'OrderedDict', safety: 'innocuous' }, {}] },
    });
  });

  test('are scanned, or not yet', async () => {
    expect((await ask('/api/models/openai/whisper-tiny/scan')).json()).toEqual({
      scansDone: false,
      filesWithIssues: [],
    });
    expect((await ask('/api/models/mcpotato/42-eicar-street/scan')).json()).toEqual({
      scansDone: true,
      filesWithIssues: [
        { path: 'build_pickles.py', level: 'caution' },
        { path: 'danger.dat', level: 'unsafe' },
        { path: 'eicar_test_file', level: 'unsafe' },
      ],
    });
  });

  test('a folder that is not there is no entry', async () => {
    const { status, header } = await ask(`${GPT2}/tree/main/nowhere`);
    expect([status, header('x-error-code')]).toEqual([404, 'EntryNotFound']);
  });

  test('small ones lie on the Hub, honour ETag and ranges', async () => {
    const first = await ask('/openai-community/gpt2/resolve/main/config.json');
    expect(first.status).toBe(307);
    expect(first.header('location')).toMatch(
      /^\/api\/resolve-cache\/models\/openai-community\/gpt2\/607a30d[0-9a-f]{33}\/config\.json\?/,
    );
    const file = await ask(first.header('location')!);
    expect([file.status, file.header('etag')]).toEqual([200, first.header('x-linked-etag')]);
    expect(file.json().model_type).toBe('gpt2');
    const again = await ask(first.header('location')!, { headers: { 'if-none-match': file.header('etag')! } });
    expect(again.status).toBe(304);
    const part = await ask(first.header('location')!, { headers: { range: 'bytes=2-5' } });
    expect([part.status, part.text, part.header('content-range')]).toEqual([
      206,
      file.text.slice(2, 6),
      `bytes 2-5/${file.text.length}`,
    ]);
    expect((await ask(first.header('location')!, { headers: { range: 'bytes=99999-' } })).status).toBe(416);
  });

  test('large ones lie on another origin', async () => {
    const first = await ask('/openai-community/gpt2/resolve/main/model.safetensors', { method: 'HEAD' });
    expect(first.status).toBe(302);
    expect(first.header('x-linked-size')).toBe('548105171');
    expect(first.header('x-linked-etag')).toBe('"248dfc3911869ec493c76e65bf2fcf7f615828b0254c12b473182f0f81d3a707"');
    expect(first.header('location')!.startsWith(hub.foreignUrl)).toBe(true);
    const part = await ask(first.header('location')!, { headers: { range: 'bytes=0-7' } });
    expect([part.status, part.header('content-range')]).toEqual([206, 'bytes 0-7/548105171']);
    expect(part.header('etag')).toBe('"63bed80836ee0758c8fd4f8975d59bb0b864263ee2753547c358e8a37cde8758"');
    const raw = await ask('/openai-community/gpt2/raw/main/model.safetensors');
    expect(raw.text).toContain('oid sha256:248dfc39');
  });
});

describe('lists', () => {
  test('commits, newest first, with their number', async () => {
    const { json, header } = await ask('/api/models/openai-community/gpt2/commits/main?limit=1');
    expect(json()).toMatchObject([{ id: '607a30d783dfa663caf39e06633721c8d4cfcd7e', authors: [{ user: 'lysandre' }] }]);
    expect(header('x-total-count')).toBe('3');
    expect(header('link')).toMatch(/p=1>; rel="next"$/);
  });

  test('refs, with pull requests when asked', async () => {
    expect(Object.keys((await ask('/api/models/openai-community/gpt2/refs')).json())).toEqual([
      'tags',
      'branches',
      'converts',
    ]);
    const { json } = await ask('/api/models/openai-community/gpt2/refs?include_prs=1');
    expect(json().pullRequests).toMatchObject([{ ref: 'refs/pr/81' }]);
  });

  test('models by author, part of the name and tag', async () => {
    const ids = async (query: string) =>
      (await ask(`/api/models?${query}`)).json().map((each: { id: string }) => each.id);
    expect(await ids('author=openai')).toEqual(['openai/whisper-tiny']);
    expect(await ids('search=LLAMA-2')).toEqual(['TheBloke/Llama-2-7B-GGUF']);
    expect(await ids('filter=base_model:quantized:meta-llama/Llama-2-7b-hf')).toEqual(['TheBloke/Llama-2-7B-GGUF']);
    expect((await ids('sort=downloads&direction=-1&limit=1'))[0]).toBe('google-bert/bert-base-uncased');
    expect((await ask('/api/models?limit=2')).header('link')).toContain('cursor=');
  });

  test('likers in pages, and names like a word', async () => {
    const { json, header } = await ask('/api/models/openai-community/gpt2/likers?limit=10');
    expect(json()).toHaveLength(10);
    expect(json()[0]).toHaveProperty('user');
    expect(header('link')).toContain('cursor=');
    expect((await ask('/api/quicksearch?q=bloke')).json()).toMatchObject({ users: [{ user: 'TheBloke' }] });
  });
});
