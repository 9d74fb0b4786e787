import { rulesJson } from '../../core/reports/json.ts';
import { rulesText, ruleText } from '../../core/reports/listings.ts';
import { ruleById, ruleIds, rules } from '../../core/rules/registry.ts';
import type { Command } from '../command.ts';
import { exitCode } from '../exitCode.ts';
import { format } from '../options.ts';
import { UsageError, unknownWord } from '../usageError.ts';

const FORMATS = ['text', 'json'] as const;

export const rulesCommand: Command = {
  name: 'rules',
  purpose: 'List the rules, or explain one.',
  usage: 'rules [ID]',
  explains: [
    'Severities: error stop, warning check before running, information know this, hint only shown on request.',
  ],
  formats: FORMATS,
  options: ['format', 'output', 'no-color', 'help'],
  examples: [
    ['model-trust rules', 'all, one a line'],
    ['model-trust rules lookalike-publisher', 'what it asks, why, and what to do'],
    ['model-trust rules --format json', 'for a program'],
  ],
  async run(args, world) {
    const chosen = format(args, FORMATS);
    if (args.positionals.length > 1) throw new UsageError('Give one rule, or none for all of them.');
    const [id] = args.positionals;
    const rule = id === undefined ? undefined : ruleById(id);
    if (id !== undefined && !rule) throw unknownWord('rule', id, [...ruleIds], 'All rules: model-trust rules');
    const paint = world.paint(args);
    const output = await world.open(args);
    if (chosen === 'json') await output.write(rulesJson(world.version, rule ? [rule] : rules));
    else await output.write(rule ? ruleText(rule, paint) : rulesText(rules, paint));
    await output.finish();
    return exitCode.clean;
  },
};
