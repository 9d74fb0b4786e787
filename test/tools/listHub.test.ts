import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { listPopularModels, nextPage } from '../../src/tools/listHub.ts';
import { popularRows, readColumns, writePopular } from '../../src/tools/nameSeed.ts';

let server: Server | undefined;
afterEach(() => new Promise(resolve => (server ? server.close(resolve) : resolve(undefined))));

function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  return new Promise(resolve =>
    server!.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server!.address() as AddressInfo).port}`)),
  );
}

it('follows the pages until the downloads are too few, and waits when it is told to', async () => {
  const asked: string[] = [];
  let refused = false;
  const endpoint = await serve((request, response) => {
    asked.push(request.url!);
    if (!refused && request.url!.includes('cursor=two')) {
      refused = true;
      response.writeHead(429).end();
      return;
    }
    const second = request.url!.includes('cursor=two');
    const page = second
      ? [
          { id: 'acme/rocket', downloads: 40 },
          { id: 'acme/old', downloads: 9 },
        ]
      : [{ id: 'Zeta/best', downloads: 900, _id: 'x' }, { id: 'gpt2', downloads: 800 }, { broken: true }, null];
    response.setHeader('link', `<${endpoint}/api/models?cursor=${second ? 'three' : 'two'}>; rel="next"`);
    response.end(JSON.stringify(page));
  });

  const rows = await listPopularModels({ endpoint, least: 10, asOf: '2026-08-22', fetch, patience: 1 });

  expect(writePopular(popularRows(rows, 10, new Set()))).toBe(
    'id\tdownloads_30d\tas_of\nacme/rocket\t40\t2026-08-22\nZeta/best\t900\t2026-08-22\n',
  );
  expect(asked).toEqual([
    '/api/models?sort=downloads&direction=-1&limit=1000&expand[]=downloads',
    '/api/models?cursor=two',
    '/api/models?cursor=two',
  ]);
});

it('does not follow a page to another host', async () => {
  const endpoint = await serve((_request, response) => {
    response.setHeader('link', '<http://127.0.0.2:9/api/models?cursor=two>; rel="next"');
    response.end('[]');
  });
  await expect(listPopularModels({ endpoint, least: 1, asOf: '2026-08-22', fetch })).rejects.toThrow('another host');
});

it.each([
  ['an error', 404, '{}', 'answered 404'],
  ['no list', 200, '{"error":"no"}', 'answered no list'],
])('says what is wrong: %s', async (_what, status, body, message) => {
  const endpoint = await serve((_request, response) => response.writeHead(status).end(body));
  await expect(listPopularModels({ endpoint, least: 1, asOf: '2026-08-22', fetch })).rejects.toThrow(message);
});

it.each([
  ['<https://h/x?cursor=a,b>; rel="next"', 'https://h/x?cursor=a,b'],
  ['<https://h/p>; rel="prev", </api/models?p=2>; rel=next', 'https://h/api/models?p=2'],
  ['<https://h/p>; rel="prev"', undefined],
  [null, undefined],
])('reads the next page of %s', (link, expected) => expect(nextPage(link, 'https://h/api/models')).toBe(expected));

it('reads columns by name and leaves excluded publishers out', () => {
  const text = 'rank\tid\tdownloads\n1\tOpen-OSS/x\t9\n2\tb/y\t8\n3\ta/z\n';
  const rows = readColumns(text, ['id', 'downloads', 'as_of']).map(([id, downloads]) => ({
    id,
    downloads: Number(downloads),
    asOf: '2026-08-22',
  }));
  expect(popularRows(rows, 0, new Set(['open-oss'])).map(row => row.id)).toEqual(['a/z', 'b/y']);
});
