import type { Facts } from '../../facts/facts.ts';
import { learnedFrom } from './learned.ts';
import type { ReportLineage } from './trustReport.ts';
import { present, shortened } from './words.ts';

/** Names of one sort that are told. */
const NAMES = 12;
const TAGS = 24;

export function lineageOf({ repo }: Facts): ReportLineage {
  const learned = learnedFrom(repo);
  if (repo.state !== 'known') return { learned, baseModels: [], datasets: [], tags: [], code: [] };
  const { baseModels, baseRelation, datasets, license, library, pipeline, tags, code } = repo.value;
  const short = (text: string | undefined) => (text === undefined ? undefined : shortened(text));
  return {
    learned,
    baseModels: baseModels.slice(0, NAMES).map(name => shortened(name)),
    datasets: datasets.slice(0, NAMES).map(name => shortened(name)),
    tags: tags.slice(0, TAGS).map(tag => shortened(tag, 80)),
    code: code.modules.slice(0, NAMES).map(({ file, repo: other }) => ({
      file: shortened(file),
      ...(other !== undefined && { repo: shortened(other) }),
    })),
    ...present<ReportLineage>({
      relation: short(baseRelation),
      license: short(license),
      library: short(library),
      task: short(pipeline),
      customCode: code.custom,
    }),
  };
}
