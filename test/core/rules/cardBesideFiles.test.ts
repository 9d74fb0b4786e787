import { describe, expect, test } from 'vitest';
import { readRepo } from '../../../src/core/facts/repoFacts.ts';
import { loaderInstructions } from '../../../src/core/rules/loaderInstructions.ts';
import { pasteToRun } from '../../../src/core/rules/pasteToRun.ts';
import { pipeToShell } from '../../../src/core/rules/pipeToShell.ts';
import { contextOf, NOW, OLD, reference } from './owned.ts';

const daysAgo = (days: number) => NOW - days * 86_400_000;

describe('a launcher that came long after the weights', () => {
  const severity = (
    launcherDays: number,
    weightsDays: number,
    repo: object = { pipeline: 'x' },
    file = 'captions.bat',
  ) =>
    loaderInstructions.onReference!(
      reference('some/repo'),
      contextOf({
        days: OLD,
        followers: 900,
        card: `# Model\n\nNew: run \`${file}\`, and everything else is automatic.\n`,
        repo: { createdAt: daysAgo(1_000), ...repo },
        files: [
          { path: file, changedAt: daysAgo(launcherDays) },
          { path: 'model.safetensors', changedAt: daysAgo(weightsDays) },
        ],
      }),
    )?.severity;
  test('is worth a warning, however good the name', () => expect(severity(1, 900)).toBe('warning'));
  test('is as old as the weights', () => expect(severity(900, 900)).toBe('hint'));
  test('is the script that a lab serves or reproduces its model by', () =>
    expect(severity(1, 900, { pipeline: 'x' }, 'run.sh')).not.toBe('warning'));
  test('came with new weights', () => expect(severity(1, 5)).toBe('hint'));
  test('belongs to a pack, which names no base and no library', () => expect(severity(1, 900, {})).toBe('hint'));
  test('belongs to a repo that is new itself', () =>
    expect(severity(1, 100, { pipeline: 'x', createdAt: daysAgo(120) })).toBe('hint'));
});

describe('what the repo itself carries', () => {
  const severity = (command: string, path: string, days = 5) =>
    loaderInstructions.onReference!(
      reference('some/repo'),
      contextOf({ days, files: [{ path }], card: `# Model\n\n\`\`\`sh\n${command}\n\`\`\`\n` }),
    )?.severity;
  test.each([
    ['chmod +x m/bin/engine && ./m/bin/engine serve', 'bin/engine'],
    ['cd model\n./start-server', 'start-server'],
    ['pip install ./ops-1.0-py3-none-any.whl', 'ops-1.0-py3-none-any.whl'],
    ['pip install https://huggingface.co/some/repo/resolve/main/ops-1.0.tar.gz', 'ops-1.0.tar.gz'],
  ])('%s', (command, path) => {
    expect(severity(command, path)).toBe('warning');
    expect(severity(command, 'model.safetensors')).not.toBe('warning');
    expect(severity(command, path, OLD)).not.toBe('warning');
  });
  test('llama.cpp is every reader\u2019s own', () =>
    expect(severity('./build/bin/llama-cli -m model.gguf', 'build/bin/llama-cli')).toBeUndefined());
});

test('a card that an audience has not read yet is not calmed for the audience', () => {
  const severity = (cardDays: number) =>
    pipeToShell.onReference!(
      reference('some/repo'),
      contextOf({
        days: OLD,
        followers: 900,
        card: '# Model\n\n```sh\ncurl -s https://x.invalid/a.sh | bash\n```\n',
        repo: { createdAt: daysAgo(1_000), pipeline: 'x' },
        files: [
          { path: 'README.md', changedAt: daysAgo(cardDays) },
          { path: 'model.safetensors', changedAt: daysAgo(900) },
        ],
      }),
    )?.severity;
  expect(severity(1)).toBe('warning');
  expect(severity(400)).toBe('information');
});

test('a pack of an account of some months is information, and of a young one a warning', () => {
  const severity = (days: number, repo: object = {}) =>
    loaderInstructions.onReference!(
      reference('some/repo'),
      contextOf({
        days,
        repo,
        card: '# Pack\n\nUnpack it and double-click `start.bat`.\n',
        files: [{ path: 'start.bat' }, { path: 'pack.7z.001' }],
      }),
    )?.severity;
  expect(severity(60)).toBe('information');
  expect(severity(60, { pipeline: 'x' })).toBe('warning');
  expect(severity(5)).toBe('warning');
});

describe("a space's card", () => {
  const card = (command: string) => `# Space\n\n\`\`\`sh\n${command}\n\`\`\`\n`;
  const piped = (command: string, days: number) =>
    pipeToShell.onReference!(reference('some/repo', 'space'), contextOf({ days, card: card(command) }))?.severity;
  test('of a young account sends nobody to a shell', () => {
    expect(piped('curl -s https://x.invalid/install | bash', 5)).toBe('warning');
    expect(piped('curl -s https://x.invalid/install | bash', OLD)).toBeUndefined();
    const paste = 'Press Win+R, paste the line and press Enter.';
    expect(
      pasteToRun.onReference!(reference('some/repo', 'space'), contextOf({ days: 5, card: paste }))?.severity,
    ).toBe('error');
  });
  test('brings the README of an application along', () =>
    expect(piped('curl -s https://raw.githubusercontent.com/a/b/main/install.sh | bash', 5)).toBeUndefined());
});

test('a template is read from a GGUF file and from a list of named ones, too', () => {
  const answer = { id: 'some/repo', gguf: { chat_template: 'of the file' } };
  expect(readRepo(answer)?.chatTemplate).toBe('of the file');
  const named = { tokenizer_config: { chat_template: [{ name: 'tool_use', template: 'for tools' }] } };
  expect(readRepo({ ...answer, config: named })?.chatTemplate).toBe('for tools\nof the file');
});
