import type { AskedRepo } from './asked.ts';
import { toldBy } from './card.ts';
import { objectIdOf } from './hashes.ts';
import type { ReplayRepo, Version } from './replayRepo.ts';
import { json, type Reply, refusal } from './reply.ts';
import { repoScan } from './scans.ts';
import type { RepoKind } from './scenario.ts';
import type { World } from './world.ts';

/** What `expand` may name. Source: the Hub's own list, October 2026; for kernels its OpenAPI of August 2026. */
export const EXPANDABLE: Readonly<Record<RepoKind, readonly string[]>> = {
  model: words(`author baseModels cardData childrenModelCount config createdAt disabled downloads downloadsAllTime
    evalResults gated gguf inference inferenceProviderMapping lastModified library_name likes mask_token model-index
    pipeline_tag private resourceGroup safetensors sha siblings spaces tags transformersInfo trendingScore usedStorage
    widgetData xetEnabled`),
  dataset: words(`author cardData citation createdAt description disabled downloads downloadsAllTime gated lastModified
    likes mainSize paperswithcode_id private resourceGroup sha siblings tags trendingScore usedStorage xetEnabled`),
  space: words(`author cardData createdAt datasets disabled lastModified likes models private region resourceGroup
    runtime sdk sha siblings subdomain tags trendingScore usedStorage`),
  kernel:
    words(`author cardData disabled downloads downloadsAllTime gated lastModified createdAt likes private sha files
    tags trendingScore buildMetadata supportedDriverFamilies resourceGroup arxivIds`),
};

/** What comes without `expand`. Source: answers seen in October 2026. */
const USUAL: Readonly<Record<RepoKind, readonly string[]>> = {
  model: words(`modelId author cardData config createdAt disabled downloads gated lastModified library_name likes
    model-index pipeline_tag private safetensors sha siblings spaces tags transformersInfo usedStorage widgetData`),
  dataset: words(`author cardData createdAt description disabled downloads gated lastModified likes private sha siblings
    tags usedStorage`),
  space: words(`author cardData createdAt disabled lastModified likes private runtime sdk sha siblings subdomain tags
    usedStorage`),
  kernel: words(
    'author createdAt disabled downloads gated lastModified likes private sha files tags trustedPublisher authorData',
  ),
};

const LISTED = words('modelId likes trendingScore private downloads tags pipeline_tag library_name createdAt');

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/** `/api/models/{id}` and `/api/models/{id}/revision/{rev}` */
export function info(asked: AskedRepo): Reply {
  const { repo, kind, url, world } = asked;
  const revision = asked.rest[0] === 'revision' ? asked.rest.slice(1).join('/') : 'main';
  const version = repo.at(revision);
  if (!version) return refusal(404, `Invalid rev id: ${revision}`, 'RevisionNotFound');
  const expand = expandIn(url, kind);
  if ('status' in expand) return expand;
  const body = select(repo, version, expand.names ?? USUAL[kind], world, url.searchParams.has('blobs'));
  if (url.searchParams.get('securityStatus') === 'true') body['securityRepoStatus'] = repoScan(repo);
  return json(body, { 'x-repo-commit': version.commit.id });
}

export function expandIn(url: URL, kind: RepoKind): Reply | { readonly names: readonly string[] | undefined } {
  const names = [...url.searchParams.getAll('expand'), ...url.searchParams.getAll('expand[]')];
  const known = EXPANDABLE[kind];
  const at = names.findIndex(name => !known.includes(name));
  if (at >= 0) {
    const values = known.map(name => JSON.stringify(name)).join('|');
    return refusal(400, `Invalid option: expected one of ${values}\n  → at expand[${at}]`);
  }
  return { names: names.length > 0 ? names : undefined };
}

export const listedInfo = (repo: ReplayRepo, world: World, expand?: readonly string[]) =>
  select(repo, repo.versions[0]!, expand ?? LISTED, world);

/** The named properties; those that are not set are absent. */
function select(repo: ReplayRepo, version: Version, names: readonly string[], world: World, blobs = false) {
  const all = propertiesOf(repo, version, world, blobs);
  const body: Record<string, unknown> = { _id: repo.objectId, id: repo.id };
  for (const name of names) if (all[name] !== undefined) body[name] = all[name];
  return body;
}

function propertiesOf(repo: ReplayRepo, version: Version, world: World, blobs: boolean): Record<string, unknown> {
  const { entry, id, owner, created } = repo;
  const { files } = version;
  const { card, config, tags, baseModels, relation } = toldBy(repo, files);
  const autoMap = config?.['auto_map'] as Record<string, unknown> | undefined;
  const pipeline = entry.pipeline ?? card?.['pipeline_tag'];
  return {
    modelId: entry.kind === 'model' ? id : undefined,
    author: owner,
    cardData: card,
    config,
    createdAt: created,
    lastModified: repo.versions[0]!.commit.date,
    private: entry.private ?? false,
    disabled: entry.disabled ?? false,
    gated: entry.gated ?? false,
    downloads: entry.downloads ?? 0,
    downloadsAllTime: entry.downloadsAllTime ?? entry.downloads ?? 0,
    likes: entry.likes ?? 0,
    trendingScore: entry.trending ?? 0,
    sha: version.commit.id,
    tags,
    pipeline_tag: pipeline,
    library_name: entry.library ?? card?.['library_name'],
    sdk: entry.sdk ?? card?.['sdk'],
    siblings: files.map(({ path, size, oid, lfs }) => ({
      rfilename: path,
      ...(blobs && { blobId: oid, size, ...(lfs && { lfs: { sha256: lfs.oid, size, pointerSize: lfs.pointerSize } }) }),
    })),
    files: files.map(({ path }) => path),
    spaces: entry.inSpaces ?? [],
    usedStorage: files.reduce((sum, { size }) => sum + size, 0),
    safetensors: entry.parameters && { parameters: { BF16: entry.parameters }, total: entry.parameters },
    gguf: entry.gguf,
    transformersInfo:
      config?.['architectures'] !== undefined
        ? {
            auto_model: 'AutoModel',
            ...(typeof autoMap?.['AutoModel'] === 'string' && { custom_class: autoMap['AutoModel'] }),
            ...(typeof pipeline === 'string' && { pipeline_tag: pipeline }),
          }
        : undefined,
    baseModels:
      baseModels.length > 0
        ? { relation, models: baseModels.map(each => ({ _id: objectIdIn(world, each), id: each })) }
        : undefined,
    childrenModelCount: { adapter: 0, merge: 0, quantized: 0, finetune: 0, ...entry.children },
    'model-index': null,
    widgetData: undefined,
    xetEnabled: true,
    authorData: world.publisher(owner) && { name: owner, type: world.publisher(owner)!.type },
    trustedPublisher: world.publisher(owner)?.trustedKernels,
  };
}

const objectIdIn = (world: World, id: string) =>
  world.repo('model', id)?.objectId ?? objectIdOf('2023-01-01T00:00:00Z', `model:${id}`);
