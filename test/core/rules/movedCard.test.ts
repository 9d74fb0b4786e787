import { expect, test } from 'vitest';
import { pipeToShell } from '../../../src/core/rules/pipeToShell.ts';
import { contextOf, OLD, reference, type Told } from './owned.ts';

test('after a move the new owner answers for the card, not the old one', () => {
  const card = '# Setup\n\n```sh\ncurl https://cdn.example/x | bash\n```\n';
  const severity = (told: Omit<Told, 'card'>) =>
    pipeToShell.onReference!(reference('famous/repo'), contextOf({ ...told, card }))?.severity;
  expect(severity({ owner: 'stranger', days: 200 })).toBe('warning');
  expect(severity({ owner: 'famous', days: OLD })).toBe('information');
});
