import type { Advisory } from '../advisories/advisories.ts';
import { useOtherRepo } from './intendedId.ts';
import type { Rule, Signal } from './rule.ts';
import type { Severity } from './severity.ts';
import { WEIGHT } from './weights.ts';
import { publisherOf, sentence } from './words.ts';

export const knownMalicious: Rule = {
  id: 'known-malicious',
  title: 'Listed in an advisory',
  depth: ['local'],
  level: 'error',
  varies:
    "warning for stores of malware, impersonation, merely probable reports and other repos of a campaign's publisher; information for researchers' demonstrations",
  asks: 'Is the id in the advisories, those we ship or those you add?',
  why: 'A repo that is known to have robbed people needs no further judgement. A demonstration that only shows how code can run is another thing, and is said differently.',
  advice:
    'Stop. If its code or a launcher ran here, treat the machine as compromised; if it was only named, remove the reference and the cached copy.',
  source: 'OSV records in `src/data/advisories`, from published reports of 2023 to 2026, and feeds of your own.',
  example: 'AutoModel.from_pretrained("Open-OSS/privacy-filter")',
  onReference(reference, { advisories, names }) {
    const listed = advisories.about(reference.id, reference.kind);
    if (listed.length > 0) {
      const worst = listed.map(signalOf).sort((a, b) => b.weight - a.weight)[0]!;
      if (!worst.target) return worst;
      const target = names.judge(worst.target).canonical ?? worst.target;
      return { ...worst, target, fixes: [useOtherRepo(reference, target)] };
    }
    const other = advisories.byPublisher(publisherOf(reference.id)).find(({ confidence }) => confidence !== 'probable');
    if (!other) return undefined;
    return {
      severity: 'warning',
      message: `The publisher \`${publisherOf(reference.id)}\` also uploaded the ${other.kind} \`${other.repo}\`, which is listed as malicious (${credit(other)}). Check before you run anything of it.`,
      weight: WEIGHT.warning,
      source: other.id,
    };
  },
};

/** Three different sentences: what was meant to harm, what stored harm for others, what showed that harm can be done. */
const TELLS: Readonly<Record<Advisory['class'], { severity: Severity; says: string; advises: string }>> = {
  campaign: {
    severity: 'error',
    says: 'is listed as malicious',
    advises: 'Remove it; if its code or a launcher ran on a machine, treat that machine as compromised.',
  },
  hosting: {
    severity: 'warning',
    says: 'is listed as a store of malware',
    advises: 'It is no model to load; find out what fetches it.',
  },
  impersonation: {
    severity: 'warning',
    says: 'is listed as an impersonation',
    advises: 'Take the original.',
  },
  demonstration: {
    severity: 'information',
    says: "is a researcher's demonstration that runs code or carries altered weights",
    advises: 'Not meant to rob anybody, and not meant for use either.',
  },
};

function signalOf(advisory: Advisory): Signal {
  const { severity: usual, says, advises } = TELLS[advisory.class];
  const severity = usual === 'error' && advisory.confidence === 'probable' ? 'warning' : usual;
  return {
    severity,
    message: `\`${advisory.repo}\` ${says} (${credit(advisory)}): ${sentence(advisory.summary)} ${advises}`,
    weight: WEIGHT[severity],
    source: advisory.id,
    ...(advisory.impersonates ? { target: advisory.impersonates } : {}),
  };
}

const credit = (advisory: Advisory): string =>
  [advisory.id, advisory.reporter, advisory.disclosed, advisory.confidence === 'probable' ? 'probable' : undefined]
    .filter(Boolean)
    .join(', ');
