import { resolve } from 'node:path';
import { messageText } from '../core/reports/escape.ts';
import type { Decide } from '../core/rules/decision.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import {
  decisionsOf,
  noDecision,
  onlyBlocks,
  POLICY_FILE,
  type PolicyProblem,
  readPolicy,
} from '../core/trust/policy.ts';
import { policyText } from '../workspace/policyFile.ts';
import type { World } from './command.ts';
import type { Arguments } from './options.ts';
import { UnfinishedError } from './usageError.ts';

/**
 * What the team has decided: in the file that the user names, else in the one of the working folder. A policy with
 * mistakes ends the run, since nobody knows what it was meant to block. Who does not trust the files' comments
 * (`--no-inline-ignores`) does not trust an approval among them either, unless it is in a file that they name.
 */
export async function policyFor(args: Arguments, world: World, trustsFiles: boolean): Promise<Decide> {
  const named = args.text('policy');
  const file = named ?? POLICY_FILE;
  const text = await policyText(resolve(world.folder, file));
  if (typeof text === 'object')
    throw new UnfinishedError(
      `The policy ${file} is not read: ${text.problem}. Nobody knows what it was meant to block.`,
    );
  if (text === undefined) {
    if (named !== undefined) throw new UnfinishedError(`The policy ${named} cannot be read.`);
    return noDecision;
  }
  const { policy, problems } = readPolicy(text);
  const lines = new LineIndex(text);
  const told = ({ message, span }: PolicyProblem): string =>
    `${file}:${lines.position(span.start).line + 1}: ${messageText(message)}`;
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new UnfinishedError(errors.map(told).join('\n'));
  for (const problem of problems) world.say(told(problem));
  return decisionsOf(named !== undefined || trustsFiles ? policy : onlyBlocks(policy));
}
