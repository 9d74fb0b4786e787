import { parseArgs } from 'node:util';
import { FACES } from './replay/faces.ts';
import { FAULTS, type FaultName } from './replay/faults.ts';
import { scenarioNames } from './replay/readScenarios.ts';
import { startReplayHub } from './replay/replayHub.ts';

const HELP = `Plays the Hub on this machine, for the facts of its scenarios. It is a test double: nothing in it is the real Hub's answer.

  npm run hub -- [--port N] [--scenario NAME|FOLDER]… [--face NAME] [--fault NAME[@PART-OF-ADDRESS]]… [--fake-now ISO]

  --scenario   ${scenarioNames().join(', ')} (all of them unless named)
  --face       ${Object.keys(FACES).join(', ')}
  --fault      ${FAULTS.join(', ')}

Tokens that it knows: hf_replay, and hf_replay_granted, which is admitted to gated and private repos.`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    scenario: { type: 'string', multiple: true },
    face: { type: 'string', default: 'hugging-face' },
    fault: { type: 'string', multiple: true, default: [] },
    'fake-now': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

if (values.help) console.log(HELP);
else {
  const faults = values.fault.map(each => {
    const [name, on] = each.split('@', 2);
    if (!FAULTS.includes(name as FaultName)) throw new Error(`No fault is called "${name}". --help lists them.`);
    return { name: name as FaultName, ...(on !== undefined && { on }) };
  });
  const hub = await startReplayHub({
    port: Number(values.port),
    scenarios: values.scenario ?? scenarioNames(),
    face: values.face,
    faults,
    ...(values['fake-now'] !== undefined && { now: values['fake-now'] }),
  });
  console.log(`This is a replay Hub, not huggingface.co: ${hub.url} (large files: ${hub.foreignUrl})`);
  console.log(`  HF_ENDPOINT=${hub.url}\n\nCtrl+C stops it.`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void hub.stop().then(() => process.exit(0)));
}
