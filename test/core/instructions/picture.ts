import type { Hazard } from '../../../src/core/hazard.ts';

/**
 * Draws hazards under the lines that they stand on:
 *
 *     Run `start.bat` as administrator.
 *          ^^^^^^^^^ launcher told imperative
 *
 * Lines without a hazard are left out.
 */
export function picture(text: string, hazards: readonly Hazard[]): string {
  const lines = text.split('\n');
  const drawn: string[] = [];
  let start = 0;
  for (const line of lines) {
    const here = hazards.filter(({ span }) => start <= span.start && span.start <= start + line.length);
    if (here.length > 0) drawn.push(line);
    for (const hazard of here) {
      const from = hazard.span.start - start;
      const width = Math.max(1, Math.min(hazard.span.end, start + line.length) - hazard.span.start);
      drawn.push(`${' '.repeat(from)}${'^'.repeat(width)} ${caption(hazard)}`);
    }
    start += line.length + 1;
  }
  return drawn.join('\n');
}

function caption(hazard: Hazard): string {
  if (hazard.type === 'script') return `${hazard.behaviour} ${hazard.strength}`;
  if (hazard.type !== 'instruction') return `${hazard.type} ${hazard.evidence}`;
  const { pattern, told, file, aggravated, mitigated } = hazard;
  return [
    `${pattern}, ${told}`,
    file && `file ${file}`,
    aggravated && `BECAUSE ${aggravated}`,
    mitigated && `but ${mitigated}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Takes the common indentation off a template literal, so that examples sit at their place in the test. */
export function text(template: TemplateStringsArray): string {
  const raw = template.raw[0]!.replace(/^\n/, '')
    .replace(/\n[ ]*$/, '\n')
    .replaceAll('\\`', '`');
  const indents = raw
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => /^ */.exec(line)![0].length);
  const least = Math.min(...indents);
  return raw
    .split('\n')
    .map(line => line.slice(least))
    .join('\n');
}
